import { beforeAll, describe, expect, test } from 'vitest';
import aid from '../../commands/aid.ts';
import type { App } from '../../src/app.ts';
import type { PressAnswer } from '../../src/command.ts';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import { Brief } from '../../src/domain/brief.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { type Page, pictureOf } from '../../src/domain/page.ts';
import { DAY_MS } from '../../src/domain/period.ts';
import { PictureSpec } from '../../src/domain/picture.ts';
import { toText } from '../../src/render/text.ts';
import { MAY_15_MS } from '../support/briefs.ts';
import { aClaim, anArticleFile, anEntity, ENTITIES, type ParaphraseOf, published } from '../support/claims.ts';
import { committedApp } from '../support/committed-app.ts';
import { expectGolden } from '../support/golden.ts';
import { plainSpaces } from '../support/spaces.ts';
import { aCall, storedApp } from '../support/stored-app.ts';

const GERMANY = anEntity({ id: 'germany', kind: 'country', code: 'DE', names: { en: 'Germany', uk: 'Німеччина' } });
const FRANCE = anEntity({ id: 'france', kind: 'country', code: 'FR', names: { en: 'France', uk: 'Франція' } });

const gift = (value: number, cur: string, over: Partial<ParaphraseOf<'aid'>> = {}) =>
  aClaim({ type: 'aid', items: [], amount: { value, cur, op: 'eq' }, ...over });
const BILLION = 1_000_000_000;

const ARTICLES = [
  anArticleFile({ id: 'first', publisher: 'AP', ...published(MAY_15_MS) }, [
    gift(61 * BILLION, 'USD', { status: 'approved', kind: 'military' }),
    gift(2 * BILLION, 'USD', {
      status: 'approved',
      kind: 'humanitarian',
      attr: { who: 'antony-blinken', side: 'US' },
      epi: 'attributed',
    }),
    gift(BILLION, 'USD', { status: 'approved', kind: 'military' }),
    gift(7 * BILLION, 'EUR', {
      donor: ['DE'],
      status: 'pledged',
      amount: { value: 7 * BILLION, cur: 'EUR', op: 'gt' },
    }),
    aClaim({
      type: 'aid',
      donor: ['DE'],
      items: ['tanks'],
      count: { value: 18, op: 'eq', unit: 'tanks' },
      status: 'delivered',
      kind: 'military',
    }),
    aClaim({
      type: 'aid',
      donor: [],
      items: ['shells'],
      status: 'requested',
      sentence: { en: 'Shells are asked for.', uk: 'Просять снаряди.' },
    }),
  ]),
  anArticleFile({ id: 'second', publisher: 'AFP', ...published(MAY_15_MS - DAY_MS) }, [
    gift(60 * BILLION, 'USD', { status: 'approved', kind: 'military' }),
    aClaim({ type: 'move' }),
  ]),
];

let app: App;

beforeAll(async () => {
  app = await storedApp(ARTICLES, [], [...ENTITIES, GERMANY, FRANCE]);
});

const ask = async (input: object, discord = false): Promise<{ readonly page: Page; readonly brief: Brief }> => {
  const answer = await aid.run(input, app, aCall(discord ? { limits: DISCORD_PAGE_LIMITS } : {}));
  const { brief } = answer.data as { readonly brief: Brief };
  return { page: answer.page, brief };
};
const shown = (page: Page): string => plainSpaces(toText(page));
const labels = ({ actions }: Page) => actions.flat().map(({ label }) => label);
const press = (page: Page, label: string): Promise<PressAnswer> => {
  const action = page.actions.flat().find((each) => each.label === label)?.action ?? label;
  if (!aid.press) throw new Error('has buttons');
  return aid.press({ rest: action.slice('aid:'.length), onPrivate: false, byAsker: true }, app, aCall());
};

describe('in full', () => {
  test.for(LANGUAGES)('in %s', async (language) => {
    const call = { language, limits: DISCORD_PAGE_LIMITS };
    const { page } = await aid.run({ language }, app, aCall({ language }));
    expectGolden(`aid/ledger-${language}.txt`, toText(page));
    const sent = await aid.run({ language }, app, aCall(call));
    expectGolden(`aid/ledger-${language}.json`, `${JSON.stringify(toMessage(sent.page), null, 2)}\n`);
  });

  test.for(LANGUAGES)('of the committed articles, in %s', async (language) => {
    const { page } = await aid.run({ period: 'all', language }, await committedApp(), aCall({ language }));
    expectGolden(`aid/committed-${language}.txt`, toText(page));
  });
});

describe('sums', () => {
  test('are in the answer’s data, and survive being kept', async () => {
    const { brief } = await ask({ donor: 'USA' });
    expect(Brief.parse(JSON.parse(JSON.stringify(brief))).ledger).toEqual(brief.ledger);
    expect(brief.ledger?.entries.flatMap(({ sums }) => sums)).toMatchObject([
      {
        ...{ currency: 'USD', status: 'approved', recipient: 'UA', total: { low: 2 * BILLION, op: 'ge' } },
        contested: [{ low: 60 * BILLION, high: 61 * BILLION }],
        leftOut: [{ why: 'perhaps_part' }],
      },
    ]);
  });

  test('stand under their giver, with what is in none of them', async () => {
    const text = shown((await ask({})).page);
    expect(text).toContain('Approved: at least $2 billion; not added, since disputed: $60 billion – $61 billion\n');
    expect(text).toContain('In no sum: 1 amount that may be part of another, or the same.');
    expect(text).toMatch(/disputed: \$61 billion \(AP\) \[\d\], \$60 billion \(AFP\) \[\d\]/);
    expect(text).not.toContain('Pledged:');
  });

  test('no other form has them', async () => {
    const { brief } = await ask({});
    expect(Brief.parse({ ...brief, ledger: undefined }).ledger).toBeNull();
  });
});

describe('the chart', () => {
  test('has a panel for each currency, and its words say what the bars say', async () => {
    const { page } = await ask({});
    const picture = pictureOf(page);
    expect(PictureSpec.parse(picture?.spec)).toMatchObject({
      kind: 'aid',
      panels: [
        {
          currency: 'USD',
          rows: [
            { donor: 'United States', bars: [{ status: 'approved', low: 60 * BILLION, high: 61 * BILLION, op: 'eq' }] },
            { donor: 'United States', bars: [{ status: 'approved', low: 2 * BILLION, op: 'ge' }] },
          ],
        },
        { currency: 'EUR', rows: [{ donor: 'Germany', bars: [{ status: 'pledged', low: 7 * BILLION, op: 'gt' }] }] },
      ],
      withoutSum: 1,
    });
    expect(plainSpaces(picture?.alt ?? '')).toBe(
      'Chart: Aid. United States: Approved (Ukraine): at least $2 billion; not added, since disputed: $60 billion – $61 billion. Germany: Pledged (Ukraine): more than €7 billion.',
    );
  });

  test('is left out for a single bar', async () => {
    expect(pictureOf((await ask({ donor: 'Germany' })).page)).toBeNull();
  });
});

describe('buttons', () => {
  test('narrow by status and kind, and back', async () => {
    const { page } = await ask({}, true);
    expect(labels(page)).toEqual(expect.arrayContaining(['Approved · 3', 'Military · 3', 'Evidence', 'Sources']));
    const narrowed = await press(page, 'Pledged · 1');
    expect(narrowed.how).toBe('update');
    expect(shown(narrowed.page)).toContain('Aid · status: pledged');
    expect(labels(narrowed.page)).toContain('All statuses');
    const both = await press(narrowed.page, 'All statuses');
    expect(labels(both.page)).toContain('Approved · 3');
  });

  test('one of an answer that nobody keeps says so', async () => {
    expect(shown((await press((await ask({})).page, 'aid:narrow:zzzzzzzz:status:pledged')).page)).toContain('/aid');
  });

  test.for(['kind:delivered', 'status:military', 'status:nothing', 'donor:US'])(
    'nobody sends us is refused: %s',
    async (which) => {
      const { brief } = await ask({});
      const answer = await press({ ...(await ask({})).page, actions: [] }, `aid:narrow:${brief.id}:${which}`);
      expect(answer.page.tone).toBe('quiet');
    },
  );
});

test('who asks for a status is told the account that has it, and the others beside it', async () => {
  const at = (id: string, status: 'approved' | 'delivered') =>
    anArticleFile({ id, publisher: id, ...published(MAY_15_MS) }, [
      gift(BILLION, 'USD', { status, ...(status === 'delivered' && { suspect: { en: 'odd', uk: 'дивно' } }) }),
    ]);
  const stored = await storedApp([at('congress', 'approved'), at('gazette', 'delivered')]);
  const told = async (status: string) => shown((await aid.run({ status }, stored, aCall())).page);
  expect(await told('approved')).toContain('* congress: $1 billion, approved');
  expect(await told('delivered')).toContain('* ⚠ gazette: $1 billion, delivered');
  const { data } = await aid.run({ status: 'delivered' }, stored, aCall());
  const [line] = (data as { readonly brief: Brief }).brief.sections.flatMap(({ lines }) => lines);
  expect(line?.accounts).toMatchObject([{ relation: 'account', backing: [{ claim: { status: 'approved' } }] }]);
});

describe('suggestions', () => {
  const suggest = async (option: string, typed: string) =>
    ((await aid.suggest?.(option, typed, app, aCall())) ?? []).map(({ name }) => name);

  test('of givers and takers are those of whom it is told, with how often', async () => {
    expect(await suggest('donor', '')).toEqual(['United States · country · 4 claims', 'Germany · country · 2 claims']);
    expect(await suggest('recipient', '')).toEqual(['Ukraine · country · 7 claims']);
  });

  test('of a name begin so, and none is one who gives nothing', async () => {
    expect(await suggest('donor', 'ger')).toEqual(['Germany · country · 2 claims']);
    expect(await suggest('donor', 'fra')).toEqual([]);
    expect(await suggest('recipient', 'ger')).toEqual([]);
  });
});

test.for<{ name: string; input: object; says: string }>([
  {
    name: 'a giver that is a town stands for its state',
    input: { donor: 'Kharkiv' },
    says: 'Sources cover donor: Ukraine',
  },
  { name: 'nobody', input: { donor: 'qqqqq' }, says: 'I know nothing by the name' },
  { name: 'a period before there was anything', input: { period: '2001-01-01' }, says: 'No article on this came out' },
])('$name is answered in words', async ({ input, says }) => {
  expect(shown((await aid.run(input, app, aCall())).page)).toContain(says);
});

test('an empty store is told', async () => {
  const { page } = await aid.run({}, await storedApp([]), aCall());
  expect(shown(page)).toContain('No source in this store covers');
});
