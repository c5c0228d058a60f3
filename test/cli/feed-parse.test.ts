import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { feedParseOnCommandLine } from '../../src/cli/feed-parse.ts';
import { lexicon } from '../ingest/support.ts';
import { ROOT, withFolder } from '../support/sitrep.ts';

const NOW_MS = Date.parse('2024-06-01T00:00:00Z');

const FEED = `<rss version="2.0"><channel><title>News &amp;amp; more</title><link>/</link><description>&lt;b&gt;All&lt;/b&gt;</description>
<item><title>A</title><link>a</link><guid>1</guid><pubDate>Wed, 15 May 2024 10:30:00 +0300</pubDate>
<description>Short</description><content:encoded>&lt;p&gt;Long</content:encoded></item><item/></channel></rss>`;

const linesOf = (out: string): readonly unknown[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** What is printed of cases that lie beside feeds. */
const parse = (lines: readonly string[], files: Readonly<Record<string, string | Uint8Array>>) =>
  withFolder(async (folder) => {
    for (const [name, body] of Object.entries(files)) writeFileSync(join(folder, name), body);
    const cases = join(folder, 'cases.jsonl');
    writeFileSync(cases, lines.join('\n'));
    return feedParseOnCommandLine(cases, lexicon, NOW_MS);
  });

describe('feed-parse', () => {
  test('prints a line for each case, as it was read', async () => {
    const line = JSON.stringify({ id: 'x', input: 'feed.xml', url: 'https://news.example/feeds/all', headers: null });
    const { out, err, status } = await parse([line], { 'feed.xml': FEED });
    const nothing = { title: null, link: null, id: null, published: null, updated: null, summary: null, content: null };
    expect([err, status, linesOf(out)]).toEqual([
      '',
      0,
      [
        {
          id: 'x',
          got: {
            title: 'News & more',
            link: 'https://news.example/',
            description: '<b>All</b>',
            updated: null,
            entries: [
              {
                title: 'A',
                link: 'https://news.example/a',
                id: '1',
                published: '2024-05-15T10:30:00+03:00',
                updated: null,
                summary: 'Short',
                content: '<p>Long',
              },
              nothing,
            ],
          },
        },
      ],
    ]);
  });

  test('goes by what the transport says of charset and place', async () => {
    const headers = { 'Content-Type': 'text/xml; charset="windows-1251"', 'content-location': '/other/' };
    const feed = Uint8Array.from([
      ...Buffer.from('<rss><channel><title>'),
      0xca,
      0xe8,
      0xe5,
      0xe2,
      ...Buffer.from('</title><link>a</link></channel></rss>'),
    ]);
    const { out } = await parse([JSON.stringify({ id: 'x', input: 'f', url: 'https://a.example/', headers })], {
      f: feed,
    });
    expect(linesOf(out)).toMatchObject([{ got: { title: 'Киев', link: 'https://a.example/other/a' } }]);
    const unsafe = { ...headers, 'content-location': 'javascript:alert(1)' };
    const again = await parse([JSON.stringify({ id: 'x', input: 'f', url: 'https://a.example/', headers: unsafe })], {
      f: feed,
    });
    expect(linesOf(again.out)).toMatchObject([{ got: { link: 'https://a.example/a' } }]);
  });

  test('goes on behind a line or a file that is none', async () => {
    const lines = [
      '{',
      '{"id": 1}',
      '',
      ...['none.xml', 'page.html', 'feed.xml'].map((input) => JSON.stringify({ id: input, input })),
    ];
    const { out, err, status } = await parse(lines, { 'feed.xml': FEED, 'page.html': '<html><body>x</body></html>' });
    expect(linesOf(out)).toMatchObject([
      { id: 'none.xml', got: { error: expect.stringContaining('cannot be read') } },
      { id: 'page.html', got: { error: expect.stringContaining('but a page') } },
      { id: 'feed.xml', got: { title: 'News & more' } },
    ]);
    expect([status, err]).toEqual([1, expect.stringMatching(/:1: is not valid JSON.*\n.*:2: id: .*; input: /)]);
  });
});

test('cases that are not there are named', () => {
  expect(feedParseOnCommandLine('/nowhere/cases.jsonl', lexicon, NOW_MS)).toMatchObject({
    out: '',
    status: 1,
    err: expect.stringMatching(/^\/nowhere\/cases.jsonl: cannot be read/),
  });
});

const FOREIGN = join(ROOT, '../shared/foreign/feeds');
const isThere = existsSync(join(FOREIGN, 'cases.jsonl'));
const Case = z.object({ id: z.string(), class: z.string(), url: z.string().optional(), expect: z.unknown() });

test.skipIf(!isThere)(
  'at least 95 % of what every reader must read of the public suites (skipped where ../shared is not)',
  { timeout: 60_000 },
  async () => {
    const Comparing = z.object({
      compare: z.custom<(expected: unknown, got: unknown, base?: string) => { ok: boolean }[]>(),
    });
    const { compare } = Comparing.parse(await import(pathToFileURL(join(FOREIGN, 'compare.mjs')).href));
    const cases = readFileSync(join(FOREIGN, 'cases.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => Case.parse(JSON.parse(line)));
    const { out } = feedParseOnCommandLine(join(FOREIGN, 'cases.jsonl'), lexicon, Date.parse('2030-01-01'));
    const got = new Map(
      linesOf(out)
        .map((line) => z.object({ id: z.string(), got: z.unknown() }).parse(line))
        .map((one) => [one.id, one.got]),
    );
    const must = cases.filter((one) => one.class === 'must');
    const passed = must.filter(({ id, url, expect: expected }) =>
      compare(expected, got.get(id), url).every(({ ok }) => ok),
    );
    expect(must.length).toBeGreaterThan(500);
    expect(passed.length / must.length).toBeGreaterThanOrEqual(0.95);
  },
);
