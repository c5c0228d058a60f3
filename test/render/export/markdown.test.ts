import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../../src/render/export/markdown.ts';
import { plainWords } from '../../../src/render/text.ts';
import { hostileText } from '../../support/hostile-text.ts';

test.for([
  ['plain words, 5.5 (of 7)', 'plain words, 5.5 (of 7)'],
  ['# no heading', '\\# no heading'],
  ['1. no list', '1\\. no list'],
  ['- no list', '\\- no list'],
  ['---', '\\---'],
  ['> no quotation', '\\> no quotation'],
  ['[a](http://b)', '\\[a\\](http\\://b)'],
  ['www.example.org', 'www\\.example.org'],
  ['<script>&lt;', '\\<script>\\&lt;'],
  ['*a* _b_ ~c~ `d` $e$ |f|', '\\*a\\* \\_b\\_ \\~c\\~ \\`d\\` \\$e\\$ \\|f\\|'],
  ['me@example.org', 'me\\@example.org'],
  ['\\', '\\\\'],
  ['a\nb\u202e\u0000c', 'a bc'],
])('%j is written %j', ([text = '', written]) => {
  expect(escapeMarkdown(text)).toBe(written);
});

describe('whatever the text', () => {
  const texts = fc.oneof(
    hostileText,
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'\\`*_[]<&|~#1.)-+=> ') }),
  );

  test('a reader sees it as it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(unescaped(escapeMarkdown(text))).toBe(plainWords(text).trim());
      }),
    );
  });

  test('nothing in it is markup', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const bare = escapeMarkdown(text).replace(/\\[!-/:-@[-`{-~]/g, '');
        expect(bare).not.toMatch(/[\\`*_[\]<&|~$@]|:\/\//);
        expect(escapeMarkdown(text)).not.toMatch(/^(?:[#>+=-]|\d+[.)])|\n/);
      }),
    );
  });
});

/** https://spec.commonmark.org/0.31.2/#backslash-escapes */
const unescaped = (written: string): string => written.replace(/\\([!-/:-@[-`{-~])/g, '$1');
