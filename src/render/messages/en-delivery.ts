import type { DeliveryMessages } from './delivery-messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('en');

export const enDelivery: DeliveryMessages = {
  waiting: 'There are events that too few independent sources tell of for this digest; they wait for more.',
  missed: (slots, first, last) =>
    slots === 1
      ? `The digest of ${first} did not come out; what it would have told is in this one.`
      : `${slots} ${plural(slots, { one: 'digest', other: 'digests' })} did not come out, from ${first} to ${last}; what they would have told is in this one.`,
  uncertain: (instant) => `It is not known whether the digest of ${instant} came out. What it told is told again here.`,
  lost: (queries) => `No longer known by this name, so not in this digest: ${queries}.`,
  beyond: {
    left: (n) =>
      `${n} more ${plural(n, { one: 'event', other: 'events' })} had no room to be looked at and ${plural(n, { one: 'is', other: 'are' })} left for the next digest. /catchup shows more now.`,
    untold: (n) =>
      `Up to ${n} more ${plural(n, { one: 'event', other: 'events' })} with something new will be in no digest; /search and /summary find them.`,
    articles: (n) =>
      `More articles came in than can be told apart: the ${n} oldest of them were not looked at; /search and /summary find what they tell.`,
  },
  mark: (digest, code) => `Digest ${digest} · ${code}`,
  part: (part, parts) => `${part} of ${parts}`,
  movedUp: 'What stood here stands in the message above since the digest was corrected.',
  notice: {
    title: (digest) => `Digest ${digest} is not delivered`,
    refused: {
      'no-channel': {
        what: 'Its channel is gone, or Sitrep cannot see it.',
        todo: 'Give it another channel with /digest edit, or let Sitrep view this one.',
      },
      'no-permission': {
        what: 'Sitrep may not send what it has to send to its channel.',
        todo: 'Let Sitrep view the channel, send messages, attach files and read the message history there; for threads and forum posts also create public threads and send messages in threads.',
      },
      'not-in-server': {
        what: 'Sitrep is not in the server of its channel any more.',
        todo: 'Invite Sitrep again, or remove the digest.',
      },
      'not-accepted': {
        what: 'Discord does not accept it in its channel as it is set up.',
        todo: 'A forum may ask for a tag, or the channel may be of another kind than before: see /digest list, and change it with /digest edit.',
      },
    },
    keptTrying:
      'It is tried again every 15 minutes until it is six hours late. What is not delivered is told by the next one that is. You are not told again until then.',
    undecided: (instant) =>
      `Nobody can tell whether the digest of ${instant} arrived: no answer came, and its channel cannot be read. It is not sent again.`,
    undecidedNext: 'The next digest tells its lines again, and says so. Let Sitrep read the message history there.',
    notShown: (instant) =>
      `The digest of ${instant} was to be shown to moderators before it comes, and could not be: their channel is gone, or Sitrep may not write there. It comes as planned.`,
    notShownNext: 'Name a channel with /settings moderators, or take the veto window away with /digest edit.',
    partly: (instant, n) =>
      `The digest of ${instant} came only in part: its last ${n} ${plural(n, { one: 'event', other: 'events' })} did not, since Discord did not take the messages or the thread that hold them.`,
    partlyNext: 'The next digest tells of them.',
    titleOf: (digest) => `Digest ${digest}`,
    noRole: 'The role that it mentions is gone, so it came without a mention.',
    noRoleNext: 'Choose another role with /digest edit, or take it away (“clear”).',
    noSubject: (query) => `What it is about is no longer known by this name, or by several: ${query}`,
    noSubjectNext: 'Change it with /digest edit.',
  },
};
