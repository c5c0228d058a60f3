import fc from 'fast-check';
import type { Claim, ClaimOf } from '../../../src/domain/claim.ts';
import { aStructured } from '../../support/claims.ts';

export const REALIS = ['actual', 'ongoing', 'attempted', 'planned', 'hypothetical'] as const;
export const ACTIONS = ['advance', 'capture', 'withdraw', 'deploy', 'reinforce', 'mass', 'hold', 'lose'] as const;
export const STAGES: readonly ClaimOf<'aid'>['status'][] = [
  ...(['requested', 'proposed', 'pledged', 'approved', 'announced'] as const),
  ...(['delivering', 'delivered', 'refused', 'suspended'] as const),
];
export const VISITS = ['planned', 'under_way', 'done', 'cancelled'] as const;
export const KINDS = ['displaced', 'killed', 'injured', 'casualties', 'damage'] as const;

const actor = fc.constantFrom('RU', 'UA', 'officials', 'some-forces');
const places = fc.uniqueArray(fc.constantFrom('kharkiv', 'kharkiv-oblast', 'unknown-town'), { maxLength: 3 });
const count = fc.option(
  fc.oneof(
    fc.record({ value: fc.nat(90_000), op: fc.constantFrom('eq', 'gt', 'about'), unit: fc.constant('people') }),
    fc.record({ vague: fc.constant('dozens') }),
  ),
  { nil: undefined },
);
const said = { realis: fc.constantFrom(...REALIS), neg: fc.boolean(), count };

/** Any claim without a sentence, in any realis, whose slots leave something to say. */
export const anyStructured: fc.Arbitrary<Claim> = fc
  .oneof(
    fc.record({
      ...said,
      type: fc.constant('move'),
      actor: fc.option(actor),
      action: fc.constantFrom(...ACTIONS),
      place: places,
    }),
    fc.record({ ...said, type: fc.constant('strike'), actor: fc.option(actor), place: places }),
    fc.record({
      ...said,
      type: fc.constant('aid'),
      donor: fc.uniqueArray(actor, { maxLength: 2 }),
      recipient: fc.option(fc.constantFrom('UA', 'kharkiv')),
      status: fc.constantFrom(...STAGES),
    }),
    fc.record({
      ...said,
      type: fc.constant('visit'),
      visitor: fc.uniqueArray(actor, { minLength: 1, maxLength: 2 }),
      place: places,
      host: fc.uniqueArray(fc.constantFrom('volodymyr-zelenskyy', 'US'), { maxLength: 2 }),
      status: fc.constantFrom(...VISITS),
    }),
    fc.record({
      ...said,
      type: fc.constant('impact'),
      kind: fc.uniqueArray(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 2 }),
      place: places,
    }),
  )
  .map(
    ({ count: counted, ...slots }) => aStructured({ ...slots, ...(counted && { count: counted }) } as never) as Claim,
  );
