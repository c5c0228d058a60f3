import type { Digest } from '../../../domain/digest.ts';
import type { CorruptRecord } from '../../contract.ts';
import type { DigestStore, HeldSlot, Lease, OpenSlot } from '../../digest-contract.ts';
import { type Database, int } from '../database.ts';
import { readOrSetAside } from '../readable.ts';
import { deliveriesOf } from './deliveries.ts';
import { heldSlot, nextAtMs, openSlots } from './open-slots.ts';
import { begin, dueDigests, follow } from './plan.ts';
import { digestOf, progressOf, readableIn } from './rows.ts';
import { takeStep } from './step.ts';

/**
 * Digests in the embedded database. One whose row does not parse is told, is due and listed no more, and keeps no other from
 * being delivered; the row stays as it is.
 */
export function sqliteDigests(database: Database, report: (error: CorruptRecord) => void): DigestStore {
  const readable = readableIn(database, report);
  return {
    add: async (digest, atMost) => database.transaction(() => add(database, digest, atMost)),
    replace: async (digest) => database.transaction(() => replace(database, digest)),
    get: async (guildId, id) => {
      const row = database.get(`SELECT json FROM digest WHERE id = ? AND guild = ? AND ${IS_THERE}`, id, guildId);
      return row ? digestOf(row) : null;
    },
    list: async (guildId) =>
      readable(
        database.all(`SELECT num, json FROM digest WHERE guild = ? AND ${IS_THERE} ORDER BY num`, guildId),
        digestOf,
      ),
    remove: async (guildId, id) =>
      database.transaction(() => {
        dropBegun(database, id);
        const sql = `UPDATE digest SET state = 'removed' WHERE id = ? AND guild = ? AND ${IS_THERE}`;
        return database.run(sql, id, guildId) > 0;
      }),
    erase: async (guildId) => {
      database.run('DELETE FROM digest WHERE guild = ?', guildId);
    },
    history: async (guildId, id, atMost) => deliveriesOf(database, guildId, id, atMost),
    progress: async (guildId, id) => {
      const row = database.get(
        'SELECT told, missed, uncertain, dropped, trouble FROM digest WHERE id = ? AND guild = ?',
        id,
        guildId,
      );
      return row ? progressOf(row) : null;
    },
    due: async (nowMs, atMost) => dueDigests(database, readable, nowMs, atMost),
    follow: async (due, plan, nowMs) => database.transaction(() => follow(database, due, plan, nowMs)),
    begin: async (guildId, id, slotMs) => database.transaction(() => begin(database, guildId, id, slotMs)),
    open: async (nowMs, atMost) => openSlots(database, nowMs, atMost),
    nextAtMs: async () => nextAtMs(database),
    hold: async (slot, lease, nowMs) => holdIfRead(database, report, slot, lease, nowMs),
    step: async (slot, owner, step, nowMs) => database.transaction(() => takeStep(database, slot, owner, step, nowMs)),
    noteTrouble: async (id, trouble) => {
      database.run('UPDATE digest SET trouble = ? WHERE id = ?', trouble && JSON.stringify(trouble), id);
    },
  };
}

/** A slot that does not parse, or whose digest does not, is told and closed: nobody can send what nobody can read. */
function holdIfRead(
  database: Database,
  report: (error: CorruptRecord) => void,
  slot: OpenSlot,
  lease: Lease,
  nowMs: number,
): HeldSlot | null {
  return readOrSetAside(
    { report },
    () => database.transaction(() => heldSlot(database, slot, lease, nowMs)),
    () => {
      const sql = `UPDATE digest_slot SET state = 'undecided', at = ?, content = NULL
        WHERE digest = (SELECT num FROM digest WHERE id = ?) AND slot = ?`;
      database.run(sql, nowMs, slot.digestId, slot.slotMs);
    },
  );
}

const IS_THERE = "state NOT IN ('removed', 'broken')";

function add(database: Database, digest: Digest, atMost: number): boolean {
  const { id, guildId, state } = digest;
  const row = database.get(`SELECT count(*) AS held FROM digest WHERE guild = ? AND ${IS_THERE}`, guildId) ?? {};
  if (int(row, 'held') >= atMost) return false;
  const sql = 'INSERT INTO digest (guild, id, state, version, json, wake_at, looked_at) VALUES (?, ?, ?, 0, ?, 0, 0)';
  database.run(sql, guildId, id, state, JSON.stringify(digest));
  return true;
}

function replace(database: Database, digest: Digest): boolean {
  const { id, guildId, state } = digest;
  const sql = `UPDATE digest SET state = ?, json = ?, version = version + 1, wake_at = 0
    WHERE id = ? AND guild = ? AND ${IS_THERE}`;
  const isThere = database.run(sql, state, JSON.stringify(digest), id, guildId) > 0;
  if (isThere) dropBegun(database, id);
  return isThere;
}

/** What was begun and not set out on its way. */
function dropBegun(database: Database, id: string): void {
  const sql = `DELETE FROM digest_slot WHERE digest = (SELECT num FROM digest WHERE id = ?) AND state IN ('claimed', 'composed')`;
  database.run(sql, id);
}
