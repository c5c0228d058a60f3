import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPERATOR } from '../../src/domain/scope.ts';
import type { Actor } from '../../src/sources/contract.ts';
import { rssOf, type SourcedSitrep, sourcedSitrep } from '../support/sourced-sitrep.ts';

const TEXT =
  'Russian missiles struck Kharkiv on Monday, killing three people, the governor said. Rescue workers searched the rubble of a printing house through the night.';
let us: SourcedSitrep;

beforeAll(async () => {
  us = await sourcedSitrep(['post.example']);
}, 60_000);
afterAll(() => us.close());

const sources = () => us.sitrep.app.sources;
const second = (actor: Actor): Actor => ({ ...actor, userId: '43' });

const inDatabase = <T>(use: (database: DatabaseSync) => T): T => {
  const database = new DatabaseSync(us.file);
  const found = use(database);
  database.close();
  return found;
};
const kept = (key: string) =>
  inDatabase((database) => database.prepare('SELECT key FROM pair WHERE key LIKE ?').all(`%${key}%`).length);

/** Has the process fail where an article would be brought to its source. */
const interrupted = async (run: () => Promise<unknown>): Promise<void> => {
  inDatabase((database) =>
    database.exec("CREATE TRIGGER fails BEFORE INSERT ON brought BEGIN SELECT RAISE(ABORT, 'no'); END"),
  );
  await expect(run().finally(() => inDatabase((database) => database.exec('DROP TRIGGER fails')))).rejects.toThrow();
};

/** A text that was looked at, under a publisher of its own. */
async function looked(publisher: string, actor: Actor): Promise<string> {
  const wanted = { from: 'text', text: `${TEXT} So ${publisher}.`, publisher, day: '2026-01-02', title: null } as const;
  const made = await sources().probe(wanted, {}, actor);
  if (!made.ok) throw new Error(made.error.kind);
  return made.value.id;
}

async function requested(id: string, actor: Actor): Promise<string> {
  const added = await sources().add(id, true, actor);
  const source = added.ok ? added.value.added[0] : undefined;
  if (source === undefined) throw new Error(JSON.stringify(added));
  return source.id;
}

const broughtIn = async (actor: Actor) => (await sources().list(actor.scope)).map(({ counts }) => counts.articles);

test('adding that was interrupted is made whole by adding again', async () => {
  const actor = us.moderator();
  const id = await looked('Added', actor);
  await interrupted(() => sources().add(id, false, actor));
  expect((await sources().add(id, false, actor)).ok).toBe(true);
  expect(await broughtIn(actor)).toEqual([1]);
});

test('so is an article that was added by its address', async () => {
  const [actor, url] = [us.moderator(), us.at('post.example', '/story')];
  const body = `<html><head><meta property="og:type" content="article"></head><body><article><h1>Missiles</h1><p>${TEXT}</p><p>${TEXT}</p></article></body></html>`;
  us.put(url, { type: 'text/html', body });
  const made = await sources().probe({ from: 'url', url }, {}, actor);
  if (!made.ok) throw new Error(made.error.kind);
  await interrupted(() => sources().add(made.value.id, false, actor));
  expect((await sources().add(made.value.id, false, actor)).ok).toBe(true);
  expect(await broughtIn(actor)).toEqual([1]);
});

test('an approval that was interrupted can be given again', async () => {
  const actor = us.moderator();
  const id = await requested(await looked('Approved', actor), actor);
  await interrupted(() => sources().decide(id, 'approve', second(actor)));
  expect((await sources().decide(id, 'approve', second(actor))).ok).toBe(true);
  expect(await broughtIn(actor)).toEqual([1]);
});

test('of two who decide at once the first counts', async () => {
  const actor = us.moderator();
  const id = await requested(await looked('Contested', actor), actor);
  const both = await Promise.all([
    sources().decide(id, 'refuse', second(actor)),
    sources().decide(id, 'approve', { ...actor, userId: '44' }),
  ]);
  expect(both.map(({ ok }) => ok)).toEqual([true, false]);
  expect(await sources().list(actor.scope)).toEqual([]);
  expect(await us.sitrep.claims.articleIds(actor.scope)).toEqual([]);
});

test('nobody approves what they asked for themselves, though the server wants no second moderator; they may take it back', async () => {
  for (const actor of [us.moderator(), { ...us.moderator(), scope: OPERATOR, userId: null }]) {
    const id = await requested(await looked('Own', actor), actor);
    expect(await sources().decide(id, 'approve', actor)).toEqual({ ok: false, error: { kind: 'own-request' } });
    expect((await sources().decide(id, 'refuse', actor)).ok).toBe(true);
  }
});

test('what waits for approval is not edited: it would not be what the request shows', async () => {
  const actor = us.moderator();
  const id = await requested(await looked('Shown', actor), actor);
  expect(await sources().edit(id, { publisher: 'Another', tier: 'trusted' }, actor)).toEqual({
    ok: false,
    error: { kind: 'pending' },
  });
});

test.each(['approve', 'refuse', 'remove'] as const)(
  'what a request showed is kept no longer than it: %s',
  async (how) => {
    const actor = us.moderator();
    const id = await requested(await looked(`Kept until ${how}`, actor), actor);
    expect(kept(id)).toBe(1);
    if (how === 'remove') await sources().remove(id, 'keep', actor);
    else await sources().decide(id, how, second(actor));
    expect(kept(id)).toBe(0);
  },
);

test('of a list, each request keeps what concerns it alone, and one address is added once', async () => {
  const actor = us.moderator();
  const addresses = ['/one', '/two', '/two?utm_source=x', '/three'].map((path) => us.at('post.example', path));
  const bytes = Buffer.from(
    `<opml><body>${addresses.map((url) => `<outline xmlUrl="${url}"/>`).join('')}</body></opml>`,
  );
  const list = await sources().probe({ from: 'opml', bytes }, {}, actor);
  if (!list.ok) throw new Error(list.error.kind);
  const added = await sources().add(list.value.id, true, actor);
  const all = added.ok ? added.value.added : [];
  expect(all.map(({ url }) => url)).toEqual([addresses[0], addresses[1], addresses[3]]);
  const [first] = all;
  expect(await sources().requested(first?.id ?? '', actor.scope)).toMatchObject({
    kind: 'feed',
    source: first,
    feeds: [],
  });
});

test('a list of requests does not fill the channel of the moderators', async () => {
  const actor = us.moderator();
  const outlines = Array.from({ length: 30 }, (_, at) => `<outline xmlUrl="${us.at('post.example', `/many-${at}`)}"/>`);
  const bytes = Buffer.from(`<opml><body>${outlines.join('')}</body></opml>`);
  const list = await sources().probe({ from: 'opml', bytes }, {}, actor);
  if (!list.ok) throw new Error(list.error.kind);
  await sources().add(list.value.id, true, actor);
  expect(await sources().list(actor.scope)).toHaveLength(30);
  expect(us.told.filter(([{ guildId }]) => guildId === actor.scope.guildId)).toHaveLength(5);
});

test('a deed on an address longer than the trail holds is in it, cut', async () => {
  const url = us.at('post.example', `/feed?${'a'.repeat(900)}`);
  us.put(url, {
    body: rssOf(us.at('post.example', '/'), [{ id: 'a', link: us.at('post.example', '/a'), text: TEXT }]),
  });
  const actor = us.moderator();
  await us.addFeed(url, actor);
  expect((await sources().deeds(actor.scope, 9)).map(({ deed, detail }) => [deed, detail])).toEqual([
    ['added', url.slice(0, 400)],
  ]);
});
