import type { DueDigest, Plan } from '../../digest-contract.ts';
import { type Database, int, intOrNull, type Row } from '../database.ts';
import { addMissed } from './missed.ts';
import { digestOf, type Readable } from './rows.ts';

/** Closed slots of one digest that are kept. */
const SLOTS_KEPT = 500;

const DUE = `
  SELECT num, version, json, wake_at FROM digest
  WHERE state = 'active' AND wake_at <= ?1 AND looked_at <= ?1 AND NOT EXISTS (
    SELECT 1 FROM digest_slot WHERE digest = num AND state IN ('claimed', 'composed', 'sending')
  )
  UNION ALL
  SELECT num, version, json, wake_at FROM digest WHERE state = 'active' AND looked_at > ?1
  ORDER BY wake_at, num LIMIT ?2`;

/** What was begun for later and not set out on its way, or called late, by a clock that was fast. ?1: digest, ?2: now. */
const FROM_FUTURE = `digest = ?1 AND ((slot > ?2 AND state IN ('claimed', 'composed')) OR (reason = 'late' AND at > ?2))`;

export const dueDigests = (
  database: Database,
  readable: Readable,
  nowMs: number,
  atMost: number,
): readonly DueDigest[] => readable(database.all(DUE, nowMs, atMost), (row) => dueDigest(database, row, nowMs));

function dueDigest(database: Database, row: Row, nowMs: number): DueDigest {
  const num = int(row, 'num');
  const sql = `SELECT slot FROM digest_slot WHERE digest = ?1 AND rowid NOT IN (SELECT rowid FROM digest_slot WHERE ${FROM_FUTURE})`;
  const last = database.get(`SELECT max(slot) AS slot FROM (${sql}) WHERE slot <= ?2`, num, nowMs);
  const ahead = database.all(`SELECT slot FROM (${sql}) WHERE slot > ?2 ORDER BY slot`, num, nowMs);
  return {
    digest: digestOf(row),
    version: int(row, 'version'),
    decidedMs: intOrNull(last, 'slot'),
    ahead: ahead.map((one) => int(one, 'slot')),
  };
}

/** To be called within a transaction. */
export function follow(
  database: Database,
  { digest: { id }, version }: DueDigest,
  { take, missed, wakeAtMs }: Plan,
  nowMs: number,
): boolean {
  const found = database.get("SELECT num FROM digest WHERE id = ? AND version = ? AND state = 'active'", id, version);
  if (!found) return false;
  const num = int(found, 'num');
  undoFuture(database, num, nowMs);
  if (take !== null && isTaken(database, num, take)) return false;
  addMissed(database, num, missed);
  decideLate(database, num, missed.at(-1), nowMs);
  if (take !== null) claim(database, num, take);
  database.run('UPDATE digest SET wake_at = ?, looked_at = ? WHERE num = ?', wakeAtMs, nowMs, num);
  return true;
}

/** To be called within a transaction. */
export function begin(database: Database, guildId: string, id: string, slotMs: number): boolean {
  const found = database.get("SELECT num FROM digest WHERE id = ? AND guild = ? AND state <> 'removed'", id, guildId);
  if (!found || isTaken(database, int(found, 'num'), slotMs)) return false;
  claim(database, int(found, 'num'), slotMs);
  return true;
}

function undoFuture(database: Database, digest: number, nowMs: number): void {
  database.run(`DELETE FROM digest_slot WHERE ${FROM_FUTURE}`, digest, nowMs);
  database.run("UPDATE digest SET missed = NULL WHERE num = ? AND missed ->> 'lastMs' > ?", digest, nowMs);
}

/** Whether something was made of the slot, or one is open. */
function isTaken(database: Database, digest: number, slot: number): boolean {
  const sql = `SELECT 1 FROM digest_slot WHERE digest = ? AND (slot = ? OR state IN ('claimed', 'composed', 'sending'))`;
  return database.get(sql, digest, slot) !== undefined;
}

function claim(database: Database, digest: number, slot: number): void {
  database.run("INSERT INTO digest_slot (digest, slot, state) VALUES (?, ?, 'claimed')", digest, slot);
  const oldest = 'SELECT slot FROM digest_slot WHERE digest = ?1 ORDER BY slot DESC LIMIT 1 OFFSET ?2';
  const sql = `DELETE FROM digest_slot WHERE digest = ?1 AND slot <= (${oldest}) AND state NOT IN ('claimed', 'composed', 'sending')`;
  database.run(sql, digest, SLOTS_KEPT);
}

function decideLate(database: Database, digest: number, slot: number | undefined, nowMs: number): void {
  if (slot === undefined) return;
  const sql = `INSERT INTO digest_slot (digest, slot, state, reason, at) VALUES (?, ?, 'skipped', 'late', ?) ON CONFLICT DO NOTHING`;
  database.run(sql, digest, slot, nowMs);
}
