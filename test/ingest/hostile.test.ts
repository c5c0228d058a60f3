import fc from 'fast-check';
import { parse, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import { Publication } from '../../src/domain/article.ts';
import { readFeed } from '../../src/ingest/feed/read-feed.ts';
import type { Input } from '../../src/ingest/input.ts';
import { parsePage } from '../../src/ingest/page/tree.ts';
import { readInput } from '../../src/ingest/read-input.ts';
import type { Reading } from '../../src/ingest/reading.ts';
import { BODY, lexicon } from './support.ts';

const KINDS: readonly Input['kind'][] = ['txt', 'html', 'json'];

/** Pieces of what reading looks for, so that random texts get past its first questions. */
const PIECES = [
  ...BODY,
  '\n',
  '\n\n',
  ' ',
  '<p>',
  '</p>',
  '<div class="share">',
  '</div>',
  '<script>',
  '<!--',
  '-->',
  '<table><b>',
  '<a href="x">',
  '&amp;',
  'By Mira Holt',
  'May 15, 2024',
  'KYIV (Reuters) - ',
  '(',
  ')',
  '[',
  '](',
  '# ',
  '* ',
  'title: "',
  '"',
  '/AFP',
  '©',
  'Related posts',
  'Advertisement',
  'Read more',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\u0000',
  '\ud83d',
  '😀',
  '漢字',
  'Київ',
  '<?xml version="1.0"?>',
  '<rss><channel>',
  '<item>',
  '{"text": "',
  '}',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
);

function expectSound({ text: whole, boilerplate, titleSpan, dateline, published, relays, language }: Reading): void {
  let last = 0;
  for (const { start, end } of boilerplate) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(whole.length);
  for (const span of [titleSpan, dateline?.span ?? null])
    expect(span === null || (span.start < span.end && span.end <= whole.length)).toBe(true);
  expect(published === null || Publication.safeParse(published).success).toBe(true);
  expect([new Set(relays).size, /^[a-z]{2,3}$/.test(language)]).toEqual([relays.length, true]);
}

describe('whatever comes in', () => {
  test.for(KINDS)('%s is read soundly or refused', (kind) => {
    fc.assert(
      fc.property(text, (body) => {
        const reading = readInput({ kind, body, url: null }, lexicon);
        if (reading.ok) expectSound(reading.value);
        if (reading.ok && kind === 'txt') expect(reading.value.text).toBe(body);
      }),
      { numRuns: 150 },
    );
  });

  test('as the text of JSON it is kept exactly', () => {
    fc.assert(
      fc.property(text, (raw_text) => {
        const reading = readInput({ kind: 'json', body: JSON.stringify({ raw_text }), url: null }, lexicon);
        if (reading.ok) expect(reading.value.text).toBe(raw_text);
      }),
      { numRuns: 100 },
    );
  });

  test('bytes are read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...KINDS), (body, kind) => {
        const reading = readInput({ kind, body, url: null }, lexicon);
        if (reading.ok) expectSound(reading.value);
      }),
      { numRuns: 150 },
    );
  });

  test('a feed is read soundly or refused', () => {
    fc.assert(
      fc.property(text, (item) => {
        const body = `<rss version="2.0"><channel><title>${item}</title><item><description>${item}</description></item></channel></rss>`;
        const feed = readFeed({ body, charset: null, url: null, fetchedAtMs: 0 }, lexicon);
        for (const { reading } of feed.ok ? feed.value.entries : []) if (reading.ok) expectSound(reading.value);
      }),
      { numRuns: 100 },
    );
  });
});

const TAGS = 'a b i p br div table tr td ul li font nobr select svg form h1 button'
  .split(' ')
  .flatMap((tag) => [`<${tag}>`, `</${tag}>`]);

test('a page within bounds becomes the tree that the parser makes of it without them', () => {
  const page = fc.array(fc.constantFrom(...TAGS, 'x'), { maxLength: 40 }).map((tags) => tags.join(''));
  fc.assert(
    fc.property(page, (html) => {
      const tree = parsePage(html);
      expect(tree.ok && serialize(tree.value)).toBe(serialize(parse(html)));
    }),
    { numRuns: 500 },
  );
});

const CHARS = 250_000;
const filled = (piece: string): string => piece.repeat(Math.ceil(CHARS / piece.length)).slice(0, CHARS);
const counted = (piece: (at: number) => string): string =>
  Array.from({ length: 100_000 }, (_, at) => piece(at))
    .join('')
    .slice(0, CHARS);

/** Processor time; four times this is what a megabyte may take from file to claims. */
const MOST_MS = 10_000;

describe('a quarter of a million characters', () => {
  test.for([
    { name: 'of <', body: filled('<'), kind: 'html' as const },
    { name: 'of one word', body: filled('a'), kind: 'txt' as const },
    { name: 'of lines', body: filled('a\n'), kind: 'txt' as const },
    { name: 'of headlines', body: filled('A headline of some kind\n'), kind: 'txt' as const },
    {
      name: 'of lists of related posts',
      body: filled('Related posts\nA teaser of some kind here\n'),
      kind: 'txt' as const,
    },
    { name: 'of bylines', body: filled('By Mira Holt\n'), kind: 'txt' as const },
    { name: 'of dates', body: filled('15 May 2024 '), kind: 'txt' as const },
    { name: 'of datelines', body: filled('KYIV (AP) — '), kind: 'txt' as const },
    { name: 'of brackets', body: filled('[a]('), kind: 'txt' as const },
    { name: 'of unclosed addresses', body: `http${filled('<aaaa')}`, kind: 'txt' as const },
    { name: 'of levels', body: filled('<div>'), kind: 'html' as const },
    { name: 'of unclosed formats', body: filled('<p><b>x'), kind: 'html' as const },
    {
      name: 'of formats around elements to move',
      body: `<b><p>${filled('<br>fifteen letters')}</b>`,
      kind: 'html' as const,
    },
    { name: 'of elements to move out of a table', body: `<table>${filled('<b></b>')}`, kind: 'html' as const },
    { name: 'of attributes', body: `<a ${counted((at) => `b${at} `)}`, kind: 'html' as const },
    { name: 'of root elements with attributes', body: counted((at) => `<html a${at}>`), kind: 'html' as const },
    {
      name: 'of lists in JSON-LD',
      body: `<script type="application/ld+json">${filled('[')}</script>`,
      kind: 'html' as const,
    },
    { name: 'of blanks', body: `x${filled(' ')}x`, kind: 'txt' as const },
    { name: 'of marks that turn the text around', body: filled('\u202ea'), kind: 'txt' as const },
  ])('$name takes no more than a moment', ({ body, kind }) => {
    const before = process.cpuUsage();
    readInput({ kind, body, url: null }, lexicon);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(MOST_MS);
  });
});
