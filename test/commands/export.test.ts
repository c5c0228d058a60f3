import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import aid from '../../commands/aid.ts';
import exportAnswer from '../../commands/export.ts';
import { ExportInput, wantedBy } from '../../commands/export-input.ts';
import type { App } from '../../src/app.ts';
import type { Answer, Call } from '../../src/command.ts';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import type { Brief } from '../../src/domain/brief.ts';
import { UserError } from '../../src/domain/failure.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { fileOf } from '../../src/domain/page.ts';
import { toText } from '../../src/render/text.ts';
import { aClaim, aFileOf, anArticleFile, readFrom } from '../support/claims.ts';
import { committedApp } from '../support/committed-app.ts';
import { expectGolden } from '../support/golden.ts';
import { plainSpaces } from '../support/spaces.ts';
import { aCall, storedApp, storedSitrep } from '../support/stored-app.ts';

describe('what is asked for', () => {
  test.for<{ input: object; wanted: object }>([
    { input: { query: 'kharkiv' }, wanted: { form: 'summary', input: { query: 'kharkiv', filters: {} } } },
    { input: { topic: 'aid' }, wanted: { form: 'summary', input: { query: 'topic:aid', about: 'aid' } } },
    { input: { place: 'kharkiv' }, wanted: { form: 'summary', input: { query: 'kharkiv', filters: {} } } },
    {
      input: { donor: 'US', status: 'pledged' },
      wanted: { form: 'aid', input: { query: '', filters: { donor: 'US', status: 'pledged' } } },
    },
    {
      input: { side: 'RU', place: 'kyiv' },
      wanted: { form: 'troops', input: { filters: { side: 'RU', place: 'kyiv' } } },
    },
    { input: { person: 'blinken' }, wanted: { form: 'visits', input: { filters: { person: 'blinken' } } } },
    { input: { command: 'troops' }, wanted: { form: 'troops', input: { query: '', filters: {} } } },
    { input: { command: 'visits', place: 'kyiv' }, wanted: { form: 'visits', input: { filters: { place: 'kyiv' } } } },
    { input: { command: 'disputes', query: 'kyiv' }, wanted: { form: 'disputes', input: { query: 'kyiv' } } },
    { input: { id: ' AB12CD34 ' }, wanted: { kind: 'answer', id: 'ab12cd34' } },
    { input: {}, wanted: { why: 'nothingAsked' } },
    { input: { as: 'md', period: 'all' }, wanted: { why: 'nothingAsked' } },
    { input: { id: 'ab12cd34', query: 'kyiv' }, wanted: { why: 'both' } },
    { input: { donor: 'US', side: 'RU' }, wanted: { why: 'noForm' } },
    { input: { query: 'kyiv', donor: 'US' }, wanted: { why: 'noForm' } },
    { input: { command: 'aid', side: 'RU' }, wanted: { why: 'noForm' } },
  ])('of $input', ({ input, wanted }) => {
    expect(wantedBy(ExportInput.parse(input))).toMatchObject(wanted);
  });
});

let app: App;

beforeAll(async () => {
  app = await committedApp();
});

const run = (input: object, call: Partial<Call> = {}, of: App = app): Promise<Answer> =>
  exportAnswer.run(input, of, aCall(call));
const textOf = (answer: Answer): string => fileOf(answer.page)?.text ?? '';

describe('the committed articles', () => {
  test.for(LANGUAGES.flatMap((language) => (['csv', 'json', 'md'] as const).map((as) => ({ language, as }))))(
    'as $as, in $language',
    async ({ language, as }) => {
      const answer = await run({ donor: 'US', period: 'all', as, language });
      expectGolden(`export/aid-${language}.${as}`, textOf(answer));
      expectGolden(
        `export/page-${language}.txt`,
        toText(answer.page)
          .replaceAll(as, 'csv')
          .replace(/\w{8}\.csv/, 'ID.csv'),
      );
    },
  );

  test('a message holds the file', async () => {
    const { page } = await run({ query: 'blinken', as: 'json' }, { limits: DISCORD_PAGE_LIMITS });
    const { file, components } = toMessage(page);
    expect(file?.name).toMatch(/^sitrep-summary-[0-9a-z]{8}\.json$/);
    expect(JSON.parse(Buffer.from(file?.bytes ?? []).toString()).records.length).toBeGreaterThan(10);
    expect(JSON.stringify(components)).toContain(`"type":13,"file":{"url":"attachment://${file?.name}"}`);
  });

  test('a file that is too long is cut, and the message says so', async () => {
    const { page } = await run(
      { query: 'ukraine', period: 'all' },
      { limits: { ...DISCORD_PAGE_LIMITS, fileBytes: 9_000 } },
    );
    expect(Buffer.byteLength(fileOf(page)?.text ?? '')).toBeLessThanOrEqual(9_000);
    expect(toText(page)).toMatch(/\d+ records more had no room/);
  });
});

describe('an answer given before', () => {
  test('is exported as it was, in the language asked for', async () => {
    const { data } = await aid.run({ donor: 'US', period: 'all' }, app, aCall());
    const { id } = (data as { readonly brief: Brief }).brief;
    const answer = await run({ id, as: 'md', language: 'uk' });
    expect(textOf(answer)).toContain('# Допомога');
    expect(fileOf(answer.page)?.name).toBe(`sitrep-aid-${id}.md`);
  });

  test('of another server, or never given, is nobody’s', async () => {
    const { data } = await aid.run({}, app, aCall());
    const { id } = (data as { readonly brief: Brief }).brief;
    await expect(run({ id }, { guildId: '1', scope: { guildId: '1' } })).rejects.toThrow(UserError);
    await expect(run({ id: 'zzzzzzzz' })).rejects.toThrow('zzzzzzzz');
  });
});

test('quotes are the words that have the hash, and no other file has them', async () => {
  const text = 'Oleh said:\n=HYPERLINK("x") was what the sign on the bridge read that day.';
  const words = '=HYPERLINK("x") was what the sign on the bridge read';
  const { app: stored, claims } = await storedSitrep([]);
  await claims.put({ guildId: null }, aFileOf(text, { id: 'kept' }, [readFrom(text, words, aClaim())]), text);
  const { records } = JSON.parse(textOf(await run({ query: 'kharkiv', as: 'json' }, {}, stored)));
  const [{ evidence }] = records;
  expect(evidence[0].quote).toBe(words);
  expect(createHash('sha256').update(evidence[0].quote).digest('hex')).toBe(evidence[0].sha256);
  expect(textOf(await run({ query: 'kharkiv' }, {}, stored))).toContain(`"'=HYPERLINK(""x"")`);
});

test('more events are in a file than in an answer, and where there are more still, that is said', async () => {
  const many = Array.from({ length: 150 }, (_, n) =>
    anArticleFile({ id: `article-${n}` }, [
      aClaim({
        sentence: { en: `Strike ${n}.`, uk: `Удар ${n}.` },
        date: { text: 'd', iso: `${2000 + Math.floor(n / 9)}-0${1 + (n % 9)}-11` },
      }),
    ]),
  );
  const stored = await storedApp(many);
  const answer = await run({ query: 'kharkiv', as: 'json' }, {}, stored);
  const { records } = JSON.parse(textOf(answer));
  expect(records.length).toBeGreaterThan(60);
  expect(toText(answer.page)).toContain('there are more: choose a shorter period');
});

test.for<{ name: string; input: object; says: string }>([
  { name: 'an unknown name', input: { query: 'qqqqq' }, says: 'I know nothing by the name' },
  {
    name: 'nothing in the period',
    input: { query: 'kharkiv', period: '2001-01-01' },
    says: 'No article on this came out',
  },
])('$name is told in words, without a file and without buttons', async ({ input, says }) => {
  const { page } = await run(input);
  expect(plainSpaces(toText(page))).toContain(says);
  expect([fileOf(page), page.actions]).toEqual([null, []]);
});

test.for(['nothingAsked', 'both', 'noForm'] as const)(
  'what cannot be exported is refused in words: %s',
  async (why) => {
    const input = { nothingAsked: {}, both: { id: 'ab12cd34', query: 'x' }, noForm: { donor: 'US', side: 'RU' } }[why];
    await expect(run(input)).rejects.toThrow(UserError);
  },
);

test('is private where the server says so', async () => {
  const stored = await storedApp([anArticleFile()]);
  await stored.saveSettings('77777', { private: true });
  expect((await run({ query: 'kharkiv' }, {}, stored)).private).toBe(true);
  expect((await run({ query: 'kharkiv', private: false }, {}, stored)).private).toBe(false);
});
