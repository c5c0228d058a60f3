import { plurals } from './plural.ts';
import type { TrackMessages } from './track-messages.ts';

const plural = plurals('en');

export const enTracks: TrackMessages = {
  title: (id) => `Track ${id}`,
  fact: {
    to: 'Alerts come',
    about: 'About',
    origins: 'An event is told when',
    confirmed: 'Only what is confirmed',
    quiet: 'Quiet hours',
    most: 'At most',
    language: 'Language',
    sources: 'Whose reports count',
    role: 'Mentions',
  },
  direct: 'to you alone, as direct messages',
  confirmedOnly: 'an article says so, or both sides state it, and nobody denies it',
  quietHours: (from, to, zone) => `${from} to ${to}, ${zone}: what happens then is told together at their end`,
  noQuiet: 'none',
  perDay: (n) =>
    `${n} new ${plural(n, { one: 'message', other: 'messages' })} within 24 hours; what is beyond that waits`,
  state: {
    paused: 'Paused: nothing comes until it is resumed.',
    closed:
      'Stopped: Discord lets Sitrep send you no direct messages. Allow direct messages from members of a server that Sitrep is in too, then resume.',
  },
  warning: {
    'no-channel': 'The channel is gone, or Sitrep cannot see it: nothing will come. Choose another with /track edit.',
    unfit: 'No message can come into a channel of this kind. Choose a text channel or a thread with /track edit.',
    'no-right': (rights) =>
      `Sitrep lacks these rights in the channel, so nothing will come until it has them: ${rights}.`,
    'no-role': 'The role is gone: nobody will be mentioned. Choose another with /track edit.',
    lost: 'Nothing is known by this name, or more than one thing is: nothing will come. Change it with /track edit.',
    unchecked: 'There are no Discord channels here: nothing is sent, and the rights could not be checked.',
    unanswered: 'Discord did not answer, so the rights could not be checked. Look later with /track list.',
  },
  done: {
    created: 'From now on, what is new comes within about a minute. One message is edited as its event develops.',
    own: 'To you alone. What servers added for themselves is not in it: that stays in those servers.',
    edited: 'Changed.',
    paused: 'Paused.',
    resumed: 'Resumed, from now on.',
    removed: (id) => `Removed: track ${id}. What has come stays; it is edited no more.`,
  },
  list: {
    title: 'Tracks',
    server: (n, most) => `Of this server: ${n} of at most ${most}`,
    own: (n, most) => `Your own: ${n} of at most ${most}`,
    none: 'There are none yet. /track add with a place, a person or a topic sets one up.',
    of: (name) => `Look at ${name}`,
  },
  removal: 'Remove this track? Nothing comes of it any more.',
  button: {
    pause: 'Pause',
    resume: 'Resume',
    remove: 'Remove',
    confirm: 'Remove it',
    list: 'All tracks',
    back: 'Back',
  },
  refusal: {
    unknown: 'There is no such track any more.',
    'no-channel': 'Sitrep cannot see that channel. Let it view the channel first, or choose another.',
    unfit: 'No message can come into a channel of this kind. Choose a text channel or a thread.',
    'no-role': 'There is no such role here any more.',
    already: 'That is so already.',
    'no-subject': 'Nothing is known by this name, or more than one thing is. Pick from the suggestions while you type.',
    'too-many': {
      server: (limit) => `A server can have ${limit} tracks, and these are there. Remove one first (/track list).`,
      member: (limit) =>
        `You can have ${limit} tracks for yourself, and these are there. Remove one first (/track list).`,
    },
  },
  noTrack: (typed) => `There is no track “${typed}” here. Pick one from the suggestions while you type.`,
  noHours: (typed) => `“${typed}” could not be read as quiet hours. Example: 22:00-07:00.`,
  noChannel: 'Say into which channel alerts are to come: the option “channel”.',
  moderatorsOnly: 'Only moderators can have alerts sent into a channel. For yourself: the option “for”, to me alone.',
  notForOne: 'A channel or a role makes no sense for alerts to you alone.',
  nothingGiven: 'Nothing was given to change.',
  expired: 'This button is of an earlier version. Please use /track list again.',
  whom: { channel: 'into a channel (moderators)', me: 'to me alone, as direct messages' },
  cleared: { role: 'the role', quiet: 'the quiet hours' },
  alert: {
    mark: (track, code) => `Track ${track} · ${code}`,
    updated: (instant, times) =>
      `Last updated ${instant} (${times} ${plural(times, { one: 'update', other: 'updates' })} so far).`,
  },
  notice: {
    title: (track) => `Alerts of track ${track} are not delivered`,
    refused: {
      'no-channel':
        'The channel is gone, or Sitrep cannot see it. Give the track another with /track edit, or let Sitrep view this one.',
      'no-permission':
        'Sitrep may not send messages in the channel. Let it view the channel, send messages and read the message history there.',
      'not-in-server': 'Sitrep is not in the server of the channel any more. Invite it again, or remove the track.',
      'not-accepted': 'Discord does not accept the message in this channel. Choose another with /track edit.',
      'direct-closed': 'Discord lets Sitrep send no direct messages to this member.',
    },
    keptTrying:
      'It is tried again every 15 minutes for a day. You are not told again until an alert has been delivered.',
    undecided: (instant) =>
      `Nobody can tell whether the alert of ${instant} arrived: no answer came, and its channel cannot be read. It is not sent again.`,
    late: (instant) => `The alert of ${instant} could not be sent for a day, and is not sent any more.`,
  },
};
