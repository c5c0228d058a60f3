import type { CorrectionMessages } from './correction-messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('en');

export const enCorrections: CorrectionMessages = {
  mark: {
    wrong: (day) => `Corrected on ${day}`,
    withdrawn: (day) => `Withdrawn on ${day}`,
    superseded: (day) => `Updated on ${day}`,
  },
  how: {
    gone: 'the article is no longer among the sources',
    changed: 'the article was changed and no longer says so',
    reread: 'the article is read in another way now',
  },
  now: (figure, publisher) => `now ${figure} (${publisher})`,
  since: (n) =>
    `After this was written, ${n} ${plural(n, { one: 'statement', other: 'statements' })} in it did not stand and ${plural(n, { one: 'is', other: 'are' })} struck out. Counts and sums are as they were.`,
};
