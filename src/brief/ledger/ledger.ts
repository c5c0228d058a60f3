import type { Line } from '../../domain/brief.ts';
import type { Ledger, LedgerEntry, LedgerSum, LeftOut } from '../../domain/ledger.ts';
import { doubtOf, isGift, type Package, packagesIn, partOf } from './package.ts';
import { sumOf } from './sum.ts';

/**
 * Who gives what, with sums over what may be added up: the same givers, taker, currency and status. What may be a part of
 * another package is not added, nor what articles differ on, doubt or only claim; where that may be missing, the sum says "at
 * least". Givers with amounts stand first, those who are not named last; else in the order of their first lines.
 * @param lines about aid, best first
 */
export function ledgerOf(lines: readonly Line[]): Ledger {
  const told = lines.filter(({ claim }) => claim.mode !== 'excerpt');
  const byDonors = Map.groupBy(told, donorsKey);
  const entries = [...byDonors].map(([key, those]) => entryOf(key === '' ? [] : key.split(' '), those));
  return {
    entries: entries.sort((a, b) => rankOf(a) - rankOf(b)),
    quoted: lines.filter(({ claim }) => claim.mode === 'excerpt').map(({ id }) => id),
    withoutAmount: told.filter(({ claim }) => claim.type === 'aid' && !claim.neg && !claim.amount && isGift(claim))
      .length,
  };
}

const donorsKey = ({ claim }: Line): string => (claim.type === 'aid' ? claim.donor.toSorted().join(' ') : '');

const rankOf = ({ donors, sums }: LedgerEntry): number => Number(donors.length === 0) * 2 + Number(sums.length === 0);

function entryOf(donors: readonly string[], lines: readonly Line[]): LedgerEntry {
  const packages = packagesIn(lines);
  const sorted = lines.toSorted((a, b) => vaguenessOf(a) - vaguenessOf(b));
  return { donors, sums: sumsOf(packages), lines: sorted.map(({ id }) => id) };
}

/** A figure says more than a gift, and that more than what somebody asks for or might do. */
function vaguenessOf({ claim }: Line): number {
  if (claim.type !== 'aid' || claim.neg) return 3;
  if (claim.amount) return 0;
  if (claim.count && 'value' in claim.count) return 1;
  return isGift(claim) ? 2 : 3;
}

const FURTHEST_FIRST: readonly LedgerSum['status'][] = [
  ...(['delivered', 'delivering', 'approved', 'announced', 'pledged'] as const),
  ...(['proposed', 'requested', 'suspended', 'refused'] as const),
];

function sumsOf(packages: readonly Package[]): readonly LedgerSum[] {
  const byKey = Map.groupBy(packages, ({ claim, amount }) =>
    JSON.stringify([amount.cur, claim.recipient, claim.status]),
  );
  const sums = [...byKey.values()].flatMap(([first, ...rest]) => (first ? [sumAt([first, ...rest])] : []));
  return sums.sort((a, b) => FURTHEST_FIRST.indexOf(a.status) - FURTHEST_FIRST.indexOf(b.status));
}

/** @param packages of one giver, taker, currency and status */
function sumAt(packages: readonly [Package, ...Package[]]): LedgerSum {
  const [{ claim, amount }] = packages;
  const contested = packages.flatMap((one) => contestedOf(one));
  const doubted = packages.flatMap((one) => leftOutFor(one));
  const isOpen = ({ line }: Package): boolean => ![...contested, ...doubted].some((one) => one.line === line.id);
  const { kept, parts } = withoutParts(
    packages.filter(isOpen),
    packages.filter((one) => !isOpen(one)),
  );
  const isShort = [...doubted, ...parts].some(({ why }) => why !== 'part');
  const { total, added, leftOut } = sumOf(kept, isShort);
  return {
    ...{ recipient: claim.recipient, currency: amount.cur, status: claim.status, total, contested },
    added: added.map(({ line }) => line.id),
    leftOut: [...doubted, ...parts, ...leftOut.map(({ line }): LeftOut => ({ line: line.id, why: 'open' }))],
  };
}

function leftOutFor(one: Package): readonly LeftOut[] {
  const why = contestedOf(one).length > 0 ? null : doubtOf(one);
  return why === null ? [] : [{ line: one.line.id, why }];
}

/** The ends between which the amounts lie that articles give for it; [] where they agree. */
function contestedOf({ line, claim }: Package): LedgerSum['contested'] {
  const values = line.disputes.filter(({ over }) => over === 'amount').flatMap((dispute) => dispute.values);
  const amounts = values.flatMap((value) =>
    value.claim.type === 'aid' && value.claim.amount?.cur === claim.amount?.cur ? (value.claim.amount ?? []) : [],
  );
  if (amounts.length === 0) return [];
  const ends = amounts.flatMap(({ value, valueMax }) => [value, valueMax ?? value]);
  return [{ line: line.id, low: Math.min(...ends), high: Math.max(...ends) }];
}

/**
 * Parts those that may be added from those that are, or may be, in a larger one.
 * @param others what is not added for another reason, and may have parts all the same
 */
function withoutParts(packages: readonly Package[], others: readonly Package[]) {
  const kept: Package[] = [];
  const parts: LeftOut[] = [];
  for (const one of packages.toSorted((a, b) => b.amount.value - a.amount.value)) {
    const larger = others.filter(({ amount }) => amount.value >= one.amount.value);
    const relations = [...kept, ...larger].map((other) => partOf(one, other));
    const why = relations.find((each) => each === 'part') ?? relations.find((each) => each !== null);
    if (why) parts.push({ line: one.line.id, why });
    else kept.push(one);
  }
  return { kept, parts };
}
