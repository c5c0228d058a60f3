import type { Track, TrackOwner } from '../../../domain/track.ts';
import type { CorruptRecord } from '../../contract.ts';
import type { TrackStore } from '../../track-contract.ts';
import { type Database, int } from '../database.ts';
import { holdIfRead, openAlerts } from './alerts.ts';
import { forgetLook, lookOf, noteLook } from './looks.ts';
import { dueTracks, plan } from './plan.ts';
import { columnsOf, ownerColumns, readableTracks, trackOf } from './rows.ts';
import { takeStep } from './step.ts';

/** Tracks in the embedded database. One that does not parse is told, is followed and listed no more, and keeps no other from being. */
export function sqliteTracks(database: Database, report: (error: CorruptRecord) => void): TrackStore {
  return {
    add: async (track, atMost) => database.transaction(() => add(database, track, atMost)),
    replace: async (track) => database.transaction(() => replace(database, track)),
    get: async (owner, id) => {
      const row = database.get(`SELECT json FROM track WHERE id = ? AND ${IS_OWN}`, id, ...ownerColumns(owner));
      return row ? trackOf(row) : null;
    },
    list: async (owner) => {
      const rows = database.all(`SELECT num, json FROM track WHERE ${IS_OWN} ORDER BY num`, ...ownerColumns(owner));
      return readableTracks(database, report, rows, trackOf);
    },
    remove: async (owner, id) =>
      database.run(`DELETE FROM track WHERE id = ? AND ${IS_OWN}`, id, ...ownerColumns(owner)) > 0,
    erase: async (owner) => database.transaction(() => erase(database, owner)),
    noteTrouble: async (id, trouble) => {
      database.run('UPDATE track SET trouble = ? WHERE id = ?', trouble, id);
    },
    active: async () =>
      readableTracks(
        database,
        report,
        database.all("SELECT num, json FROM track WHERE state = 'active' ORDER BY num"),
        trackOf,
      ),
    look: async (scope) => lookOf(database, scope),
    noteLook: async (scope, before, look, found, wakeAtMs) =>
      database.transaction(() => noteLook(database, scope, before, look, found, wakeAtMs)),
    forgetLook: async (scope) => forgetLook(database, scope),
    due: async (nowMs, atMost) => dueTracks(database, report, nowMs, atMost),
    plan: async (due, what, nowMs) => database.transaction(() => plan(database, due, what, nowMs)),
    open: async (nowMs, atMost) => openAlerts(database, nowMs, atMost),
    hold: async (open, lease, nowMs) => holdIfRead(database, report, open, lease, nowMs),
    step: async (alert, owner, step, nowMs) =>
      database.transaction(() => takeStep(database, alert, owner, step, nowMs)),
  };
}

const IS_OWN = "guild IS ? AND member IS ? AND state <> 'broken'";

function add(database: Database, track: Track, atMost: number): boolean {
  const row = database.get(`SELECT count(*) AS held FROM track WHERE ${IS_OWN}`, ...columnsOf(track)) ?? {};
  if (int(row, 'held') >= atMost) return false;
  const sql = 'INSERT INTO track (guild, member, id, state, version, json) VALUES (?, ?, ?, ?, 0, ?)';
  database.run(sql, ...columnsOf(track), track.id, track.state, JSON.stringify(track));
  return true;
}

function replace(database: Database, track: Track): boolean {
  const sql = `UPDATE track SET state = ?, json = ?, version = version + 1 WHERE id = ? AND ${IS_OWN}`;
  const isThere = database.run(sql, track.state, JSON.stringify(track), track.id, ...columnsOf(track)) > 0;
  if (isThere && track.state !== 'active') dropUnsent(database, track.id);
  return isThere;
}

function dropUnsent(database: Database, id: string): void {
  const own = 'track = (SELECT num FROM track WHERE id = ?)';
  database.run(`DELETE FROM track_untold WHERE ${own}`, id);
  database.run(`DELETE FROM alert WHERE ${own} AND state = 'composed'`, id);
  database.run('UPDATE track SET wake_at = NULL WHERE id = ?', id);
}

function erase(database: Database, owner: TrackOwner): number {
  const [guild] = ownerColumns(owner);
  if (guild !== null) forgetLook(database, { guildId: guild });
  // Also those that cannot be read.
  return database.run('DELETE FROM track WHERE guild IS ? AND member IS ?', ...ownerColumns(owner));
}
