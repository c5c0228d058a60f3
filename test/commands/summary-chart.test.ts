import { beforeAll, describe, expect, test } from 'vitest';
import summary from '../../commands/summary.ts';
import type { App } from '../../src/app.ts';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import type { Page } from '../../src/domain/page.ts';
import { toText } from '../../src/render/text.ts';
import { aClaim, anArticleFile, published } from '../support/claims.ts';
import { expectGolden } from '../support/golden.ts';
import { plainSpaces } from '../support/spaces.ts';
import { aCall, storedApp } from '../support/stored-app.ts';

type Harm = Parameters<typeof aClaim<'impact'>>[0];
type Count = NonNullable<Harm>['count'];

const killed = (iso: string, count: Count, over: Harm = {}) =>
  aClaim({ type: 'impact', count, date: { text: 'that day', iso }, ...over });
const OFFICIALS = { epi: 'claimed', attr: { who: 'officials', side: 'UA' } } as const;
const people = { op: 'eq', unit: 'people' } as const;
const anArticle = (n: number, claims: Parameters<typeof anArticleFile>[1]) =>
  anArticleFile({ id: `article-${n}`, publisher: `Outlet ${n}`, ...published(Date.UTC(2024, 4, 11 + n)) }, claims);

let app: App;

beforeAll(async () => {
  app = await storedApp([
    anArticle(1, [
      killed('2024-05-10', { ...people, value: 8 }, OFFICIALS),
      killed('2024-05-10', { ...people, value: 40 }, { kind: ['injured'] }),
    ]),
    anArticle(2, [
      killed('2024-05-10', { ...people, value: 9 }, OFFICIALS),
      killed('2024-05-11', { value: 12, valueMax: 15, op: 'about', unit: 'people' }),
    ]),
    anArticle(3, [
      killed('2024-05-10', { ...people, value: 7 }),
      killed('2024-05-13', { value: 20, op: 'ge', unit: 'people' }),
      killed('2024-05-14', { ...people, value: 3 }, { neg: true }),
    ]),
  ]);
});

const asked = async (language: Language, query: string, about?: 'civilians'): Promise<Page> =>
  (await summary.run({ query, language, ...(about && { about }) }, app, aCall())).page;

async function pressed(page: Page, label: string): Promise<Page | undefined> {
  const action = page.actions.flat().find((one) => one.label === label)?.action ?? '';
  const press = { rest: action.slice('summary:'.length), onPrivate: false, byAsker: true };
  return (await summary.press?.(press, app, aCall()))?.page;
}

describe('counts over time of what the store holds', () => {
  test.for(LANGUAGES)('in full, in %s', async (language) => {
    const page = await asked(language, 'topic:civilians');
    const chart = await pressed(page, language === 'en' ? 'Chart' : 'Графік');
    expectGolden(`chart-${language}.txt`, plainSpaces(chart ? toText(chart) : ''));
  });

  test('of a place, with the way back to the answer', async () => {
    const page = await asked('en', 'ukraine', 'civilians');
    const chart = await pressed(page, 'Chart');
    expect(chart?.blocks.some(({ kind }) => kind === 'picture')).toBe(true);
    expect(chart && (await pressed(chart, 'Back to the answer'))?.blocks).toEqual(page.blocks);
  });
});
