import { DAY_MS } from '../../../domain/period.ts';
import type { CorruptRecord } from '../../contract.ts';
import type { Lease } from '../../digest-contract.ts';
import { type HeldMessage, type OpenMessage, PRINTED_KEPT_DAYS, type PrintedStore } from '../../printed-contract.ts';
import { type Database, int } from '../database.ts';
import { readOrSetAside } from '../readable.ts';
import { forgetMessages } from './forget.ts';
import { noteMessage } from './note.ts';
import { spreadAll, spreadTo } from './spread.ts';
import { travelledIn } from './travelled.ts';
import { giveBack, heldMessage, openMessages, settleMessage } from './work.ts';

/** What became of corrections is known for longer than the messages, in days. */
const SETTLED_KEPT_DAYS = 90;

/** Printed messages in the embedded database. One that does not parse is told, and counts as one that nobody can reach. */
export function sqlitePrinted(database: Database, report: (error: CorruptRecord) => void): PrintedStore {
  return {
    note: async (messages) =>
      database.transaction(() => {
        for (const one of messages) noteMessage(database, one);
      }),
    drop: async (messages) =>
      database.transaction(() => {
        for (const one of messages) drop(database, one);
      }),
    spreadTo: async () => spreadTo(database),
    spread: async (changes, nowMs) => database.transaction(() => spreadAll(database, changes, nowMs)),
    open: async (nowMs, atMost) => openMessages(database, nowMs, atMost),
    hold: async (message, lease, nowMs) => holdIfRead(database, report, message, lease, nowMs),
    settle: async (held, owner, settled) => database.transaction(() => settleMessage(database, held, owner, settled)),
    again: async (held, owner, notBeforeMs) => giveBack(database, held, owner, notBeforeMs),
    travelled: async (guildId, ids) => travelledIn(database, guildId, ids),
    counts: async () => countsOf(database),
    purge: async (nowMs) => purgePrinted(database, nowMs),
    erase: async (guildId) => database.transaction(() => erase(database, guildId)),
  };
}

function holdIfRead(
  database: Database,
  report: (error: CorruptRecord) => void,
  message: OpenMessage,
  lease: Lease,
  nowMs: number,
): HeldMessage | null {
  return readOrSetAside(
    { report },
    () => database.transaction(() => heldMessage(database, message, lease, nowMs)),
    () => database.transaction(() => drop(database, message)),
  );
}

function drop(database: Database, { guildId, messageId }: OpenMessage): void {
  const sql = 'SELECT num FROM printed_message WHERE guild = ? AND message = ?';
  const nums = database.all(sql, guildId, messageId).map((row) => int(row, 'num'));
  forgetMessages(database, nums);
}

function countsOf(database: Database) {
  const messages = int(database.get('SELECT count(*) AS n FROM printed_message') ?? {}, 'n');
  const sql = "SELECT count(DISTINCT message) AS n FROM printed_correction WHERE state = 'waiting'";
  return { messages, waiting: int(database.get(sql) ?? {}, 'n') };
}

export const purgePrinted = (database: Database, nowMs: number): number =>
  database.transaction(() => purge(database, nowMs));

function purge(database: Database, nowMs: number): number {
  const old = database.all('SELECT num FROM printed_message WHERE at <= ?', nowMs - PRINTED_KEPT_DAYS * DAY_MS);
  forgetMessages(
    database,
    old.map((row) => int(row, 'num')),
  );
  database.run('DELETE FROM printed_spread WHERE at <= ?', nowMs - PRINTED_KEPT_DAYS * DAY_MS);
  const settled = "DELETE FROM printed_correction WHERE at <= ? AND state <> 'waiting'";
  database.run(settled, nowMs - SETTLED_KEPT_DAYS * DAY_MS);
  return old.length;
}

function erase(database: Database, guildId: string): void {
  database.run('DELETE FROM printed_message WHERE guild = ?', guildId);
  database.run('DELETE FROM printed_body WHERE guild = ?', guildId);
  database.run('DELETE FROM printed_correction WHERE guild = ?', guildId);
  database.run('DELETE FROM printed_spread WHERE guild = ?', guildId);
}
