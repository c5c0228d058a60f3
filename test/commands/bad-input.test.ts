import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { App } from '../../src/app.ts';
import type { Answer } from '../../src/command.ts';
import { inputWords } from '../../src/deliver/input-words.ts';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import { UserError } from '../../src/domain/failure.ts';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { toText } from '../../src/render/text.ts';
import { aClaim, anArticleFile, anEntity, ENTITIES, published } from '../support/claims.ts';
import { layoutFaults } from '../support/discord/check/components.ts';
import { plainSpaces } from '../support/spaces.ts';
import { aCall, storedApp } from '../support/stored-app.ts';

const MAY_15_MS = Date.UTC(2024, 4, 15);
const OUTLETS = 25;
const strike = aClaim({ type: 'strike', sentence: { en: 'A missile hit Kharkiv.', uk: 'Ракета влучила в Харків.' } });

/** So many articles that tell of one strike. */
const articles = (n: number) =>
  Array.from({ length: n }, (_, at) =>
    anArticleFile({ id: `article-${at}`, publisher: `Outlet ${at % OUTLETS}`, ...published(MAY_15_MS) }, [strike]),
  );

const EUROPE = anEntity({ id: 'europe', kind: 'area', names: { en: 'Europe', uk: 'Європа' } });
/** Put once: it takes a second. */
const manyTold = storedApp(articles(500));

const STORES: Readonly<Record<string, () => Promise<App>>> = {
  'a store with nothing': () => storedApp([], [], []),
  'a store with one article': () => storedApp(articles(1), [], [...ENTITIES, EUROPE]),
  'an event with 500 articles': () => manyTold,
};

/** What each command that answers from the store is asked at the least. */
const ASKED: readonly (readonly [name: string, input: object])[] = [
  ['summary', { query: 'kharkiv' }],
  ['aid', {}],
  ['troops', {}],
  ['troops', { place: 'kharkiv' }],
  ['visits', {}],
  ['timeline', { query: 'kharkiv' }],
  ['disputes', {}],
  ['search', { query: 'missile' }],
  ['catchup', {}],
  ['export', { command: 'troops', as: 'csv' }],
];

async function run(name: string, input: object, app: App, language: Language): Promise<Answer> {
  const command = commands.find(({ data }) => data.name === name);
  if (!command) throw new Error(`no command ${name}`);
  const parsed = command.input.safeParse(input);
  if (!parsed.success) throw new UserError(inputWords(parsed.error, { ...input }, command.data, language));
  return command.run(input, app, aCall({ language, limits: DISCORD_PAGE_LIMITS }));
}

describe.for(Object.entries(STORES))('%s', ([, open]) => {
  let app: App;
  beforeAll(async () => {
    app = await open();
  });

  for (const language of LANGUAGES)
    test.for(ASKED)(`/%s %j, in ${language}, gets an answer that Discord takes`, async ([name, input]) => {
      const { page } = await run(name, input, app, language);
      expect(toText(page).length).toBeGreaterThan(40);
      expect(layoutFaults(toMessage(page).components)).toEqual([]);
    });
});

test('of 500 articles the line counts all and cites a few', async () => {
  const { page } = await run('summary', { query: 'kharkiv' }, await manyTold, 'en');
  const text = plainSpaces(toText(page));
  expect(text).toContain(`A missile hit Kharkiv. [1]`);
  expect(text).toContain(`${OUTLETS} outlets`);
  expect(text).toContain('Strikes · 1');
});

describe('what nobody can answer', () => {
  let app: App;
  beforeAll(async () => {
    app = await storedApp(articles(1), [], [...ENTITIES, EUROPE]);
  });
  const RTL = '\u202eخاركيف\u202c';
  const REVERSED = '2024-05-15..2024-05-10';

  test.for<{ name: string; ask: readonly [string, object]; en: string; uk: string }>([
    {
      name: 'a period that ends before it begins',
      ask: ['troops', { period: REVERSED }],
      en: `The period “${REVERSED}” ends before it begins: give the earlier day first.`,
      uk: `Період «${REVERSED}» закінчується раніше, ніж починається: спершу вкажіть ранішу дату.`,
    },
    {
      name: 'a day that is none',
      ask: ['summary', { query: 'kharkiv', period: '2024-02-30' }],
      en: 'I cannot read “2024-02-30” as a period.',
      uk: 'Не вдалося прочитати «2024-02-30» як період.',
    },
    {
      name: 'an answer that nobody gave',
      ask: ['replay', { id: 'zzzzzzzz' }],
      en: 'No answer “zzzzzzzz” is kept here',
      uk: 'zzzzzzzz',
    },
    { name: 'evidence of nothing', ask: ['evidence', { id: 'zzzzzzzz' }], en: 'zzzzzzzz', uk: 'zzzzzzzz' },
    {
      name: 'an event that is none',
      ask: ['timeline', { query: 'event:zzzzzzzzzz' }],
      en: 'I know nothing by the name “event:zzzzzzzzzz”',
      uk: 'event:zzzzzzzzzz',
    },
    {
      name: 'an id that nobody has',
      ask: ['summary', { query: 'id:atlantis' }],
      en: 'I know nothing by the name “id:atlantis”',
      uk: 'id:atlantis',
    },
    {
      name: 'a donor that is a place without a state',
      ask: ['aid', { donor: 'Europe' }],
      en: 'The option “donor” cannot be Europe · area.',
      uk: 'Європа',
    },
    {
      name: 'a donor that is a place in a state',
      ask: ['aid', { donor: 'kharkiv' }],
      en: 'Aid · donor: Ukraine',
      uk: 'Україна',
    },
    {
      name: '1,000 characters',
      ask: ['summary', { query: 'kharkiv '.repeat(125) }],
      en: 'The option “query” is too long: it may have 100 characters at most.',
      uk: '100',
    },
    {
      name: '1,000 characters to search',
      ask: ['search', { query: 'x'.repeat(1000) }],
      en: 'The option “query” is too long: it may have 100 characters at most.',
      uk: '100',
    },
    {
      name: 'text from right to left',
      ask: ['summary', { query: RTL }],
      en: 'I know nothing by the name “خاركيف”',
      uk: '«خاركيف»',
    },
    { name: 'a search from right to left', ask: ['search', { query: RTL }], en: 'خاركيف', uk: 'خاركيف' },
    { name: 'a search for nothing', ask: ['search', { query: '""' }], en: 'there is no word in it', uk: '""' },
  ])('$name is told', async ({ ask: [name, input], en, uk }) => {
    const told = async (language: Language): Promise<string> => {
      const answered = run(name, input, app, language).then(({ page }) => toText(page));
      return plainSpaces(
        await answered.catch((error: unknown) => (error instanceof UserError ? error.message : `${error}`)),
      );
    };
    expect(await told('en')).toContain(en);
    expect(await told('uk')).toContain(uk);
    expect(await told('en')).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});
