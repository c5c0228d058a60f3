import type { Amount } from '../../domain/claim.ts';
import type { Total } from '../../domain/ledger.ts';

/** Amounts added up, and those of them that could not be. */
export interface Added<T> {
  readonly total: Total | null;
  readonly added: readonly T[];
  readonly leftOut: readonly T[];
}

/**
 * The sum of amounts in one currency, as sure as the least sure of them. "At most" has no place in a sum that has no upper end.
 * @param isShort something was left out that may belong to it
 */
export function sumOf<T extends { readonly amount: Amount }>(all: readonly T[], isShort: boolean): Added<T> {
  const isEndless = isShort || all.some(({ amount }) => isLower(amount));
  const added = isEndless ? all.filter(({ amount }) => !isUpper(amount)) : all;
  const leftOut = all.filter((one) => !added.includes(one));
  const amounts = added.map(({ amount }) => amount);
  return { total: amounts.length > 0 ? totalOf(amounts, isShort || leftOut.length > 0) : null, added, leftOut };
}

const isUpper = ({ op }: Amount): boolean => op === 'lt' || op === 'le';
const isLower = ({ op }: Amount): boolean => op === 'gt' || op === 'ge';

function totalOf(amounts: readonly Amount[], isShort: boolean): Total {
  return {
    low: amounts.reduce((sum, { value }) => sum + value, 0),
    high: amounts.reduce((sum, { value, valueMax }) => sum + (valueMax ?? value), 0),
    op: boundOf(amounts, isShort),
    about: amounts.some(({ op }) => op === 'about'),
  };
}

/** More than 1 and 2 are more than 3; more than 1 and at least 2 are too. */
function boundOf(amounts: readonly Amount[], isShort: boolean): Total['op'] {
  const has = (bound: Amount['op']): boolean => amounts.some(({ op }) => op === bound);
  if (has('gt')) return 'gt';
  if (has('ge') || isShort) return 'ge';
  if (has('lt')) return 'lt';
  return has('le') ? 'le' : 'eq';
}
