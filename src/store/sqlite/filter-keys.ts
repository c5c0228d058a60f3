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
  const slots = filterSlotsOf(claim).map(([name, values]) => {
    return { name, values: [...new Set(values.flatMap((value) => valuesFor(database, name, value)))] };
  });
  const combinations = slots.reduce<readonly Filters[]>(
    (all, { name, values }) => [...all, ...all.flatMap((one) => values.map((value) => ({ ...one, [name]: value })))],
    [{}],
  );
  return combinations.slice(1).map((filters) => refNum(database, filterKey(filters)));
}

/** What must be asked for in a filter so that a slot's value fits. */
function valuesFor(database: Database, name: FilterName, value: string): readonly string[] {
  switch (name) {
    case 'kind':
    case 'status':
      return [value];
    case 'place':
      return filterIdsOf(database, value).within;
    case 'donor':
    case 'recipient':
    case 'side':
    case 'person':
      return filterIdsOf(database, value).actsFor;
  }
}
