import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockMarkdown } from '../../src/deliver/markdown.ts';
import { visibleText } from '../../src/deliver/visible.ts';
import { parseMarkdown } from '../../src/preview/client/markdown.ts';
import { type Inline, parseInline } from '../../src/preview/client/markdown-inline.ts';

/** `<bold>text</bold>`: short to write in a table. */
const written = (inlines: readonly Inline[]): string => inlines.map(writeOne).join('');

function writeOne(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return `<code>${inline.text}</code>`;
    case 'mention':
      return `<mention>${inline.text}</mention>`;
    case 'time':
      return `<time ${inline.seconds} ${inline.style}>`;
    case 'link':
      return `<a ${inline.href}>${written(inline.children)}</a>`;
    default:
      return `<${inline.kind}>${written(inline.children)}</${inline.kind}>`;
  }
}

describe('within a line', () => {
  test.for([
    [
      '**a** *b* _c_ __d__ ~~e~~ ||f||',
      '<bold>a</bold> <italic>b</italic> <italic>c</italic> <underline>d</underline> <strike>e</strike> <spoiler>f</spoiler>',
    ],
    ['***both***', '<bold><italic>both</italic></bold>'],
    ['**a *b* c**', '<bold>a <italic>b</italic> c</bold>'],
    ['`**code**` ``a`b``', '<code>**code**</code> <code>a`b</code>'],
    ['\\*not\\* \\`not\\` \\[not](https://a.b)', '*not* `not` [not](<a https://a.b>https://a.b</a>)'],
    ['snake_case_name Кіт_і_пес', 'snake_case_name Кіт_і_пес'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['**open', '**open'],
    ['[1](<https://a.b/c_d>)[2](<https://e.f>)', '<a https://a.b/c_d>1</a><a https://e.f>2</a>'],
    ['[\\[1\\]](<https://a.b>)', '<a https://a.b>[1]</a>'],
    ['[[1]](https://a.b/x_(y))', '<a https://a.b/x_(y)>[1]</a>'],
    ['[**bold**](https://a.b)', '<a https://a.b><bold>bold</bold></a>'],
    ['[https://shown.b](https://real.b)', '<a https://real.b>https://shown.b</a>'],
    ['[x](javascript:alert(1)) [y](/local)', '[x](javascript:alert(1)) [y](/local)'],
    [
      'see https://a.b/c, or <https://d.e>.',
      'see <a https://a.b/c>https://a.b/c</a>, or <a https://d.e>https://d.e</a>.',
    ],
    ['<t:1715731200:D> <t:5> <t:x>', '<time 1715731200 D> <time 5 f> <t:x>'],
    [
      '<@42> <@!42> <@&7> <#9>',
      '<mention>@42</mention> <mention>@42</mention> <mention>@7</mention> <mention>#9</mention>',
    ],
    ['<b>html</b> &amp;', '<b>html</b> &amp;'],
  ] as const)('%s', ([text, expected]) => {
    expect(written(parseInline(text))).toBe(expected);
  });
});

describe('line by line', () => {
  const kinds = (text: string) => parseMarkdown(text).map(({ kind }) => kind);
  test.for([
    ['# One\n## Two\n### Three\n#### four', ['heading', 'heading', 'heading', 'paragraph']],
    ['text\n-# small\ntext', ['paragraph', 'small', 'paragraph']],
    ['- a\n- b\n  - c\n1. d', ['list', 'list']],
    ['> a\n> b\nc', ['quote', 'paragraph']],
    ['>>> a\n\n# b', ['quote']],
    ['```ts\n# no heading\n```\nb', ['code', 'paragraph']],
    ['```\nnever closed', ['paragraph']],
    ['\\# a\n\\- b\n\\> c', ['paragraph']],
    ['a\n\nb', ['paragraph']],
    ['', []],
  ] as const)('%j', ([text, expected]) => {
    expect(kinds(text)).toEqual(expected);
  });

  test('a nested item keeps its depth, and a numbered list its start', () => {
    expect(parseMarkdown('- a\n  - b')).toMatchObject([{ items: [{ depth: 0 }, { depth: 1 }] }]);
    expect(parseMarkdown('7. a')).toMatchObject([{ ordered: true, start: 7 }]);
  });
});

const MARKS = fc.constantFrom(
  '*',
  '_',
  '~',
  '|',
  '`',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '\\',
  '\n',
  '#',
  '-',
  ' ',
  'a',
  'https://a.b',
  '<t:1>',
  '@',
);
const markup = fc.array(MARKS, { maxLength: 60 }).map((parts) => parts.join(''));

test('reads anything, and all that it calls a link goes to http or https', () => {
  const hrefs = (inlines: readonly Inline[]): readonly string[] =>
    inlines.flatMap((each) => [
      ...('href' in each ? [each.href] : []),
      ...('children' in each ? hrefs(each.children) : []),
    ]);
  fc.assert(
    fc.property(markup, (text) => {
      parseMarkdown(text);
      expect(hrefs(parseInline(text)).every((href) => /^https?:\/\//.test(href))).toBe(true);
    }),
  );
});

test('what was escaped for Discord reads as it was written', () => {
  fc.assert(
    fc.property(fc.oneof(markup, fc.string({ unit: 'grapheme' })), (text) => {
      const blocks = parseMarkdown(blockMarkdown({ kind: 'paragraph', rich: [{ text }] }));
      const read = blocks.map((block) => (block.kind === 'paragraph' ? written(block.children) : block.kind));
      expect(read.join('\n')).toBe(visibleText(text).trim());
    }),
  );
});

test.for(['*', '_', '`', '[', '||', '**a', '\\', '[a](<https://'])(
  '4,000 characters of %s take less than half a second',
  (mark) => {
    // The quickest of three: a busy machine may stand still in the midst of one.
    const tookMs = [1, 2, 3].map(() => {
      const from = performance.now();
      parseMarkdown(mark.repeat(4_000 / mark.length));
      return performance.now() - from;
    });
    expect(Math.min(...tookMs)).toBeLessThan(500);
  },
);
