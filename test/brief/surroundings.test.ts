import { expect, test } from 'vitest';
import { surroundingsOf } from '../../src/brief/surroundings.ts';
import { aClaim, readFrom } from '../support/claims.ts';

const TEXT = [
  'A first sentence is far away.',
  'The mayor spoke at noon.',
  'He said that the bridge was closed, and then he left.',
  'Nobody asked him why.',
  'A last sentence is far away too.',
].join(' ');
const excerpt = (text: string, words: string, piece: string) => readFrom(text, words, aClaim(), piece);
const SENTENCE = 'He said that the bridge was closed, and then he left.';

test('are the rest of the sentence and one more on either side', () => {
  expect(surroundingsOf(excerpt(TEXT, SENTENCE, 'the bridge was closed'), TEXT)).toEqual({
    before: 'The mayor spoke at noon. He said that',
    after: ', and then he left. Nobody asked him why.',
  });
});

test('end where the article does, with its line breaks as spaces', () => {
  const text = 'The bridge was closed.\n\nWhy, nobody said.';
  expect(surroundingsOf(excerpt(text, 'The bridge was closed.', 'The bridge was closed.'), text)).toEqual({
    before: '',
    after: 'Why, nobody said.',
  });
});

test('leave out what is cut off in the middle of a sentence', () => {
  const text = `${'far '.repeat(200)}away. The bridge was closed. ${'So on and '.repeat(100)}on.`;
  expect(surroundingsOf(excerpt(text, 'The bridge was closed.', 'bridge was closed'), text)).toEqual({
    before: 'The',
    after: '.',
  });
});

test('are not there without the text, of another text, and of what is no excerpt', () => {
  const claim = excerpt(TEXT, SENTENCE, 'the bridge was closed');
  expect(surroundingsOf(claim, undefined)).toBeUndefined();
  expect(surroundingsOf(claim, TEXT.replace('bridge', 'tunnel'))).toBeUndefined();
  expect(surroundingsOf(aClaim(), TEXT)).toBeUndefined();
});
