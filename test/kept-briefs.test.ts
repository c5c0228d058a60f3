import { afterEach, beforeEach, expect, test } from 'vitest';
import { EVENT_RULES } from '../src/brief/event/rules.ts';
import type { Brief } from '../src/domain/brief.ts';
import { createKeptBriefs } from '../src/kept-briefs.ts';
import { keyvOver } from '../src/store/keyv.ts';
import type { Database } from '../src/store/sqlite/database.ts';
import { openDatabase } from '../src/store/sqlite/open.ts';
import { aBrief } from './support/briefs.ts';
import { unexpected } from './support/stored-app.ts';

let database: Database;
beforeEach(() => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  database = opened.value;
});
afterEach(() => database.close());

const disk = () => keyvOver(database, 'briefs');
const inScope = (guildId: string | null): Brief => {
  const brief = aBrief();
  return { ...brief, question: { ...brief.question, scope: { guildId } } };
};

test('a brief is there at once, and after a restart once it is settled', async () => {
  const brief = inScope('111');
  const first = createKeptBriefs(disk(), unexpected);
  first.keep(brief);
  expect(await first.recall(brief.id, { guildId: '111' })).toEqual(brief);
  await first.settle();
  expect(await createKeptBriefs(disk(), unexpected).recall(brief.id, { guildId: '111' })).toEqual(brief);
});

test('no other scope reaches it, in memory or on the disk', async () => {
  const brief = inScope('111');
  const kept = createKeptBriefs(disk(), unexpected);
  kept.keep(brief);
  const elsewhere = async () => [
    await kept.recall(brief.id, { guildId: '222' }),
    await kept.recall(brief.id, { guildId: null }),
  ];
  expect(await elsewhere()).toEqual([null, null]);
  await kept.settle();
  expect(await elsewhere()).toEqual([null, null]);
});

test('what a disk does not take is told, kept in memory, and written with the next', async () => {
  const told: unknown[] = [];
  const working = disk();
  let isFull = true;
  const failing = {
    get: (key: string) => working.get(key),
    set: (key: string, value: unknown) => working.set(key, value),
    delete: (key: string) => working.delete(key),
    setMany: async (entries: { key: string; value: unknown; ttl?: number }[]) => {
      if (isFull) throw new Error('no room');
      return working.setMany(entries);
    },
  };
  const kept = createKeptBriefs(failing, (error) => told.push(error));
  const brief = inScope(null);
  kept.keep(brief);
  await expect.poll(() => told.length).toBe(1);
  expect(await kept.recall(brief.id, { guildId: null })).toEqual(brief);
  isFull = false;
  await kept.settle();
  expect(await createKeptBriefs(working, unexpected).recall(brief.id, { guildId: null })).toEqual(brief);
});

test('a kept brief that no longer reads is as good as gone', async () => {
  const brief = inScope(null);
  await disk().set(`operator:${brief.id}`, { ...brief, sections: 'none' });
  expect(await createKeptBriefs(disk(), unexpected).recall(brief.id, { guildId: null })).toBeNull();
});
