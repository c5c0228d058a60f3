import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statementsIn } from '../../src/brief/check/statements.ts';
import { MESSAGE_CHARS } from '../../src/domain/message.ts';
import { readMessage, wordsOf } from '../../src/message/read.ts';
import { committedReader } from '../support/committed-knowledge.ts';

test.for([
  { message: '**Kharkiv** was ~~hit~~', words: 'Kharkiv was hit' },
  { message: '> quoted\n# loud', words: 'quoted\nloud' },
  { message: 'see https://example.org/a?b=c now', words: 'see   now' },
  { message: '[Kharkiv](https://example.org) fell', words: 'Kharkiv fell' },
  { message: '<@123> <#5> <:flag:77> hello', words: 'hello' },
  { message: 'a\u202eb\u200bc\u0000d', words: 'abcd' },
  { message: '||hidden|| `code`', words: 'hidden code' },
])('$message', ({ message, words }) => {
  expect(wordsOf(message)).toBe(words);
});

const read = (text: string) => ({ text, isCut: false, article: null, claims: [] });

test('any message becomes at most twelve statements of bounded length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 6_000 }), (message) => {
      const { said } = statementsIn(read(wordsOf(message)));
      expect(said.length).toBeLessThanOrEqual(12);
      expect(said.every(({ text }) => text.length > 0 && text.length <= 600)).toBe(true);
    }),
  );
});

test('what is beyond the bound is said to be left out', () => {
  expect(statementsIn(read(wordsOf('It rains. '.repeat(40)))).isCut).toBe(true);
  expect(wordsOf('x'.repeat(9_000))).toHaveLength(MESSAGE_CHARS);
});

test('a statement takes nothing from its neighbours, and its claims stand where the message has them', async () => {
  const { reader } = committedReader();
  const message = 'Zelensky spoke in Kyiv. Blinken visited the Moon. Russia captured the town of Vovchansk.';
  const { text, claims } = readMessage(message, '2024-05-15', reader);
  const told = claims.map(({ claim }) => claim.evidence.map(({ start, end }) => text.slice(start, end)).join());
  expect(told).toContain('Russia captured the town of Vovchansk.');
  expect(claims.filter(({ claim }) => claim.type === 'visit' && claim.place.includes('kyiv'))).toEqual([]);
  expect(new Set(claims.map(({ claim }) => claim.id)).size).toBe(claims.length);
});
