import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { View } from '../../src/domain/brief.ts';
import { AID_KINDS, AID_STATUSES } from '../../src/domain/claim.ts';
import { FORMS } from '../../src/domain/form.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { About } from '../../src/domain/topic.ts';
import { SOURCE_LIMITS } from '../../src/domain/trust.ts';
import { ACTION_CHARS, type AnswerAction, actionCode, parseActionCode } from '../../src/render/action-code.ts';

const id = fc.stringMatching(/^[0-9a-z]{8}$/);
const view = fc.constantFrom(...View.options);
const page = fc.integer({ min: 1, max: 10_000 });
const about = fc.constantFrom(...About.options);

const period = fc.constantFrom(
  null,
  { everything: true },
  { lastHours: 24 },
  { lastHours: 168 },
  { from: '2024-05-10', to: '2024-05-15' },
);
const entity = fc.stringMatching(/^[a-z]{1,12}(-[a-z0-9]{1,4}){0,1}$/);
const filters = fc
  .oneof(
    fc.record({ place: entity, side: entity }, { requiredKeys: [] }),
    fc.record({ status: fc.constantFrom(...AID_STATUSES), kind: fc.constantFrom(...AID_KINDS) }, { requiredKeys: [] }),
  )
  .filter((given) => Object.keys(given).length > 0);

const manner = { language: fc.constantFrom(...LANGUAGES), sources: fc.constantFrom(...SOURCE_LIMITS) };

const anyAction = fc.oneof(
  fc.record({ kind: fc.constantFrom('view', 'share'), id, view, page }),
  fc.record({ kind: fc.constant('about'), id, about }),
  fc.record({ kind: fc.constant('period'), id, period: fc.constantFrom('newest', 'all') }),
  fc.record({ kind: fc.constant('also'), id, index: fc.integer({ min: 0, max: 99 }) }),
  fc.record(
    {
      kind: fc.constant('ask'),
      ...manner,
      about,
      period,
      entity: fc.stringMatching(/^[a-z]{1,20}(-[a-z0-9]{1,10}){0,1}$/),
    },
    { requiredKeys: ['kind', 'language', 'about', 'period', 'entity'] },
  ),
  fc.record(
    { kind: fc.constant('pick'), ...manner, period, filters },
    { requiredKeys: ['kind', 'language', 'period', 'filters'] },
  ),
) as fc.Arbitrary<AnswerAction>;

describe('what a button says', () => {
  test('is read back as it was meant, and is short enough', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORMS), anyAction, (form, action) => {
        const code = actionCode(form, action);
        expect(code.length).toBeLessThanOrEqual(ACTION_CHARS);
        expect(parseActionCode(code.slice(form.length + 1))).toEqual(action);
      }),
    );
  });

  test('is null for anything else', () => {
    fc.assert(fc.property(fc.string(), (text) => parseActionCode(text) === null));
  });

  test.for([
    '',
    'view',
    'view:short:overview:1',
    'view:ab12cd34:overview:0',
    'view:ab12cd34:all:1',
    'view:ab12cd34:overview:1:2',
    'about:ab12cd34:weather',
    'ask:en:aid:soon:kharkiv',
    'ask:de:aid::kharkiv',
    'pick:en::',
    'pick:en::place',
    'pick:en::weather=fine',
    'pick:en::status=hoped',
    'pick:en::place=Kharkiv',
  ])('refuses %s', (code) => {
    expect(parseActionCode(code)).toBeNull();
  });
});
