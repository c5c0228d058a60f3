import { beforeEach, describe, expect, test } from 'vitest';
import replay from '../../commands/replay.ts';
import troops from '../../commands/troops.ts';
import visits from '../../commands/visits.ts';
import type { App } from '../../src/app.ts';
import type { Answer, Call, Command, Press, PressAnswer } from '../../src/command.ts';
import { DISCORD_PAGE_LIMITS } from '../../src/deliver/message.ts';
import { Brief } from '../../src/domain/brief.ts';
import { UserError } from '../../src/domain/failure.ts';
import type { Page } from '../../src/domain/page.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import { toText } from '../../src/render/text.ts';
import type { ClaimStore, SourceHealth } from '../../src/store/contract.ts';
import { aClaim, anArticleFile, anEntity, ENTITIES, published } from '../support/claims.ts';
import { plainSpaces } from '../support/spaces.ts';
import { aCall, storedSitrep } from '../support/stored-app.ts';

const MAY_12 = Date.UTC(2024, 4, 12);
const sentence = (en: string) => ({ sentence: { en, uk: `${en} (uk)` } });
const HLYBOKE = ['kharkiv-oblast', 'odesa-oblast'].map((region) =>
  anEntity({ id: `hlyboke-${region}`, names: { en: 'Hlyboke', uk: 'Глибоке' }, within: [region] }),
);
const LAND = anEntity({ id: 'no-mans-land', kind: 'area' });
let app: App;
let claims: ClaimStore;
let health: SourceHealth;

beforeEach(async () => {
  ({ app, claims, health } = await storedSitrep(
    [
      anArticleFile({ id: 'fight', ...published(MAY_12) }, [
        aClaim({ type: 'move', ...sentence('Russia advances at Vovchansk.') }),
        aClaim({
          type: 'move',
          actor: 'UA',
          attr: { who: 'UA' },
          epi: 'claimed',
          ...sentence('Ukraine holds Vovchansk.'),
        }),
        aClaim({ ...sentence('A missile hit Kharkiv.') }),
        aClaim({ place: HLYBOKE.map(({ id }) => id), ...sentence('Bombs fell.') }),
      ]),
      anArticleFile({ id: 'travel', publisher: 'AFP', ...published(MAY_12) }, [
        aClaim({
          type: 'visit',
          status: 'planned',
          realis: 'planned',
          place: ['kharkiv'],
          ...sentence('A trip to Kharkiv is planned.'),
        }),
        aClaim({ type: 'visit', ...sentence('Blinken was in Kyiv.') }),
        aClaim({
          type: 'visit',
          status: 'cancelled',
          visitor: ['volodymyr-zelenskyy'],
          ...sentence('A trip was called off.'),
        }),
      ]),
    ],
    [],
    [...ENTITIES, ...HLYBOKE, LAND],
  ));
});

const run = (command: Command, input: object, call: Partial<Call> = {}): Promise<Answer> =>
  command.run(input, app, aCall(call));
const press = (command: Command, rest: string, more: Partial<Press> = {}): Promise<PressAnswer> => {
  if (!command.press) throw new Error('has buttons');
  return command.press({ rest, onPrivate: false, byAsker: true, ...more }, app, aCall());
};
const shown = ({ page }: { readonly page: Page }): string => plainSpaces(toText(page));
const actionOf = ({ page }: { readonly page: Page }, label: string): string => {
  const found = page.actions.flat().find((action) => action.label.startsWith(label));
  if (!found) throw new Error(`no button ${label}: ${page.actions.flat().map((a) => a.label)}`);
  return found.action;
};
const restOf = (action: string): string => action.slice(action.indexOf(':') + 1);

describe('/troops', () => {
  test('moves and strikes, each with who says so', async () => {
    const text = shown(await run(troops, {}));
    expect(text).toContain('Moves and strikes\n');
    expect(text).toContain('The Daily: Russia advances at Vovchansk. [1]');
    expect(text).toContain('Claim by Ukraine, not confirmed: Ukraine holds Vovchansk. [1]');
    expect(text).toContain('The Daily: A missile hit Kharkiv. [1]');
    expect(text).not.toContain('Kyiv');
  });

  test.for<{ name: string; input: object; says: string; not: string }>([
    {
      name: 'a place, with those inside it',
      input: { place: 'kharkiv oblast' },
      says: 'place: Kharkiv Oblast',
      not: 'zzz',
    },
    { name: 'a place alone', input: { place: 'Vovchansk' }, says: 'Russia advances', not: 'A missile hit' },
    { name: 'a side by its name', input: { side: 'ukraine' }, says: 'Ukraine holds', not: 'Russia advances' },
    { name: 'a side by its code', input: { side: 'UA' }, says: 'Ukraine holds', not: 'Russia advances' },
    { name: 'a side by a town of its', input: { side: 'kyiv' }, says: 'side: Ukraine', not: 'Russia advances' },
    { name: 'a side by who leads it', input: { side: 'Zelensky' }, says: 'side: Ukraine', not: 'Russia advances' },
    { name: 'both', input: { place: 'ukraine', side: 'russia' }, says: 'A missile hit', not: 'Ukraine holds' },
    { name: 'a picked name', input: { place: 'id:kharkiv' }, says: 'A missile hit', not: 'Russia advances' },
  ])('by $name', async ({ input, says, not }) => {
    const text = shown(await run(troops, { ...input, period: 'all' }));
    expect(text).toContain(says);
    expect(text).not.toContain(not);
  });

  test.for<{ name: string; input: object; says: string }>([
    {
      name: 'a person as the place',
      input: { place: 'Zelensky' },
      says: '“place” cannot be Volodymyr Zelenskyy · person',
    },
    {
      name: 'a place without a state as the side',
      input: { side: 'no mans land' },
      says: '“side” cannot be no mans land',
    },
    { name: 'a name nobody has', input: { place: 'Vovchanks', side: 'russia' }, says: 'Did you mean one of these?' },
    { name: 'a name of several', input: { place: 'Hlyboke' }, says: '“Hlyboke” can mean several things' },
    { name: '1,000 characters', input: { place: 'x'.repeat(100) }, says: 'I know nothing by the name' },
    { name: 'text from right to left', input: { place: 'ירושלים' }, says: 'I know nothing by the name “ירושלים”' },
  ])('$name is answered in words', async ({ input, says }) => {
    expect(shown(await run(troops, input))).toContain(says);
  });

  test('a choice keeps the other filters and the period', async () => {
    const asked = await run(troops, { place: 'Hlyboke', side: 'RU', period: 'all' });
    const action = actionOf(asked, 'Hlyboke · Kharkiv Oblast');
    expect(action).toBe('troops:pick:en:all:side=russia,place=hlyboke-kharkiv-oblast');
    expect(shown(await press(troops, restOf(action)))).toContain('place: Hlyboke · side: Russia');
  });

  test('with two open names there are choices and no buttons', async () => {
    const asked = await run(troops, { place: 'Hlyboke', side: 'Rusia' });
    expect(shown(asked)).toContain('Hlyboke');
    expect(asked.page.actions).toEqual([]);
  });

  test('its buttons lead to evidence, sources and all dates, in the form’s own name', async () => {
    const asked = await run(troops, { place: 'vovchansk', period: '24h' });
    expect(shown(asked)).toContain('No article on this came out in this period');
    const all = await press(troops, restOf(actionOf(asked, 'Show all dates')));
    expect(shown(all)).toContain('Russia advances');
    expect(actionOf(all, 'Evidence')).toMatch(/^troops:view:[0-9a-z]{8}:evidence:1$/);
    expect(shown(await press(troops, restOf(actionOf(all, 'Evidence'))))).toContain('Evidence: Moves and strikes');
    expect(shown(await press(troops, 'view:zzzzzzzz:overview:1'))).toContain('Please ask again with /troops.');
  });

  test('suggests only what the option takes', async () => {
    const names = async (option: string, typed: string) =>
      ((await troops.suggest?.(option, typed, app, aCall())) ?? []).map(({ value }) => value);
    expect(await names('place', 'v')).toEqual(['id:vovchansk']);
    expect((await names('side', 'u')).toSorted()).toEqual(['id:ukraine', 'id:united-states']);
    expect(await names('period', '7')).toContain('7d');
    await app.saveSettings('77777', { place: 'id:kharkiv' });
    expect((await names('place', ''))[0]).toBe('id:kharkiv');
  });
});

describe('/visits', () => {
  test('planned, done and cancelled stand apart, in this order', async () => {
    const text = shown(await run(visits, {}));
    const at = ['Planned · 1', 'A trip to Kharkiv', 'Done · 1', 'Blinken was in Kyiv', 'Cancelled · 1'].map((words) =>
      text.indexOf(words),
    );
    expect(at.every((each) => each > 0)).toBe(true);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(text).not.toContain('Under way');
  });

  test.for([
    { input: { person: 'Zelensky' }, says: 'A trip was called off.', not: 'Blinken was' },
    { input: { person: 'US' }, says: 'Blinken was in Kyiv.', not: 'called off' },
    { input: { person: 'antony blinken', place: 'Kyiv' }, says: 'Blinken was in Kyiv.', not: 'planned.' },
    { input: { person: 'antony blinken', place: 'kharkiv' }, says: 'A trip to Kharkiv is planned.', not: 'in Kyiv' },
  ])('of $input', async ({ input, says, not }) => {
    const text = shown(await run(visits, input));
    expect(text).toContain(says);
    expect(text).not.toContain(not);
  });
});

describe('silence', () => {
  const failed = () => health.failed(OPERATOR, { id: 'one', publisher: 'Reuters' }, Date.UTC(2026, 4, 30, 6, 30));

  test('nothing in the period, nobody covers it, and sources that fail are three answers', async () => {
    const quiet = shown(await run(troops, { place: 'kharkiv', period: '24h' }));
    const uncovered = shown(await run(troops, { place: 'no mans land' }));
    await failed();
    const failing = shown(await run(troops, { place: 'kharkiv', period: '24h' }));
    expect(quiet).toContain('No article on this came out in this period');
    expect(uncovered).toContain('No source in this store covers what was asked: place: no mans land.');
    expect(failing).toContain('These sources cannot be read: Reuters, since 30 May 2026, 06:30 UTC.');
    for (const text of [quiet, uncovered, failing]) expect(text).toContain('does not mean that nothing happened');
  });

  test('what is covered, but never in this respect, is said to be so', async () => {
    expect(shown(await run(visits, { person: 'russia' }))).toContain(
      'Sources cover person: Russia, but none says anything on this topic: Visits.',
    );
  });

  test('a source that failed after the period changes nothing; one that fails beside lines is noted', async () => {
    await failed();
    expect(shown(await run(troops, { place: 'kharkiv', period: '2024-01-01..2024-01-31' }))).not.toContain('Reuters');
    expect(shown(await run(troops, { place: 'kharkiv' }))).toContain('Reuters, since 30 May 2026');
    await health.recovered(OPERATOR, 'one');
    expect(shown(await run(troops, { place: 'kharkiv' }))).not.toContain('Reuters');
  });
});

describe('/replay', () => {
  const idOf = (answer: Answer): string => /answer ([0-9a-z]{8})/.exec(shown(answer))?.[1] ?? '';

  test('shows exactly what was shown, whatever came since, and what the store held then', async () => {
    const limits = { limits: DISCORD_PAGE_LIMITS };
    const asked = await run(visits, {}, limits);
    await claims.put(OPERATOR, anArticleFile({ id: 'later', ...published(MAY_12) }, [aClaim({ type: 'visit' })]));
    const again = await run(
      replay,
      { id: ` ${idOf(asked).toUpperCase()} ` },
      { ...limits, nowMs: aCall().nowMs + 9_000 },
    );
    const [note, ...blocks] = again.page.blocks.toReversed();
    expect(blocks.toReversed()).toEqual(asked.page.blocks);
    expect(again.page.actions).toEqual(asked.page.actions);
    const said = plainSpaces(toText({ ...again.page, blocks: note ? [note] : [] }));
    expect(said).toMatch(
      /^This is answer .{8} as it was given on 1 June 2026, 12:00 UTC\. The store then held 2 articles with 7 claims \(state \d+\)\.\n$/,
    );
  });

  test('shows the page that the message was turned to by who asked for it, and nobody else', async () => {
    const asked = await run(troops, {});
    const evidence = restOf(actionOf(asked, 'Evidence'));
    await press(troops, evidence, { byAsker: false });
    expect(shown(await run(replay, { id: idOf(asked) }))).not.toContain('Evidence: Moves');
    await press(troops, evidence);
    expect(shown(await run(replay, { id: idOf(asked) }))).toContain('Evidence: Moves and strikes');
  });

  test.for(['zzzzzzzz', 'short', '@everyone', 'x'.repeat(40)])('%s: no such answer', async (id) => {
    await expect(run(replay, { id })).rejects.toThrow(UserError);
  });

  test('another server’s answer is not there', async () => {
    const id = idOf(await run(troops, {}));
    const elsewhere = { guildId: '88888', scope: { guildId: '88888' } };
    await expect(run(replay, { id }, elsewhere)).rejects.toThrow('No answer');
  });
});

test('an answer kept before there were forms is still there', async () => {
  const asked = await run(troops, {});
  const { brief } = asked.data as { brief: Brief };
  const { form: _, filters: __, ...question } = brief.question;
  const { failing: ___, store: ____, shown: _____, ...rest } = brief;
  expect(Brief.parse({ ...rest, question })).toMatchObject({
    question: { form: 'summary', filters: {} },
    failing: [],
    store: null,
    shown: { view: 'overview', page: 1 },
  });
});
