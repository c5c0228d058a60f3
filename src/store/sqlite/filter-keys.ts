import type { Claim } from '../../domain/claim.ts';
import { type FilterName, type Filters, filterSlotsOf, givenFilters } from '../../domain/filters.ts';
import { filterIdsOf, refNum } from './closure.ts';
import type { Database } from './database.ts';

/**
 * Every combination of filters is a ref of its own, under which the claims that fit are filed: so a question by several
 * filters is one walk down the same indexes as any other, exact at any size. No id or code looks like one.
 */
export const filterKey = (filters: Filters): string =>
  `?${givenFilters(filters)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')}`;

/** The numbers of all combinations of filters that a claim fits. */
export function filterNums(database: Database, claim: Claim): readonly number[] {
  let combinations: readonly Filters[] = [{}];
  for (const [name, slots] of filterSlotsOf(claim)) {
    const values = new Set(slots.flatMap((slot) => valuesFor(database, name, slot)));
    combinations = combinations.flatMap((one) => [one, ...[...values].map((value) => ({ ...one, [name]: value }))]);
  }
  const [_none, ...some] = combinations;
  return some.map((filters) => refNum(database, filterKey(filters)));
}

/** What is asked for in a filter that a slot's value fits. */
function valuesFor(database: Database, name: FilterName, slot: string): readonly string[] {
  switch (name) {
    case 'kind':
    case 'status':
      return [slot];
    case 'place':
      return filterIdsOf(database, slot).within;
    case 'donor':
    case 'recipient':
    case 'side':
    case 'person':
      return filterIdsOf(database, slot).actsFor;
  }
}
