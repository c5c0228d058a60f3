import { beforeEach, describe, expect, test } from 'vitest';
import checkMessage from '../../commands/check-message.ts';
import replay from '../../commands/replay.ts';
import type { App } from '../../src/app.ts';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import type { Claim } from '../../src/domain/claim.ts';
import type { ReadMessage } from '../../src/domain/message.ts';
import { wordsOf } from '../../src/message/read.ts';
import { toText } from '../../src/render/text.ts';
import { aClaim, anArticle, anArticleFile, aStructured, ENTITIES, published } from '../support/claims.ts';
import { plainSpaces } from '../support/spaces.ts';
import { aCall, storedSitrep } from '../support/stored-app.ts';

const on = (iso: string) => ({ date: { text: iso, iso } });
const dead = (value: number) => ({ count: { value, op: 'eq' as const, unit: 'people' } });
const sentence = (en: string) => ({ sentence: { en, uk: `${en} (uk)` } });
const STRIKE = { type: 'strike', ...on('2024-05-11') } as const;
const TOLL = { type: 'impact', ...on('2024-05-11') } as const;
const SPOKEN = { attr: { who: 'UA' }, epi: 'claimed' } as const;

/** What each sentence is read as: reading itself is the extractor's, and has tests of its own. */
const READ: Readonly<Record<string, Claim>> = {
  'A missile hit Kharkiv on 11 May.': aStructured(STRIKE),
  'A missile hit Kyiv on 11 May.': aStructured({ ...STRIKE, place: ['kyiv'] }),
  'No missile hit Kharkiv on 11 May.': aStructured({ ...STRIKE, neg: true }),
  'Nine people died in Kharkiv on 11 May.': aStructured({ ...TOLL, ...dead(9) }),
  'A missile hit Kharkiv on 9 May.': aStructured({ ...STRIKE, ...on('2024-05-09') }),
  'Ukraine advanced at Vovchansk on 11 May.': aStructured({ type: 'move', actor: 'UA', ...on('2024-05-11') }),
};

async function readMessage(message: string): Promise<ReadMessage> {
  const text = wordsOf(message);
  const claims = Object.entries(READ).flatMap(([words, claim]) => {
    const start = text.indexOf(words);
    const evidence = claim.evidence.map((span) => ({ ...span, start, end: start + words.length }));
    return start < 0 ? [] : [{ claim: { ...claim, evidence } as Claim, isSure: true }];
  });
  return { text, isCut: false, article: anArticle({ id: 'message', ...published(Date.UTC(2026, 5, 1)) }), claims };
}

let app: App;
beforeEach(async () => {
  const file = anArticleFile({ id: 'news', ...published(Date.UTC(2024, 4, 12)) }, [
    aClaim({ ...STRIKE, ...sentence('A missile hit Kharkiv.') }),
    aClaim({ ...TOLL, ...dead(5), ...sentence('Five people died in Kharkiv.') }),
    aClaim({
      type: 'move',
      actor: 'UA',
      ...on('2024-05-11'),
      ...SPOKEN,
      ...sentence('Ukraine advanced at Vovchansk.'),
    }),
  ]);
  ({ app } = await storedSitrep([file], [], ENTITIES, readMessage));
});

const check = (text: string, more: object = {}) => checkMessage.run({ text, ...more }, app, aCall());
const shown = async (text: string): Promise<string> => plainSpaces(toText((await check(text)).page));

describe('a statement is', () => {
  test.for([
    { statement: 'A missile hit Kharkiv on 11 May.', says: /Supported by:\n {2}\* The Daily: A missile hit Kharkiv\./ },
    { statement: 'No missile hit Kharkiv on 11 May.', says: /Disputed by:\n {2}\* The Daily: A missile hit Kharkiv\./ },
    { statement: 'Nine people died in Kharkiv on 11 May.', says: /Disputed by:\n {2}\* The Daily: Five people died/ },
    {
      statement: 'Ukraine advanced at Vovchansk on 11 May.',
      says: /only as a speaker’s word, by:\n {2}\* Claim by Ukraine, not confirmed/,
    },
    {
      statement: 'A missile hit Kharkiv on 9 May.',
      says: /Not covered: no source in this store tells of this/,
    },
    {
      statement: 'A missile hit Kyiv on 11 May.',
      says: /Agrees in part \(the sources say something else: where exactly\)/,
    },
    { statement: 'It is a nice day.', says: /Not covered, as far as it could be read\./ },
  ])('$statement', async ({ statement, says }) => {
    const text = await shown(statement);
    expect(text).toMatch(says);
    expect(text.toLowerCase()).not.toMatch(/\bfalse\b|\buntrue\b|\blie\b/);
  });
});

test('is private unless it is asked for otherwise, may be shared, and is replayed as it was shown', async () => {
  const answer = await check('A missile hit Kharkiv on 11 May.');
  expect([answer.private, (await check('x', { private: false })).private]).toEqual([true, false]);
  expect(answer.page.actions.flat().map(({ label }) => label)).toContain('Share in the channel');
  const id = /answer ([0-9a-z]{8})/.exec(toText(answer.page))?.[1] ?? '';
  expect((await replay.run({ id }, app, aCall())).page.blocks.slice(0, -1)).toEqual(answer.page.blocks);
});

test.for([
  '',
  '@everyone',
  '\u202e\u200b',
  '[a](https://b.c) '.repeat(200),
  `${'A missile hit Kharkiv on 11 May. '.repeat(60)}`,
  'x'.repeat(4_000),
])('hostile or empty: %#', async (text) => {
  const { page } = await checkMessage.run({ text }, app, aCall({ limits: DISCORD_PAGE_LIMITS }));
  expect(page.blocks.length).toBeLessThanOrEqual(DISCORD_PAGE_LIMITS.blocks);
  expect(JSON.stringify(toMessage(page))).not.toMatch(/(?<!\\\\|\u200b)@everyone(?!\u200b)/);
});
