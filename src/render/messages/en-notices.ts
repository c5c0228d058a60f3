import type { NoticeMessages } from './notice-messages.ts';

export const enNotices: NoticeMessages = {
  failing: (name) => `Source cannot be read: ${name}`,
  failingSince: (instant) => `It has failed since ${instant}.`,
  failingNext:
    'It is still asked, every six hours at least, and this channel is told when it can be read again. Until then answers say that this source is missing.',
  recovered: (name) => `Source can be read again: ${name}`,
  recoveredFrom: (since, at) =>
    `It had failed from ${since} to ${at}. What its feed still holds from that time is read now.`,
  gone: (name) => `Source is gone: ${name}`,
  goneNext:
    'Its server says that there is nothing any more, for good (410), so it is not asked again. What it reported stays. Remove it, or resume it if it comes back.',
  request: (name) => `Source waits for a second moderator: ${name}`,
  requestNext: 'It counts only when another moderator approves it.',
};
