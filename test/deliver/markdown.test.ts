import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockMarkdown } from '../../src/deliver/markdown.ts';
import { visibleText } from '../../src/deliver/visible.ts';
import type { Block, Rich, Run } from '../../src/domain/page.ts';
import { drawMarkdown } from '../support/discord-markdown.ts';
import { hostileText } from '../support/hostile-text.ts';

const paragraph = (...rich: Rich): Block => ({ kind: 'paragraph', rich });

test.for([
  {
    name: 'bold, spoiler, code',
    text: '**a** ||b|| `c` ~~d~~ __e__',
    printed: '\\*\\*a\\*\\* \\|\\|b\\|\\| \\`c\\` \\~\\~d\\~\\~ \\_\\_e\\_\\_',
  },
  { name: 'pings', text: '@everyone and @here', printed: '\\@everyone and \\@here' },
  {
    name: 'mentions, times, emoji, commands',
    text: '<@1> <@&2> <#3> <t:1:R> <:a:1> </b:2>',
    printed: '\\<@1> \\<@&2> \\<#3> \\<t\\:1:R> \\<\\:a:1> \\</b:2>',
  },
  {
    name: 'an address does not become a link',
    text: 'see https://evil.example',
    printed: 'see https\\://evil.example',
  },
  { name: 'an invitation does not unfurl', text: 'Discord.gg/abc', printed: 'Discord\\.gg/abc' },
  { name: 'a masked link', text: '[bank](https://evil.example)', printed: '\\[bank\\](https\\://evil.example)' },
  { name: 'a heading', text: '# big', printed: '\\# big' },
  { name: 'a heading after spaces', text: '  # big', printed: '\\# big' },
  { name: 'small print', text: '-# small', printed: '\\-# small' },
  { name: 'a quote', text: '>>> all', printed: '\\>>> all' },
  { name: 'a list', text: '- a', printed: '\\- a' },
  { name: 'a numbered list', text: '24. a', printed: '24\\. a' },
  { name: 'a number is left alone', text: '24 tanks', printed: '24 tanks' },
  { name: 'a line end starts no heading', text: 'a\n# b', printed: 'a # b' },
  { name: 'a time of day is no emoji', text: '12:30:45', printed: '12\\:30:45' },
])('$name', ({ text, printed }) => {
  expect(blockMarkdown(paragraph({ text }))).toBe(printed);
});

test.for<{ name: string; rich: Rich; printed: string }>([
  {
    name: 'a citation',
    rich: [{ text: '[1]', href: 'https://a.example/b' }],
    printed: '[\\[1\\]](<https://a.example/b>)',
  },
  {
    name: 'a label with half a bracket',
    rich: [{ text: 'a]b', href: 'https://a.example/' }],
    printed: '[a］b](<https://a.example/>)',
  },
  { name: 'a link that leads nowhere good', rich: [{ text: 'a', href: 'javascript:x' }], printed: 'a' },
  {
    name: 'bold keeps its spaces outside',
    rich: [{ text: 'a' }, { text: ' b ', style: 'bold' }, { text: 'c' }],
    printed: 'a **b** c',
  },
  { name: 'code keeps its accents in', rich: [{ text: 'a`b', style: 'code' }], printed: '`aˋb`' },
  {
    name: 'marks that touch are kept apart',
    rich: [
      { text: 'a', style: 'bold' },
      { text: 'b', style: 'italic' },
    ],
    printed: '**a** *b*',
  },
  { name: 'a ping in two runs', rich: [{ text: '@every' }, { text: 'one' }], printed: '\\@everyone' },
  {
    name: 'a bold link',
    rich: [{ text: 'a', style: 'bold', href: 'https://a.example/' }],
    printed: '[**a**](<https://a.example/>)',
  },
  {
    name: 'a link on a giant word in brackets, which loses the second one',
    rich: [{ text: `[${'a'.repeat(120)}]`, href: 'https://a.example/' }],
    printed: `[［${'a'.repeat(98)}…](<https://a.example/>)`,
  },
  { name: 'nothing', rich: [{ text: ' \u200b ' }], printed: '' },
])('$name', ({ rich, printed }) => {
  expect(blockMarkdown(paragraph(...rich))).toBe(printed);
});

test.for([
  { kind: 'title', printed: '## \\# a' },
  { kind: 'heading', printed: '### \\# a' },
  { kind: 'item', printed: '- \\# a' },
  { kind: 'small', printed: '-# \\# a' },
  { kind: 'quote', printed: '> \\# a' },
] as const)('a $kind holds no other block', ({ kind, printed }) => {
  expect(blockMarkdown({ kind, rich: [{ text: '# a' }] })).toBe(printed);
});

test('Discord finds no markup in any text from outside, and shows the same characters', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const drawn = drawMarkdown(blockMarkdown(paragraph({ text })));
      expect(drawn.markup).toEqual([]);
      expect(drawn.visible).toBe(visibleText(text).trim());
    }),
    { numRuns: 1_000 },
  );
});

const run: fc.Arbitrary<Run> = fc.record(
  {
    text: hostileText,
    style: fc.constantFrom('bold' as const, 'italic' as const, 'code' as const),
    href: fc.oneof(
      hostileText,
      hostileText.map((text) => `https://a.example/${text}`),
    ),
  },
  { requiredKeys: ['text'] },
);

/** What is seen, whatever the spaces and the look-alikes of brackets and accents. */
const bare = (text: string): string =>
  text
    .replace(/\s/g, '')
    .replace(/[［[]/g, '[')
    .replace(/[］\]]/g, ']')
    .replaceAll('ˋ', '`');

test('in any run of styles and links, Discord finds only those', () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 5 }), (rich) => {
      const drawn = drawMarkdown(blockMarkdown(paragraph(...rich)));
      const styles = new Set(rich.flatMap(({ style, href }) => [...(style ? [style] : []), ...(href ? ['link'] : [])]));
      expect([...new Set(drawn.markup.map(({ kind }) => kind))].filter((kind) => !styles.has(kind))).toEqual([]);
      for (const { what } of drawn.markup.filter(({ kind }) => kind === 'link')) expect(what).toMatch(/^https?:\/\//);
      expect(drawn.visible).not.toMatch(/[\u202e\u200b\n]/);
    }),
    { numRuns: 1_000 },
  );
});

test('runs of different styles show all their characters', () => {
  const spaced = fc.array(
    run.map((one) => ({ ...one, text: `x${one.text}x` })),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(spaced, (rich) => {
      const drawn = drawMarkdown(blockMarkdown(paragraph(...rich)));
      fc.pre(!/\S{100}/.test(drawn.visible));
      const apart = rich.filter(
        (one, index) => one.style !== rich[index - 1]?.style || one.href !== rich[index - 1]?.href,
      );
      fc.pre(apart.length === rich.length);
      expect(bare(drawn.visible)).toBe(bare(rich.map(({ text }) => visibleText(text)).join('')));
    }),
  );
});
