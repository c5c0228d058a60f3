import type { MemberMessages } from './member-messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('en');

export const enMember: MemberMessages = {
  title: 'What is kept of you',
  nothing: 'Nothing is kept of you.',
  kept: 'Kept of you, in all servers and in direct messages:',
  marks: (n) => `${n} ${plural(n, { one: 'mark', other: 'marks' })} up to where you have caught up (/catchup)`,
  mistakes: (n) => `${n} ${plural(n, { one: 'mistake', other: 'mistakes' })} that you reported, in your words`,
  answers: (n) =>
    `${n} ${plural(n, { one: 'answer', other: 'answers' })} shown to you alone, with what you asked, for the buttons below and /replay`,
  tracks: (n) =>
    `${n} ${plural(n, { one: 'track', other: 'tracks' })} of your own (/track), with the messages that came of them`,
  effect:
    'If you delete this, buttons below those answers stop working, also where you shared them, /catchup begins anew, and your own tracks end.',
  confirm: 'Delete all of it',
  deleted: 'Deleted:',
  left: 'Answers shown in a channel are kept for eight days without the name of who asked. What servers’ moderators have set stays.',
  privacy: 'What is kept of you',
  privacyLines: [
    'Marks of /catchup, your own tracks, mistakes that you reported, and answers that were shown to you alone. Of answers shown in a channel, not who asked.',
    'Nothing leaves the machine that this bot runs on but answers to Discord.',
    '/forget deletes what is kept of you.',
  ],
  privacyPage: 'All of it, with how long and where: docs/privacy.md in the bot’s source code.',
};
