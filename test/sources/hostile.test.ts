import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SOURCE_DATA } from '../../commands/source-data.ts';
import { DAY_MS } from '../../src/domain/period.ts';
import type { SourceView } from '../../src/domain/source-view.ts';
import {
  HOSTILE_FEEDS,
  HOSTILE_TITLE,
  READABLE_FEEDS,
  serveHostileFeeds,
  UNREADABLE_FEEDS,
} from '../support/feeds/hostile-feeds.ts';
import { hostOf, serveFeeds } from '../support/feeds/serve-feeds.ts';
import { type Moderators, moderators, type Seen } from '../support/moderators.ts';

const ITEMS = 2;
const GOOD = Array.from({ length: 8 }, (_, at) => hostOf(at));
const HERE = { guildId: '300001' };
/** A server whose sources do not matter. */
const ELSEWHERE = { guildId: '300002' };
const ACTOR = { scope: HERE, userId: '42', nowMs: 0 };
/** Far below what a bot keeps to, so that what never ends does so soon; far above what this machine takes. */
const LIMITS = {
  ...{ pauseMs: 0, hostsAtOnce: 16, connectMs: 1_500, headersMs: 1_500, wholeMs: 2_500, bodyBytes: 4_000_000 },
  pace: { everyMs: 1_500, bytes: 1_000 },
};

let us: Moderators;
let views: ReadonlyMap<string, SourceView>;
let answers = 0;
let offsetMs = 0;
const startedAtMs = Date.now();
/** Often enough to be in the way of reading, seldom enough to leave it room. */
const ASK_EVERY_MS = 40;
let feeds: readonly [Awaited<ReturnType<typeof serveFeeds>>, Awaited<ReturnType<typeof serveHostileFeeds>>];

/** Reads all feeds twice, with what they hold, while somebody asks. */
async function readTwice(): Promise<void> {
  let isDone = false;
  const asking = (async () => {
    while (!isDone) {
      const query = { query: 'Kharkiv' };
      const { text } = await us.ask({ kind: 'command', name: 'summary', options: query }, HERE);
      if (/Kharkiv/.test(text)) answers += 1;
      await pause(ASK_EVERY_MS);
    }
  })();
  for (const _ of [1, 2]) {
    await us.reading.poll();
    await us.reading.bring();
    offsetMs += DAY_MS;
  }
  isDone = true;
  await asking;
}

beforeAll(async () => {
  feeds = await Promise.all([serveFeeds(ITEMS), serveHostileFeeds()]);
  const [good, bad] = feeds;
  const urls = HOSTILE_FEEDS.flatMap(({ name }, at) => [
    bad.urlOf(name),
    ...(at < GOOD.length ? [good.urlOf(at)] : []),
  ]);
  us = await moderators(0, {
    now: () => Date.now() + offsetMs,
    fetching: {
      allowedHosts: urls.map((url) => ({ host: new URL(url).hostname, port: Number(new URL(url).port) })),
      ...{ contact: null, resolve: async () => ['127.0.0.1'], limits: LIMITS },
    },
  });
  const bytes = Buffer.from(`<opml><body>${urls.map((url) => `<outline xmlUrl="${url}"/>`).join('')}</body></opml>`);
  const list = await us.app.sources.probe({ from: 'opml', bytes }, {}, ACTOR);
  if (!list.ok) throw new Error(list.error.kind);
  await us.app.sources.add(list.value.id, false, ACTOR);
  await readTwice();
  const all = await us.app.sources.list(HERE);
  views = new Map(all.map((view) => [new URL(view.source.url ?? '').hostname, view]));
});
afterAll(async () => {
  await us.close();
  await Promise.all(feeds.map((one) => one.stop()));
});

test('answers are given meanwhile, and nothing fails on our side', () => {
  expect([us.failures, us.reading.counts().fault]).toEqual([[], 0]);
  expect(answers).toBeGreaterThan(10);
});

test.each(GOOD)('%s, which is as it should be, is read whole', (host) => {
  expect(views.get(host)).toMatchObject({ feed: { failure: null }, counts: { articles: ITEMS, queued: 0, aside: 0 } });
});

test.each(READABLE_FEEDS)('$name is read as far as it can be', ({ name, becomes }) => {
  expect(views.get(`${name}.test`)).toMatchObject({
    feed: { failure: null },
    counts: { articles: becomes, queued: 0 },
  });
});

test.each(UNREADABLE_FEEDS)('$name cannot be read, and it is known why', ({ name, becomes }) => {
  expect(views.get(`${name}.test`)).toMatchObject({ feed: { failure: becomes }, counts: { articles: 0, queued: 0 } });
});

test('what fails is asked again within hours, and what asks for a year of rest within days', () => {
  const pauses = [...views.values()].flatMap(({ feed }) => (feed?.failure ? [feed.nextAtMs - startedAtMs] : []));
  expect(Math.max(...pauses)).toBeLessThan(8 * DAY_MS);
  expect(Math.max(...pauses)).toBeGreaterThan(6 * DAY_MS);
  expect(views.get('too-often.test')?.feed?.failures).toBe(1);
  expect(views.get('server-of-1970.test')?.feed?.nextAtMs).toBeLessThan(startedAtMs + 4 * DAY_MS);
});

/** Nothing in it calls anybody, leads elsewhere than it says, or turns the text around. */
function expectHarmless(text: string): void {
  expect(text).not.toMatch(/(?<!\\)@everyone|(?<!\\)<@1>|\]\(https:\/\/evil|```/);
  expect(text).not.toMatch(/[\u200b\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}|\p{Cs}/u);
}

/** All pages of an answer. */
async function wholeOf(first: Seen): Promise<string> {
  const next = Object.keys(first.buttons).find((label) => label.startsWith('Next'));
  return next === undefined ? first.text : first.text + (await wholeOf(await us.press(first, next, HERE)));
}

describe('what is printed of them', () => {
  test('in the list', async () => {
    const text = await wholeOf(await us.source('list', {}, HERE));
    expectHarmless(text);
    for (const { name } of HOSTILE_FEEDS) expect(text).toContain(name);
    expect(text.match(/⚠/g)).toHaveLength(UNREADABLE_FEEDS.length);
  });

  test('in a dry run', async () => {
    const { text } = await us.source('add', { url: views.get('bad-titles.test')?.source.url ?? '' }, HERE);
    expect(text).toContain('everyone');
    expectHarmless(text);
  });

  test('in answers', async () => {
    const found = await us.ask({ kind: 'command', name: 'search', options: { query: 'xylophone works' } }, HERE);
    const sources = await wholeOf(await us.press(found, /Sources/, HERE));
    expect(sources).toContain('everyone');
    expectHarmless((await wholeOf(found)) + sources);
  });
});

test('where nothing is found, that sources could not be read is said', async () => {
  const { text } = await us.ask({ kind: 'command', name: 'search', options: { query: 'zither' } }, HERE);
  expect(text).toMatch(/These sources cannot be read: [\s\S]*\d more sources/);
  expectHarmless(text);
});

describe('a moderator’s own input', () => {
  const USUAL: Readonly<Record<string, unknown>> = {
    ...{ url: 'http://10.0.0.1/feed', source: 'ring.test', publisher: 'The Post', name: 'World' },
    ...{ text: 'The bridge is closed.', date: '2024-05-15', title: 'A bridge', kind: 'feed' },
  };
  const file = (bytes: Uint8Array) => ({
    name: HOSTILE_TITLE,
    bytes: bytes.length,
    read: async () => ({ ok: true, value: bytes }),
  });
  const WRONG: readonly unknown[] = [
    ...[
      HOSTILE_TITLE,
      'x'.repeat(5_000),
      '\0\u0007',
      '\ud800',
      ' ',
      'javascript:alert(1)',
      'http://[::1',
      'file:///etc/passwd',
    ],
    ...['__proto__', 'constructor', '../../../etc/passwd', '١٢', -1, 1e300, true, null, {}, []],
    ...[file(Buffer.alloc(0)), file(Buffer.alloc(100_000)), file(Buffer.from('<opml>'.repeat(9_000)))],
  ];
  const fields = (SOURCE_DATA.subcommands ?? []).flatMap(({ name, options }) =>
    options.map((option) => ({ name, options, option: option.name })),
  );

  test.each(fields)(
    '/source $name with anything as its $option is answered in words',
    async ({ name, options, option }) => {
      const usual = Object.fromEntries(options.flatMap((one) => (one.required ? [[one.name, USUAL[one.name]]] : [])));
      for (const wrong of WRONG) {
        const { text, modal } = await us.source(name, { ...usual, [option]: wrong }, ELSEWHERE);
        expect(modal === null ? text : 'a form').toMatch(/\p{L}{3}/u);
        expectHarmless(text);
      }
      expect(us.failures).toEqual([]);
    },
  );

  test('a list of ten thousand feeds says beforehand how many there is room for', async () => {
    const outlines = Array.from(
      { length: 10_000 },
      (_, at) => `<outline text="${at}" xmlUrl="https://feed-${at}.example/"/>`,
    );
    const list = file(Buffer.from(`<opml><body>${outlines.join('')}</body></opml>`));
    const run = await us.source('import', { file: list }, ELSEWHERE);
    expect(run.text).toContain('room here for 100 more feeds: 9900 of the list are left out');
    expect((await us.press(run, 'Add all 100', ELSEWHERE)).text).toContain('Added: 100 sources');
    expect((await us.source('import', { file: list }, ELSEWHERE)).text).toContain('no room here');
  });
});
