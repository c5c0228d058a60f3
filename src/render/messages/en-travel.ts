import { plurals } from './plural.ts';
import type { TravelMessages } from './travel-messages.ts';

const plural = plurals('en');
const messages = (n: number): string => `${n} ${plural(n, { one: 'message', other: 'messages' })}`;

export const enTravel: TravelMessages = {
  shown: (n, isUndone) => `${isUndone ? 'put back' : 'marked'} in ${messages(n)}`,
  elsewhere: (n) => `behind the buttons of ${messages(n)}`,
  waiting: (n) => `${messages(n)} still to be edited`,
  unreachable: (n, why) => `${messages(n)} not reached (${why})`,
  why: {
    gone: 'deleted',
    'no-channel': 'the channel is gone',
    'no-permission': 'Sitrep does not see the channel or may not edit there',
    'not-in-server': 'Sitrep is not in the server',
    'not-accepted': 'Discord did not take the edit',
    'too-old': 'older than 30 days, or too many came after',
  },
  next: 'Messages that printed it are edited within minutes, as far as they can be reached; /corrections tells how many.',
};
