import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EVENT_RULES } from '../../../src/brief/event/rules.ts';
import type { Database } from '../../../src/store/sqlite/database.ts';
import { sqliteModelUse } from '../../../src/store/sqlite/model/model-use.ts';
import { openDatabase } from '../../../src/store/sqlite/open.ts';
import { withFolder } from '../../support/sitrep.ts';

const NOON_MS = Date.parse('2026-03-05T12:00:00Z');
const DAY_MS = 86_400_000;
const NO_LIMIT = { requestsPerDay: 0, tokensPerDay: 0 };

async function withDatabases<T>(use: (open: () => Database) => T): Promise<T> {
  return withFolder(async (folder) => {
    const opened: Database[] = [];
    const open = (): Database => {
      const result = openDatabase(join(folder, 'store.sqlite'), EVENT_RULES);
      if (!result.ok) throw new Error(result.error.kind);
      opened.push(result.value);
      return result.value;
    };
    try {
      return use(open);
    } finally {
      for (const database of opened) database.close();
    }
  });
}

test('requests and tokens are counted by the day, by all processes and through restarts', async () => {
  await withDatabases((open) => {
    let nowMs = NOON_MS;
    const [one, other] = [sqliteModelUse(open(), () => nowMs), sqliteModelUse(open(), () => nowMs)];
    const limits = { requestsPerDay: 3, tokensPerDay: 1_000 };
    expect(one.book(400, limits)).toBe(true);
    expect(other.book(601, limits)).toBe(false);
    expect(other.book(500, limits)).toBe(true);
    one.correct(-200);
    expect(one.book(300, limits)).toBe(true);
    expect(one.book(0, limits)).toBe(false);
    expect(other.use()).toEqual({ requests: 3, tokens: 1_000, outcomes: [] });
    nowMs += DAY_MS;
    expect(one.book(400, limits)).toBe(true);
    expect(one.use()).toMatchObject({ requests: 1, tokens: 400 });
  });
});

test('without limits everything is booked', async () => {
  await withDatabases((open) => {
    const use = sqliteModelUse(open(), () => NOON_MS);
    for (let nth = 0; nth < 5; nth += 1) expect(use.book(1_000_000, NO_LIMIT)).toBe(true);
    use.correct(-9_000_000);
    expect(use.use()).toMatchObject({ requests: 5, tokens: 0 });
  });
});

test('outcomes are told of a week, the most frequent first', async () => {
  await withDatabases((open) => {
    let nowMs = NOON_MS;
    const use = sqliteModelUse(open(), () => nowMs);
    use.count({ structured: 2, 'no-quote': 1 });
    nowMs += 3 * DAY_MS;
    use.count({ 'no-quote': 4 });
    expect(use.use().outcomes).toEqual([
      ['no-quote', 5],
      ['structured', 2],
    ]);
    nowMs += 4 * DAY_MS;
    expect(use.use().outcomes).toEqual([['no-quote', 4]]);
  });
});
