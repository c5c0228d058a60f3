import { expect, test } from 'vitest';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { sqliteDigests } from '../../src/store/sqlite/digests/digests.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { someDigest } from '../support/digests.ts';
import { unexpected } from '../support/stored-app.ts';
import { digestContract } from './digest-contract.ts';

digestContract('in the embedded database', () => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  const database = opened.value;
  return { digests: sqliteDigests(database, unexpected), close: database.close };
});

test('a digest whose row does not parse is told once, and keeps no other from being due', async () => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  const database = opened.value;
  const told: string[] = [];
  const digests = sqliteDigests(database, ({ key }) => void told.push(key));
  const [broken, whole] = [someDigest({ id: 'brokenaa' }), someDigest({ id: 'wholeaaa' })];
  for (const digest of [broken, whole]) await digests.add(digest, 20);
  database.run("UPDATE digest SET json = '{}' WHERE id = 'brokenaa'");
  for (const _ of [1, 2])
    expect((await digests.due(whole.fromMs, 10)).map(({ digest }) => digest.id)).toEqual(['wholeaaa']);
  expect((await digests.list(whole.guildId)).map(({ id }) => id)).toEqual(['wholeaaa']);
  expect(told).toEqual(['digest']);
  database.close();
});

test('a slot whose content does not parse is told once and closed', async () => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  const database = opened.value;
  const told: string[] = [];
  const digests = sqliteDigests(database, ({ key }) => void told.push(key));
  const digest = someDigest({ id: 'brokenaa' });
  await digests.add(digest, 20);
  const nowMs = digest.fromMs + 1;
  const [due] = await digests.due(nowMs, 10);
  if (due === undefined) throw new Error('nothing is due');
  await digests.follow(due, { take: nowMs, missed: [], wakeAtMs: null }, nowMs);
  database.run("UPDATE digest_slot SET state = 'composed', content = '{}'");
  const [open] = await digests.open(nowMs, 10);
  if (open === undefined) throw new Error('nothing is open');
  expect(await digests.hold(open, { owner: 'one', untilMs: nowMs + 1_000 }, nowMs)).toBeNull();
  expect([await digests.open(nowMs, 10), told]).toEqual([[], ['content of a digest']]);
  database.close();
});
