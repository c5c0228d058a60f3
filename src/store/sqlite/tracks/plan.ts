import { Untold } from '../../../domain/alert.ts';
import { DAY_MS, HOUR_MS } from '../../../domain/period.ts';
import type { CorruptRecord } from '../../contract.ts';
import { type DueTrack, EDITED_FOR_MS, EDITS_AT_MOST, type LiveAlert, type TrackPlan } from '../../track-contract.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { contentOf, readableTracks, trackOf } from './rows.ts';

/** Nobody waits for so long: an instant further away was noted by a clock that was fast. */
const FAR_MS = 26 * HOUR_MS;
/** How long sent messages are known, for the limit of a day and for edits. */
const KEPT_MS = 3 * DAY_MS;

const HAS_UNSENT = "EXISTS (SELECT 1 FROM alert a WHERE a.track = track.num AND a.state IN ('composed', 'sending'))";
const DUE = `SELECT num, json, version FROM track
  WHERE state = 'active' AND wake_at IS NOT NULL AND (wake_at <= ?1 OR wake_at > ?1 + ${FAR_MS}) AND NOT ${HAS_UNSENT}
  ORDER BY wake_at, num LIMIT ?2`;

export const dueTracks = (
  database: Database,
  report: (error: CorruptRecord) => void,
  nowMs: number,
  atMost: number,
): readonly DueTrack[] =>
  readableTracks(database, report, database.all(DUE, nowMs, atMost), (row) => dueTrack(database, row, nowMs));

function dueTrack(database: Database, row: Row, nowMs: number): DueTrack {
  const num = int(row, 'num');
  const untold = database.all('SELECT num, at, json FROM track_untold WHERE track = ? ORDER BY num', num);
  const sent = 'SELECT sent_at FROM alert WHERE track = ?1 AND sent_at > ?2 - ?3 AND sent_at <= ?2 ORDER BY sent_at';
  return {
    track: trackOf(row),
    version: int(row, 'version'),
    untold: untold.map((one) => ({
      num: int(one, 'num'),
      atMs: int(one, 'at'),
      untold: parsed(Untold, text(one, 'json'), 'news of a track'),
    })),
    live: liveAlerts(database, num, nowMs),
    sentAtMs: database.all(sent, num, nowMs, DAY_MS).map((one) => int(one, 'sent_at')),
  };
}

function liveAlerts(database: Database, track: number, nowMs: number): readonly LiveAlert[] {
  const sql = `SELECT num, content FROM alert
    WHERE track = ? AND state IN ('sent', 'outdated') AND message IS NOT NULL AND sent_at > ? AND edits < ? ORDER BY num DESC`;
  return database
    .all(sql, track, nowMs - EDITED_FOR_MS, EDITS_AT_MOST)
    .map((row) => ({ alert: int(row, 'num'), content: contentOf(row) }));
}

/** To be called within a transaction. */
export function plan(
  database: Database,
  { track: { id }, version }: DueTrack,
  { settled, alert, edits, wakeAtMs }: TrackPlan,
  nowMs: number,
): boolean {
  const sql = `UPDATE track SET version = version + 1, wake_at = ? WHERE id = ? AND version = ? AND state = 'active' AND NOT ${HAS_UNSENT}`;
  if (database.run(sql, wakeAtMs, id, version) === 0) return false;
  const num = int(database.get('SELECT num FROM track WHERE id = ?', id) ?? {}, 'num');
  for (const one of settled) database.run('DELETE FROM track_untold WHERE num = ? AND track = ?', one, num);
  for (const edit of edits) outdate(database, num, edit);
  if (alert !== null) {
    const put = "INSERT INTO alert (track, state, made_at, content) VALUES (?, 'composed', ?, ?)";
    database.run(put, num, nowMs, JSON.stringify(alert));
  }
  const old = "DELETE FROM alert WHERE track = ? AND state NOT IN ('composed', 'sending', 'outdated') AND made_at < ?";
  database.run(old, num, nowMs - KEPT_MS);
  return true;
}

function outdate(database: Database, track: number, { alert, content }: LiveAlert): void {
  const sql = `UPDATE alert SET state = 'outdated', version = version + 1, retry_at = 0, content = ?
    WHERE num = ? AND track = ? AND state IN ('sent', 'outdated')`;
  database.run(sql, JSON.stringify(content), alert, track);
}
