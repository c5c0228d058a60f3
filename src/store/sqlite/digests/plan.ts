import type { DueDigest, Plan } from '../../digest-contract.ts';
import { type Database, int, intOrNull, type Row } from '../database.ts';
import { addMissed } from './missed.ts';
import { digestOf } from './rows.ts';

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

/** Slots that something was made of, or that are on their way. */
const DECIDED = `digest = ? AND state NOT IN ('claimed', 'composed')`;

export const dueDigests = (database: Database, nowMs: number, atMost: number): readonly DueDigest[] =>
  database.all(DUE, nowMs, atMost).map((row) => dueDigest(database, row, nowMs));

function dueDigest(database: Database, row: Row, nowMs: number): DueDigest {
  const num = int(row, 'num');
  const last = database.get(`SELECT max(slot) AS slot FROM digest_slot WHERE ${DECIDED} AND slot <= ?`, num, nowMs);
  const ahead = database.all(`SELECT slot FROM digest_slot WHERE ${DECIDED} AND slot > ? ORDER BY slot`, num, nowMs);
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
  if (take !== null && isTaken(database, num, take, nowMs)) return false;
  const begunAhead = "DELETE FROM digest_slot WHERE digest = ? AND slot > ? AND state IN ('claimed', 'composed')";
  database.run(begunAhead, num, nowMs);
  addMissed(database, num, missed);
  if (take !== null) claim(database, num, take);
  else decideLate(database, num, missed.at(-1), nowMs);
  database.run('UPDATE digest SET wake_at = ?, looked_at = ? WHERE num = ?', wakeAtMs, nowMs, num);
  return true;
}

/** Whether something was made of the slot, or another is open that is not to be dropped. */
function isTaken(database: Database, digest: number, slot: number, nowMs: number): boolean {
  const sql = `SELECT 1 FROM digest_slot WHERE digest = ?1 AND (
    (slot = ?2 AND state NOT IN ('claimed', 'composed')) OR state = 'sending' OR (slot <= ?3 AND state IN ('claimed', 'composed'))
  )`;
  return database.get(sql, digest, slot, nowMs) !== undefined;
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
