import { expect, test } from 'vitest';
import type { Block, Page } from '../../src/domain/page.ts';
import { toText } from '../../src/render/text.ts';
import { aPicture } from '../support/picture-command.ts';

const pageOf = (...blocks: readonly Block[]): Page => ({ language: 'en', tone: 'neutral', actions: [], blocks });

test('a page as a terminal shows it', () => {
  const href = 'https://example.org/1';
  const page = pageOf(
    { kind: 'title', rich: [{ text: 'Kharkiv' }] },
    { kind: 'paragraph', rich: [{ text: 'Newest.', style: 'bold' }] },
    { kind: 'heading', rich: [{ text: 'Aid' }] },
    { kind: 'item', rich: [{ text: 'It came. ' }, { text: '[1]', href }] },
    { kind: 'item', rich: [{ text: 'It came again. ' }, { text: '[1]', href }] },
    { kind: 'quote', rich: [{ text: 'It came.' }] },
    { kind: 'rule' },
    { kind: 'small', rich: [{ text: 'See ' }, { text: 'there', href }] },
  );
  expect(toText(page)).toBe(
    [
      'Kharkiv',
      '=======',
      '',
      'Newest.',
      '',
      'Aid',
      '---',
      '  * It came. [1]',
      '  * It came again. [1]',
      '    > It came.',
      '',
      '    See there <https://example.org/1>',
      '',
      '  [1] https://example.org/1',
      '',
    ].join('\n'),
  );
});

test.for([
  { name: 'where it is', file: 'maps/map-1.png', printed: 'before\n\n[A map.]\n    maps/map-1.png\n' },
  { name: 'no file where none was written', file: null, printed: 'before\n\n[A map.]\n' },
])('a picture is told in words, with $name', ({ file, printed }) => {
  const page = pageOf({ kind: 'paragraph', rich: [{ text: 'before' }] }, aPicture('a map', 'A\u202e\n map.'));
  expect(toText(page, file)).toBe(printed);
});

test.for([
  { name: 'an escape sequence', text: '\u001b[31mred', printed: '[31mred' },
  { name: 'a C1 control', text: 'a\u009bb', printed: 'ab' },
  { name: 'a turn of direction', text: 'a\u202eb\u2066c', printed: 'abc' },
  { name: 'zero width', text: 'a\u200bb\ufeffc', printed: 'abc' },
  { name: 'a line of its own', text: 'a\r\nb\u2028c', printed: 'a b c' },
  { name: 'tag characters', text: 'a\u{e0041}b', printed: 'ab' },
])('is free of $name', ({ text, printed }) => {
  expect(toText(pageOf({ kind: 'paragraph', rich: [{ text }] }))).toBe(`${printed}\n`);
});
