import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compose, type Sitrep } from '../../src/compose.ts';
import { DAY_MS } from '../../src/domain/period.ts';
import type { Probe } from '../../src/domain/probe.ts';
import type { Scope } from '../../src/domain/scope.ts';
import type { SourceNotice } from '../../src/domain/source-notice.ts';
import { DATA_FOLDER } from '../../src/place.ts';
import type { Actor, Wanted } from '../../src/sources/contract.ts';
import { sharedReading } from '../support/committed-knowledge.ts';
import { loadInto } from '../support/loaded-folder.ts';
import { unexpected } from '../support/stored-app.ts';

/** What the server answers at a path now; a test changes it. */
interface Served {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}
const pages = new Map<string, Served>();
const asked: string[] = [];
const told: (readonly [Scope, SourceNotice])[] = [];

let server: Server;
let sitrep: Sitrep;
let base: string;
let folder: string;
let offsetMs = 0;
const now = (): number => Date.now() + offsetMs;

beforeAll(async () => {
  server = createServer(({ url = '', headers }, response) => {
    asked.push(url);
    const {
      status = 200,
      type = 'application/rss+xml',
      headers: more,
      body,
    } = pages.get(url) ?? { status: 404, body: '' };
    if (more?.etag !== undefined && headers['if-none-match'] === more.etag) return void response.writeHead(304).end();
    response.writeHead(status, { 'content-type': type, ...more }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
  folder = mkdtempSync(join(tmpdir(), 'sitrep-sources-'));
  await loadInto(folder);
  const opened = await compose({
    ...{ stateDir: folder, dataDir: DATA_FOLDER, version: '1', startedAtMs: Date.now(), report: unexpected, now },
    articles: sharedReading(),
    fetching: { allowedHosts: [{ host: '127.0.0.1', port }], contact: null, limits: { pauseMs: 0 } },
    tell: async (scope, notice) => told.push([scope, notice]) > 0,
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  sitrep = opened.value;
}, 60_000);
afterAll(async () => {
  await sitrep.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

let guilds = 1_000_000;
/** A moderator of a server of their own. */
const aModerator = (userId = '42'): Actor => {
  guilds += 1;
  return { scope: { guildId: String(guilds) }, userId, nowMs: now() };
};

interface Item {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}
const STRIKE = {
  id: 'strike',
  title: 'Missiles hit Kharkiv',
  text: 'Russian missiles struck Kharkiv on Monday, killing three people, the governor said. Rescue workers searched the rubble of a printing house through the night.',
};
const AID = {
  id: 'aid',
  title: 'Germany sends air defence',
  text: 'Germany will send Ukraine an air defence system worth 500 million euros, its defence minister said on Tuesday. The system is to arrive within weeks.',
};

const rss = (items: readonly Item[], title = 'The Example Post'): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title><link>${base}/</link><language>en</language>${items
    .map(
      ({ id, title: name, text }) =>
        `<item><guid isPermaLink="false">${id}</guid><title>${name}</title><link>${base}/articles/${id}</link><pubDate>${new Date(now() - DAY_MS).toUTCString()}</pubDate><content:encoded>&lt;p&gt;${text}&lt;/p&gt;</content:encoded></item>`,
    )
    .join('')}</channel></rss>`;

async function probe(wanted: Wanted, actor: Actor): Promise<Probe> {
  const made = await sitrep.app.sources.probe(wanted, {}, actor);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

async function addFeed(path: string, actor: Actor) {
  const { id } = await probe({ from: 'url', url: `${base}${path}` }, actor);
  const added = await sitrep.app.sources.add(id, false, actor);
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  const [source] = added.value.added;
  if (source === undefined) throw new Error('nothing was added');
  return source;
}

/** Reads what is due, and brings what was found. */
async function readAll(): Promise<void> {
  await sitrep.reading.poll();
  await sitrep.reading.bring();
}

const articlesOf = async (scope: Scope): Promise<readonly string[]> => {
  const ids = await sitrep.claims.articleIds(scope);
  const files = await Promise.all(ids.map((id) => sitrep.claims.file(scope, id)));
  return files.map((stored) => stored?.file.article.title ?? '').sort();
};

describe('a feed', () => {
  test('shows what would come of it, adds nothing, and then is read', async () => {
    pages.set('/one.xml', { body: rss([STRIKE, AID]) });
    const actor = aModerator();
    const run = await probe({ from: 'url', url: `${base}/one.xml` }, actor);
    expect(run.items.map(({ title, standing }) => [title, standing.kind])).toEqual([
      [STRIKE.title, 'new'],
      [AID.title, 'new'],
    ]);
    expect(run.items.every(({ read }) => read?.ok === true && read.value.file.claims.length > 0)).toBe(true);
    await readAll();
    expect(await articlesOf(actor.scope)).toEqual([]);
    expect((await sitrep.app.sources.add(run.id, false, actor)).ok).toBe(true);
    await readAll();
    expect(await articlesOf(actor.scope)).toEqual([AID.title, STRIKE.title]);
    const [view] = await sitrep.app.sources.list(actor.scope);
    expect(view?.counts).toEqual({ articles: 2, queued: 0, aside: 0 });
  });

  test('of one server is in no answer of another', async () => {
    pages.set('/own.xml', { body: rss([STRIKE]) });
    const [one, other] = [aModerator(), aModerator()];
    await addFeed('/own.xml', one);
    await readAll();
    expect(await articlesOf(one.scope)).toEqual([STRIKE.title]);
    expect(await articlesOf(other.scope)).toEqual([]);
    expect(await sitrep.app.sources.list(other.scope)).toEqual([]);
  });

  test('that several servers follow is fetched once', async () => {
    pages.set('/shared.xml', { body: rss([STRIKE, AID]) });
    const actors = [aModerator(), aModerator(), aModerator()];
    for (const actor of actors) await addFeed('/shared.xml', actor);
    asked.length = 0;
    await readAll();
    expect(asked).toEqual(['/shared.xml']);
    for (const { scope } of actors) expect(await articlesOf(scope)).toEqual([AID.title, STRIKE.title]);
  });

  test('that another server follows gives a new one what it holds, without being read again', async () => {
    pages.set('/late.xml', { body: rss([STRIKE]), headers: { etag: '"1"' } });
    const [early, late] = [aModerator(), aModerator()];
    await addFeed('/late.xml', early);
    await readAll();
    await addFeed('/late.xml', late);
    asked.length = 0;
    await readAll();
    expect(asked).toEqual([]);
    expect(await articlesOf(late.scope)).toEqual([STRIKE.title]);
  });

  test('that changes an item changes the article, and what it was is kept', async () => {
    const corrected = { ...STRIKE, text: STRIKE.text.replace('three people', 'five people') };
    pages.set('/changing.xml', { body: rss([STRIKE]) });
    const actor = aModerator();
    const { id } = await addFeed('/changing.xml', actor);
    await readAll();
    pages.set('/changing.xml', { body: rss([corrected]) });
    offsetMs += DAY_MS;
    await readAll();
    const [article = ''] = await sitrep.claims.articleIds(actor.scope);
    expect((await sitrep.claims.file(actor.scope, article))?.text).toContain('five people');
    expect((await sitrep.app.sources.view(id, actor.scope))?.counts.articles).toBe(1);
  });

  test('that fails is asked again, its moderators are told after a day, and again when it is back', async () => {
    pages.set('/failing.xml', { body: rss([STRIKE]) });
    const actor = aModerator();
    await addFeed('/failing.xml', actor);
    await readAll();
    pages.set('/failing.xml', { status: 500, body: '' });
    const kinds = (): readonly string[] =>
      told.filter(([{ guildId }]) => guildId === actor.scope.guildId).map(([, { kind }]) => kind);
    for (let hour = 0; hour < 60; hour += 1) {
      offsetMs += 3_600_000;
      await readAll();
    }
    expect(kinds()).toEqual(['failing']);
    const [view] = await sitrep.app.sources.list(actor.scope);
    expect(view?.source.state).toBe('active');
    expect(view?.feed?.failures).toBeGreaterThan(8);
    pages.set('/failing.xml', { body: rss([STRIKE, AID]) });
    offsetMs += 8 * 3_600_000;
    await readAll();
    expect(kinds()).toEqual(['failing', 'recovered']);
    expect(await articlesOf(actor.scope)).toEqual([AID.title, STRIKE.title]);
  });

  test('that passes on what another brought before does not take it over', async () => {
    pages.set('/origin.xml', { body: rss([STRIKE], 'The Example Post') });
    pages.set('/again.xml', { body: rss([{ ...STRIKE, text: STRIKE.text.slice(0, 90) }], 'The Other Post') });
    const actor = aModerator();
    await addFeed('/origin.xml', actor);
    await readAll();
    const { id } = await addFeed('/again.xml', actor);
    await readAll();
    const stored = async () => {
      const [article = ''] = await sitrep.claims.articleIds(actor.scope);
      return sitrep.claims.file(actor.scope, article);
    };
    expect(await stored()).toMatchObject({ file: { article: { publisher: 'The Example Post' } }, text: STRIKE.text });
    await sitrep.app.sources.remove(id, 'withdraw', actor);
    expect(await stored()).toMatchObject({ file: { article: { publisher: 'The Example Post' } } });
  });

  test('that is gone for good is asked no more until somebody resumes it', async () => {
    pages.set('/gone.xml', { body: rss([STRIKE]) });
    const actor = aModerator();
    const { id } = await addFeed('/gone.xml', actor);
    await readAll();
    pages.set('/gone.xml', { status: 410, body: '' });
    offsetMs += DAY_MS;
    await readAll();
    expect((await sitrep.app.sources.view(id, actor.scope))?.source.state).toBe('gone');
    asked.length = 0;
    offsetMs += 2 * DAY_MS;
    await readAll();
    expect(asked).not.toContain('/gone.xml');
    pages.set('/gone.xml', { body: rss([STRIKE, AID]) });
    expect((await sitrep.app.sources.resume(id, actor)).ok).toBe(true);
    await readAll();
    expect(await articlesOf(actor.scope)).toEqual([AID.title, STRIKE.title]);
  });

  test('that has moved for good is followed to where it is', async () => {
    pages.set('/old.xml', { body: rss([STRIKE]) });
    const actor = aModerator();
    const { id } = await addFeed('/old.xml', actor);
    await readAll();
    pages.set('/old.xml', { status: 301, headers: { location: '/new.xml' }, body: '' });
    pages.set('/new.xml', { body: rss([STRIKE, AID]) });
    offsetMs += DAY_MS;
    await readAll();
    expect((await sitrep.app.sources.view(id, actor.scope))?.source.url).toBe(`${base}/new.xml`);
    asked.length = 0;
    offsetMs += DAY_MS;
    await readAll();
    expect(asked).not.toContain('/old.xml');
    expect(asked).toContain('/new.xml');
  });

  test('that is paused is not read, and gives what it holds when it is resumed', async () => {
    pages.set('/paused.xml', { body: rss([STRIKE]) });
    const actor = aModerator();
    const { id } = await addFeed('/paused.xml', actor);
    await readAll();
    expect((await sitrep.app.sources.pause(id, actor)).ok).toBe(true);
    pages.set('/paused.xml', { body: rss([STRIKE, AID]) });
    offsetMs += DAY_MS;
    await readAll();
    expect(await articlesOf(actor.scope)).toEqual([STRIKE.title]);
    expect((await sitrep.app.sources.resume(id, actor)).ok).toBe(true);
    await readAll();
    expect(await articlesOf(actor.scope)).toEqual([AID.title, STRIKE.title]);
  });
});

describe('removing a source', () => {
  test.each([
    ['keep', 0, [STRIKE.title]],
    ['withdraw', 1, []],
  ] as const)('%s', async (what, withdrawn, left) => {
    pages.set('/removed.xml', { body: rss([STRIKE]) });
    const actor = aModerator();
    const { id } = await addFeed('/removed.xml', actor);
    await readAll();
    const removed = await sitrep.app.sources.remove(id, what, actor);
    expect(removed).toMatchObject({ ok: true, value: { withdrawn } });
    expect(await articlesOf(actor.scope)).toEqual(left);
    expect(await sitrep.app.sources.list(actor.scope)).toEqual([]);
  });

  test('what another source of the server brought too stays', async () => {
    pages.set('/first.xml', { body: rss([STRIKE, AID]) });
    pages.set('/second.xml', { body: rss([STRIKE]) });
    const actor = aModerator();
    const { id } = await addFeed('/first.xml', actor);
    await addFeed('/second.xml', actor);
    await readAll();
    await sitrep.app.sources.remove(id, 'withdraw', actor);
    expect(await articlesOf(actor.scope)).toEqual([STRIKE.title]);
  });
});

describe('a second moderator', () => {
  const fourEyes = async (actor: Actor): Promise<void> =>
    sitrep.app.saveSettings(actor.scope.guildId ?? '', { fourEyes: true });

  test('has to approve a source where the server asks for it, and cannot be the one who asked', async () => {
    pages.set('/request.xml', { body: rss([STRIKE]) });
    const actor = aModerator();
    await fourEyes(actor);
    const { id } = await addFeed('/request.xml', actor);
    await readAll();
    expect(await articlesOf(actor.scope)).toEqual([]);
    expect(told.at(-1)).toMatchObject([actor.scope, { kind: 'request', source: { id } }]);
    const { decide } = sitrep.app.sources;
    expect(await decide(id, 'approve', actor)).toEqual({ ok: false, error: { kind: 'own-request' } });
    const approved = await decide(id, 'approve', { ...actor, userId: '43' });
    expect(approved).toMatchObject({ ok: true, value: { state: 'active', addedBy: '42', approvedBy: '43' } });
    await readAll();
    expect(await articlesOf(actor.scope)).toEqual([STRIKE.title]);
    const deeds = await sitrep.app.sources.deeds(actor.scope, 10);
    expect(deeds.map(({ deed, by }) => [deed, by])).toEqual([
      ['approved', '43'],
      ['requested', '42'],
    ]);
  });

  test('can refuse it', async () => {
    const actor = aModerator();
    await fourEyes(actor);
    const { id } = await addFeed('/request.xml', actor);
    expect((await sitrep.app.sources.decide(id, 'refuse', { ...actor, userId: '43' })).ok).toBe(true);
    expect(await sitrep.app.sources.list(actor.scope)).toEqual([]);
  });

  test('approves a text that was pasted in, which is in no answer before', async () => {
    const actor = aModerator();
    await fourEyes(actor);
    const wanted = { from: 'text', text: STRIKE.text, publisher: 'Told', day: '2026-01-02', title: null } as const;
    const { id } = await probe(wanted, actor);
    const added = await sitrep.app.sources.add(id, false, actor);
    const source = added.ok ? added.value.added[0] : undefined;
    expect(await sitrep.claims.articleIds(actor.scope)).toEqual([]);
    await sitrep.app.sources.decide(source?.id ?? '', 'approve', { ...actor, userId: '43' });
    expect(await sitrep.claims.articleIds(actor.scope)).toHaveLength(1);
  });
});

describe('what an address leads to', () => {
  const page = (head: string, text = STRIKE.text): string =>
    `<html><head>${head}</head><body><article><h1>${STRIKE.title}</h1><p>${text}</p><p>${text}</p></article></body></html>`;

  test('a site is followed by its feed', async () => {
    pages.set('/site', {
      type: 'text/html',
      body: page('<link rel="alternate" type="application/rss+xml" href="/one.xml">'),
    });
    const run = await probe({ from: 'url', url: `${base}/site` }, aModerator());
    expect(run).toMatchObject({
      kind: 'feed',
      source: { url: `${base}/one.xml` },
      feeds: [{ url: `${base}/one.xml` }],
    });
  });

  test('an article is stored by itself', async () => {
    pages.set('/story', { type: 'text/html', body: page('<meta property="og:type" content="article">') });
    const actor = aModerator();
    const run = await probe({ from: 'url', url: `${base}/story` }, actor);
    expect(run).toMatchObject({ kind: 'article', items: [{ standing: { kind: 'new' } }] });
    await sitrep.app.sources.add(run.id, false, actor);
    expect(await articlesOf(actor.scope)).toEqual([STRIKE.title]);
  });

  test('a list of feeds adds each that is not followed yet, as far as there is room', async () => {
    const actor = aModerator();
    await addFeed('/one.xml', actor);
    const outlines = Array.from(
      { length: 150 },
      (_, at) => `<outline xmlUrl="${base}/list-${at}.xml" text="Feed ${at}"/>`,
    );
    const body = `<opml version="2.0"><body><outline xmlUrl="${base}/one.xml"/>${outlines.join('')}</body></opml>`;
    const run = await probe({ from: 'opml', bytes: Buffer.from(body) }, actor);
    expect(run.kind).toBe('list');
    expect(run.feeds.filter(({ isFollowed }) => isFollowed).map(({ url }) => url)).toEqual([`${base}/one.xml`]);
    const added = await sitrep.app.sources.add(run.id, false, actor);
    expect(run).toMatchObject({ total: 151, leftOut: 51 });
    expect(added).toMatchObject({ ok: true, value: { left: 0 } });
    expect(await sitrep.app.sources.list(actor.scope)).toHaveLength(100);
    const more = await probe({ from: 'url', url: `${base}/late.xml` }, actor);
    expect(await sitrep.app.sources.add(more.id, false, actor)).toEqual({
      ok: false,
      error: { kind: 'too-many', limit: 100, have: 100 },
    });
    for (const { source } of await sitrep.app.sources.list(actor.scope))
      await sitrep.app.sources.remove(source.id, 'keep', actor);
  });

  test.each<[string, string, Served, object]>([
    ['a page without a feed', '/nothing', { type: 'text/html', body: '<p>' }, { kind: 'no-feed' }],
    ['nothing', '/missing', { status: 404, body: '' }, { kind: 'fetch', failure: { kind: 'status', status: 404 } }],
    ['an empty document', '/empty', { body: '' }, { kind: 'unreadable', looksLike: 'empty' }],
    ['other JSON', '/json', { type: 'application/json', body: '{"a":1}' }, { kind: 'unreadable', looksLike: 'json' }],
  ])('%s is refused in so many words', async (_, path, served, error) => {
    pages.set(path, served);
    const made = await sitrep.app.sources.probe({ from: 'url', url: `${base}${path}` }, {}, aModerator());
    expect(made).toMatchObject({ ok: false, error });
  });

  test('a dry run is for the server that asked for it, and is added once', async () => {
    pages.set('/once.xml', { body: rss([STRIKE]) });
    const [actor, stranger] = [aModerator(), aModerator()];
    const { id } = await probe({ from: 'url', url: `${base}/once.xml` }, actor);
    expect(await sitrep.app.sources.probed(id, stranger.scope)).toBeNull();
    expect(await sitrep.app.sources.add(id, false, stranger)).toEqual({ ok: false, error: { kind: 'expired' } });
    const both = await Promise.all([0, 1].map(() => sitrep.app.sources.add(id, false, actor)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await sitrep.app.sources.list(actor.scope)).toHaveLength(1);
  });
});
