import type { DigestMessages } from './digest-messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('en');
const count = (n: number, one: string, other: string): string => `${n} ${plural(n, { one, other })}`;
const minutes = (n: number): string => (n % 60 === 0 ? count(n / 60, 'hour', 'hours') : count(n, 'minute', 'minutes'));

export const enDigests: DigestMessages = {
  title: (id) => `Digest ${id}`,
  fact: {
    channel: 'Comes into',
    about: 'About',
    when: 'When',
    next: 'Next',
    language: 'Language',
    sources: 'Whose reports count',
    origins: 'An event is told when',
    quiet: 'With nothing new',
    role: 'Mentions',
    crosspost: 'Followers',
    pictures: 'Pictures',
    veto: 'Moderators see it',
    last: 'Last',
  },
  how: { message: 'as a message', thread: 'in a thread of its own', 'forum-post': 'as a forum post' },
  whenQuiet: { say: 'it says so', silent: 'it stays silent' },
  originsAtLeast: (n) => (n === 1 ? 'one source tells of it' : `${n} independent sources tell of it`),
  vetoBefore: (n) => `${minutes(n)} before, and can hold it; where less is left, it comes later`,
  crosspost: 'it is published to the servers that follow the channel',
  paused: 'Paused: nothing comes until it is resumed.',
  noRun: 'never again',
  nothingYet: 'none has come yet',
  right: {
    view: 'view the channel',
    send: 'send messages',
    attach: 'attach files',
    history: 'read the message history',
    'create-threads': 'create public threads',
    'send-in-threads': 'send messages in threads',
    'mention-roles': 'mention all roles (or make that role mentionable)',
  },
  warning: {
    'no-channel': 'The channel is gone, or Sitrep cannot see it: nothing will come. Choose another with /digest edit.',
    unfit: 'Into a channel of this kind it cannot come in this way. Change channel or “as” with /digest edit.',
    'no-right': (rights) => `Sitrep may not do this in the channel, so nothing will come until it may: ${rights}.`,
    'no-crosspost': 'Only messages of an announcement channel can be published: it comes, and is not published.',
    'no-role': 'The role is gone: nobody is mentioned. Choose another with /digest edit.',
    'no-moderators': 'Moderators have no channel in which it could be shown first. Name one with /settings moderators.',
    lost: (queries) =>
      `Nothing, or more than one thing, is known by this name any more: ${queries}. It is left out; with no other topic, nothing comes. Change it with /digest edit.`,
    trouble: (what) => `The last time: ${what}`,
    untold: 'Nobody could be told: name a channel with /settings moderators.',
    unchecked: 'There are no Discord channels here: nothing is sent, and permissions could not be checked.',
    unanswered: 'Discord did not answer, so permissions could not be checked. See /digest list later.',
  },
  done: {
    created: 'Set up.',
    edited: 'Changed.',
    paused: 'Paused.',
    resumed: 'Resumed, from now on.',
    removed: (id) => `Removed: digest ${id}. What has come stays in its channel.`,
    zoneSet: (zone) => `Time zone: ${zone}, as in /settings.`,
    zoneGuessed: (zone) =>
      `Time zone: ${zone}, a guess by your language. If that is wrong: /digest edit, and /settings defaults for all further ones.`,
    now: 'It is put together now and comes within seconds; /digest history shows it then.',
  },
  list: {
    title: 'Digests of this server',
    count: (n, most) => `${n} of at most ${most}.`,
    none: 'There are none yet. /digest create sets one up, without any option: everything, here, every day at 09:00.',
    next: (run) => `next: ${run}`,
    paused: 'paused',
    of: (name) => `Look at ${name}`,
  },
  removal: {
    ask: 'Remove this digest? It comes no more.',
    kept: 'What has come stays in its channel, and known in its history, until /settings erase.',
  },
  preview: {
    note: 'Seen by you alone: what would come now. Nothing was sent, and nothing counts as told.',
    silent: 'There is nothing new, so nothing would come now: this digest stays silent then.',
  },
  history: {
    title: (id) => `What came of digest ${id}`,
    none: 'None has been due yet.',
    states: { sent: 'sent', undecided: 'may have arrived, nobody can tell', skipped: 'not sent' },
    reasons: {
      late: 'it was too late',
      'nothing-new': 'there was nothing new',
      'no-subject': 'its topic was not known any more',
      held: 'moderators held it back',
      dropped: 'moderators took all its lines out',
    },
    lines: (n) => count(n, 'event', 'events'),
    message: (n, of) => (of === 1 ? 'message' : `message ${n}`),
  },
  button: {
    preview: 'Preview',
    now: 'Send now',
    pause: 'Pause',
    resume: 'Resume',
    history: 'History',
    remove: 'Remove',
    confirm: 'Remove it',
    list: 'All digests',
    back: 'Back',
  },
  refusal: {
    unknown: 'There is no such digest here any more.',
    'too-many': ({ limit }) =>
      `A server can have ${limit} digests, and these are there. Remove one first (/digest list).`,
    'no-subject': (queries) =>
      `Nothing is known by this name, or more than one thing is: ${queries}. Pick from the suggestions while you type.`,
    unfit: (how) => `Into a channel of this kind nothing can come ${how}. Leave “as” out, or choose another channel.`,
    'no-channel': 'Sitrep cannot see that channel. Let it view the channel first, or choose another.',
    'no-crosspost': 'Only messages of an announcement channel can be published to followers.',
    'no-role': 'There is no such role here any more.',
    'no-moderators':
      'Moderators have no channel in which it could be shown first, so it cannot have a veto window. Name one with /settings moderators.',
    'too-late': 'It is on its way, or something was made of it already.',
    unchecked: 'There are no Discord channels here, so nothing can be sent.',
    'under-way': 'One is being put together or sent at this moment. Look at /digest history in a minute.',
    already: 'That is so already.',
  },
  noDigest: (typed) => `There is no digest “${typed}” here. Pick one from the suggestions while you type.`,
  noSchedule: (typed) =>
    `“${typed}” could not be read as a schedule. Examples: daily 09:00, weekdays 8:30, Monday 18:00, every 6 hours, or a cron expression such as 30 8 * * 1-5. Hours: 1, 2, 3, 4, 6, 8 or 12.`,
  noChannel: 'Say into which channel it is to come: the option “channel”.',
  nothingGiven: 'Nothing was given to change.',
  expired: 'This button is of an earlier version. Please use /digest list again.',
  cleared: { topics: 'its topics: be about everything', role: 'the role', veto: 'showing it to moderators first' },
  minutes,
};
