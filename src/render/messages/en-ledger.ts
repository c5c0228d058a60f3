import type { LedgerMessages } from './ledger-messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('en');
const amounts = (n: number): string => `${n} ${plural(n, { one: 'amount', other: 'amounts' })}`;

export const enLedger: LedgerMessages = {
  noDonor: 'Giver not named',
  quoted: 'In the articles’ own words',
  recipient: (name) => `for ${name}`,
  kind: {
    military: 'military aid',
    financial: 'financial aid',
    humanitarian: 'humanitarian aid',
    training: 'training',
    permission: 'permission to use weapons',
    political: 'political support',
  },
  contested: (range, isAfterSum) => (isAfterSum ? `not added, since disputed: ${range}` : `disputed, ${range}`),
  notAdded: 'In no sum:',
  why: {
    part: (n) => `${amounts(n)} within a larger one`,
    perhaps_part: (n) => `${amounts(n)} that may be part of another, or the same`,
    doubted: (n) => `${amounts(n)} to be read with care`,
    unproven: (n) => `${amounts(n)} only claimed, or denied by others`,
    unreal: (n) => `${amounts(n)} only planned or possible`,
    open: (n) => `${amounts(n)} with nothing but an upper bound`,
  },
  all: { kind: 'All kinds', status: 'All statuses' },
  chart: 'Chart',
};
