import { DatabaseSync } from 'node:sqlite';
import { setImmediate as soon } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../../src/domain/period.ts';
import { rssOf, type SourcedSitrep, sourcedSitrep } from '../support/sourced-sitrep.ts';

const TEXT =
  'Russian missiles struck Kharkiv on Monday, killing three people, the governor said. Rescue workers searched the rubble of a printing house through the night.';

let us: SourcedSitrep;
let feed: string;
let feeds = 0;
const item = (id: string) => ({ id, link: us.at('post.example', `/${id}`), text: `${TEXT} That was ${id}.` });
const serve = (...ids: readonly string[]) => us.put(feed, { body: rssOf(us.at('post.example', '/'), ids.map(item)) });
const HOURS = 3_600_000;

beforeAll(async () => {
  us = await sourcedSitrep(['post.example']);
}, 60_000);
afterAll(() => us.close());
beforeEach(() => {
  feeds += 1;
  feed = us.at('post.example', `/feed-${feeds}?token=secret`);
  us.faults.length = 0;
});

const rows = (sql: string) => {
  const database = new DatabaseSync(us.file, { readOnly: true });
  const found = database.prepare(sql).all();
  database.close();
  return found.map((row) => ({ ...row }));
};

describe('while a feed is asked', () => {
  const failAfter = async (status: number, meanwhile: () => Promise<unknown>) => {
    us.put(feed, { status, meanwhile });
    us.advance(DAY_MS);
    await us.readAll();
  };

  test('a source that is removed does not come back as one that is gone', async () => {
    serve('removed');
    const actor = us.moderator();
    const { id } = await us.addFeed(feed, actor);
    await us.readAll();
    await failAfter(410, () => us.sitrep.app.sources.remove(id, 'keep', actor));
    expect(await us.sitrep.app.sources.list(actor.scope)).toEqual([]);
  });

  test('what is edited stays so when the feed turns out to be gone', async () => {
    serve('edited');
    const actor = us.moderator();
    const { id } = await us.addFeed(feed, actor);
    await us.readAll();
    await failAfter(410, () => us.sitrep.app.sources.edit(id, { name: 'Another' }, actor));
    expect((await us.sitrep.app.sources.view(id, actor.scope))?.source).toMatchObject({
      name: 'Another',
      state: 'gone',
    });
  });

  test('a source that is removed is not said to fail ever after', async () => {
    serve('failing');
    const actor = us.moderator();
    const { id } = await us.addFeed(feed, actor);
    await us.readAll();
    await failAfter(500, async () => undefined);
    await failAfter(500, () => us.sitrep.app.sources.remove(id, 'keep', actor));
    expect(rows('SELECT id FROM failing_source')).not.toContainEqual({ id });
  });
});

test('items are brought although a feed is due: of many one always is', async () => {
  serve(...Array.from({ length: 20 }, (_, at) => `due-${at}`));
  const actor = us.moderator();
  await us.addFeed(feed, actor);
  await us.sitrep.reading.poll();
  us.advance(DAY_MS);
  await us.sitrep.reading.bring();
  expect(await us.sitrep.claims.articleIds(actor.scope)).toHaveLength(20);
});

test('what another source brings while articles are withdrawn stays', async () => {
  serve('first', 'second');
  const actor = us.moderator();
  const { id } = await us.addFeed(feed, actor);
  const quiet = us.at('post.example', '/quiet');
  us.put(quiet, { body: rssOf(us.at('post.example', '/'), []) });
  const other = await us.addFeed(quiet, actor);
  await us.readAll();
  const database = new DatabaseSync(us.file);
  database.exec(
    `CREATE TRIGGER brings AFTER DELETE ON article BEGIN INSERT OR IGNORE INTO brought (scope, article, source)
       SELECT article.scope, article.id, source.num FROM article JOIN source ON source.scope = article.scope
       WHERE source.id = '${other.id}' AND article.scope = OLD.scope; END`,
  );
  const removed = await us.sitrep.app.sources.remove(id, 'withdraw', actor);
  database.exec('DROP TRIGGER brings');
  database.close();
  expect(removed).toMatchObject({ ok: true, value: { withdrawn: 1 } });
  expect(await us.sitrep.claims.articleIds(actor.scope)).toHaveLength(1);
});

test('others are answered between any two articles that are withdrawn', async () => {
  serve('one', 'two', 'three');
  const actor = us.moderator();
  const { id } = await us.addFeed(feed, actor);
  await us.readAll();
  const left: number[] = [];
  let isDone = false;
  const removed = us.sitrep.app.sources.remove(id, 'withdraw', actor).finally(() => {
    isDone = true;
  });
  for (; !isDone; await soon()) left.push((await us.sitrep.claims.articleIds(actor.scope)).length);
  expect(await removed).toMatchObject({ ok: true, value: { withdrawn: 3 } });
  expect(left).toEqual(expect.arrayContaining([3, 2, 1]));
});

describe('a failure of our own', () => {
  /** Has the database fail for a while in what `sql` says. */
  const failing = async (sql: string, run: () => Promise<void>): Promise<void> => {
    const database = new DatabaseSync(us.file);
    database.exec(`CREATE TRIGGER fails ${sql} BEGIN SELECT RAISE(ABORT, 'no'); END`);
    await run().finally(() => {
      database.exec('DROP TRIGGER fails');
      database.close();
    });
  };

  test('has a feed asked again later, not at every tick, and its address is not told', async () => {
    serve('one');
    const actor = us.moderator();
    await us.addFeed(feed, actor);
    us.asked.length = 0;
    await failing('BEFORE INSERT ON item', async () => {
      for (const _ of [1, 2, 3]) await us.readAll();
    });
    expect(us.asked.filter((url) => url === feed)).toHaveLength(1);
    expect(us.faults.map(([, where]) => where)).toEqual(['reading a feed of post.example']);
    us.advance(HOURS);
    await us.readAll();
    expect(await us.sitrep.claims.articleIds(actor.scope)).toHaveLength(1);
  });

  test('over an item that lasts is the item in the end, which is set aside', async () => {
    serve('cursed');
    const actor = us.moderator();
    const { id } = await us.addFeed(feed, actor);
    await failing('BEFORE INSERT ON article', async () => {
      for (let day = 0; day < 9; day += 1) {
        await us.readAll();
        us.advance(DAY_MS);
      }
    });
    expect((await us.sitrep.app.sources.view(id, actor.scope))?.counts).toEqual({ articles: 0, queued: 0, aside: 1 });
  });

  test('with items keeps those behind them from nothing, and they are read in the end', async () => {
    const poison = Array.from({ length: 12 }, (_, at) => `poison-${at}`);
    serve(...poison, 'sound');
    const actor = us.moderator();
    await us.addFeed(feed, actor);
    await failing("BEFORE INSERT ON article WHEN NEW.json LIKE '%poison%'", async () => {
      for (const _ of [1, 2, 3]) await us.readAll();
    });
    expect(await us.sitrep.claims.articleIds(actor.scope)).toHaveLength(1);
    us.advance(HOURS);
    await us.readAll();
    expect(await us.sitrep.claims.articleIds(actor.scope)).toHaveLength(13);
  });
});
