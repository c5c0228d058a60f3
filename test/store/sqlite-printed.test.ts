import { expect, test } from 'vitest';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { sqlitePrinted } from '../../src/store/sqlite/printed/printed.ts';
import { someMessage, wrong } from '../support/printed.ts';
import { unexpected } from '../support/stored-app.ts';
import { printedContract } from './printed-contract.ts';

function opened() {
  const database = openDatabase(':memory:', EVENT_RULES);
  if (!database.ok) throw new Error(database.error.kind);
  return database.value;
}

printedContract('in the embedded database', () => {
  const database = opened();
  return { printed: sqlitePrinted(database, unexpected), close: database.close };
});

test('a message that does not parse is told once, and counts as one that nobody can reach', async () => {
  const database = opened();
  const told: string[] = [];
  const printed = sqlitePrinted(database, ({ key }) => void told.push(key));
  await printed.note([someMessage()]);
  await printed.spread([{ seq: 1, correction: wrong() }], 0);
  database.run("UPDATE printed_message SET face = '{}'");
  const lease = { owner: 'me', untilMs: 60_000 };
  expect(await printed.hold({ guildId: '10000', messageId: '70000' }, lease, 0)).toBeNull();
  expect(told).toEqual(['face of message 70000']);
  expect(await printed.counts()).toEqual({ messages: 0, waiting: 0 });
  expect((await printed.travelled(null, ['corr0001'])).get('corr0001')?.unreachable).toEqual({ 'too-old': 1 });
  database.close();
});

test('what several messages show is kept once, and goes with the last of them', async () => {
  const database = opened();
  const printed = sqlitePrinted(database, unexpected);
  const bodies = () => database.all('SELECT num FROM printed_body').length;
  await printed.note([someMessage(), someMessage({ messageId: '70001' })]);
  expect(bodies()).toBe(1);
  await printed.purge(Number.MAX_SAFE_INTEGER);
  expect([bodies(), database.all('SELECT * FROM printed_claim').length]).toEqual([0, 0]);
  database.close();
});
