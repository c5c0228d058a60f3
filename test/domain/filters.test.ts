import { expect, test } from 'vitest';
import { filterSlotsOf } from '../../src/domain/filters.ts';
import { aClaim } from '../support/claims.ts';

test.each([
  ['what came', {}, ['delivered']],
  ['what is said not to have come', { neg: true }, []],
  ['what somebody denies', { epi: 'denied' }, []],
] as const)('%s, by its status', (_, over, found) => {
  const slots = new Map(filterSlotsOf(aClaim({ type: 'aid', status: 'delivered', ...over })));
  expect(slots.get('status')).toEqual(found);
});
