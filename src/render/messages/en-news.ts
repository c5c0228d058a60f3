import type { NewsMessages } from './news-messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('en');
const articles = (n: number): string => `${n} ${plural(n, { one: 'article', other: 'articles' })}`;

export const enNews: NewsMessages = {
  first:
    'You ask for this for the first time, so this is what is best reported. From now on you will see what is new since this answer.',
  since: (instant, what) => `Since you last asked (${instant}): ${what}.`,
  digest: {
    first:
      'This is the first digest here, so this is what is best reported. The next ones hold what is new since the one before.',
    since: (instant, what) => `Since the last digest (${instant}): ${what}.`,
    nothing: (instant) => `Nothing new since the last digest (${instant}).`,
  },
  arrived: (n) => `${articles(n)} came in`,
  replaced: (n) => `${articles(n)} changed`,
  gone: (n) => `${articles(n)} taken out`,
  nothing: (instant) => `Nothing new since you last asked (${instant}).`,
  nothingOnThis: (what) => `Meanwhile: ${what}; none of it tells of this.`,
  best: (lines, events) => `The ${lines} best of ${events} events with something new.`,
  parts: { new: 'New', changed: 'Changed', told: 'Told by further articles' },
  stage: (from, to) => `now ${to}, before: ${from}`,
  revised: (from) => `revised by its own source, before: ${from}`,
  disputed: (over) => `sources now differ on ${over}`,
  settled: (over) => `sources no longer differ on ${over}`,
  over: {
    amount: 'the sum',
    count: 'the number',
    denial: 'whether it is so',
    date: 'the day',
    actor: 'who did it',
    place: 'the place',
  },
  plain: {
    confirmed: 'now confirmed',
    denied: 'now denied by others',
    corrected: 'an article on this was changed since',
    told: 'told again, nothing else changed',
  },
};
