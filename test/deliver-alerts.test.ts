import { beforeEach, describe, expect, test } from 'vitest';
import type { ArticleFile } from '../src/domain/article-file.ts';
import type { Brief } from '../src/domain/brief.ts';
import { alertChannel, alerting, NOON, trackedStore } from './support/alerts.ts';
import { aClaim, anArticleFile, published } from './support/claims.ts';

const MAY = (day: number): number => Date.UTC(2024, 4, day);
const say = (en: string) => ({ sentence: { en, uk: `${en} (uk)` } });
const on = (iso: string) => ({ date: { text: iso, iso } });
const dead = (value: number) => ({
  ...({ type: 'impact', kind: ['killed'], attr: { who: 'officials' }, epi: 'attributed' } as const),
  ...on('2024-05-12'),
  count: { value, op: 'eq' as const, unit: 'people' },
  ...say(`${value} people died.`),
});
const STRIKE = { ...on('2024-05-11'), ...say('A missile hit Kharkiv.') };
const VISIT = { type: 'visit', ...say('Blinken was in Kyiv.') } as const;

const article = (id: string, publisher: string, day: number, ...claims: Parameters<typeof aClaim>[0][]): ArticleFile =>
  anArticleFile(
    { id, publisher, ...published(MAY(day)) },
    claims.map((claim) => aClaim(claim)),
  );

let store: Awaited<ReturnType<typeof trackedStore>>;
let discord: ReturnType<typeof alertChannel>;
let bot: ReturnType<typeof alerting>;
beforeEach(async () => {
  store = await trackedStore();
  discord = alertChannel();
  bot = alerting(store, discord.channel);
  return store.close;
});

/** The lines of an answer, each with what is new of it. */
const linesOf = ({ sections }: Brief): readonly string[] =>
  sections
    .flatMap(({ lines }) => lines)
    .map(({ backing: [first], changes }) => {
      const sentence = first?.claim.mode === 'paraphrase' ? first.claim.sentence.en : '';
      return [sentence, ...(changes ?? []).map(({ kind }) => kind)].join(' ');
    })
    .sort();

const messages = () =>
  discord.posts().map(({ outgoing, edits }) => [outgoing, ...edits].map(({ content }) => linesOf(content.brief)));

describe('an alert', () => {
  test('comes for what is new, once, and not for what was there or is about something else', async () => {
    await store.put(article('before', 'The Daily', 10, STRIKE));
    await store.follow({ query: 'id:kharkiv' });
    await bot.run();
    expect(messages()).toEqual([]);
    await store.put(article('first', 'AFP', 13, dead(5)));
    await store.put(article('other', 'AFP', 13, { ...VISIT, place: ['kyiv'] }));
    await bot.run();
    expect(messages()).toEqual([[['5 people died. new']]]);
    await bot.run();
    expect(messages()).toHaveLength(1);
    expect(bot.kept).toHaveLength(1);
  });

  test('is edited as its event develops', async () => {
    await store.follow();
    await store.put(article('first', 'The Daily', 12, dead(5)));
    await bot.run();
    store.pass(3_600_000);
    await store.put(article('second', 'AFP', 13, dead(6)));
    await bot.run();
    expect(messages()).toEqual([[['5 people died. new'], ['6 people died. revised']]]);
    await store.put(article('third', 'Reuters', 13, dead(6)));
    await bot.run();
    expect(messages()[0]).toHaveLength(3);
    expect(NOON).toBeLessThan(store.now());
  });
});
