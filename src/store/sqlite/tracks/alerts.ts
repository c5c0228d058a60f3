import { HOUR_MS } from '../../../domain/period.ts';
import type { CorruptRecord } from '../../contract.ts';
import type { Lease } from '../../digest-contract.ts';
import type { HeldAlert, OpenAlert } from '../../track-contract.ts';
import { type Database, int, intOrNull, type Row, text } from '../database.ts';
import { readOrSetAside } from '../readable.ts';
import { contentOf, trackOf } from './rows.ts';

/** Nobody waits for so long: an instant further away was noted by a clock that was fast. */
const FAR_MS = HOUR_MS;
/** ?1: now. */
const IS_FREE = `(lease_until IS NULL OR lease_until <= ?1 OR lease_until > ?1 + ${FAR_MS})`;

const OPEN = `SELECT a.num AS num, a.state AS state FROM alert a JOIN track t ON t.num = a.track
  WHERE a.state IN ('composed', 'sending', 'outdated') AND t.state <> 'broken' AND ${IS_FREE}
    AND (retry_at <= ?1 OR retry_at > ?1 + ${FAR_MS}) ORDER BY a.num LIMIT ?2`;

export const openAlerts = (database: Database, nowMs: number, atMost: number): readonly OpenAlert[] =>
  database.all(OPEN, nowMs, atMost).map((row) => ({ alert: int(row, 'num'), state: stateOf(row) }));

function stateOf(row: Row): OpenAlert['state'] {
  const state = text(row, 'state');
  if (state !== 'composed' && state !== 'sending' && state !== 'outdated')
    throw new TypeError(`no open state: ${state}`);
  return state;
}

/** An alert that does not parse, or whose track does not, is told and closed: nobody can send what nobody can read. */
export function holdIfRead(
  database: Database,
  report: (error: CorruptRecord) => void,
  open: OpenAlert,
  lease: Lease,
  nowMs: number,
): HeldAlert | null {
  return readOrSetAside(
    { report },
    () => database.transaction(() => held(database, open, lease, nowMs)),
    () => void database.run("UPDATE alert SET state = 'undecided', content = NULL WHERE num = ?", open.alert),
  );
}

function held(database: Database, open: OpenAlert, lease: Lease, nowMs: number): HeldAlert | null {
  const sql = `UPDATE alert SET owner = ?2, lease_until = ?3 WHERE num = ?4 AND state = ?5 AND ${IS_FREE}`;
  if (database.run(sql, nowMs, lease.owner, lease.untilMs, open.alert, open.state) === 0) return null;
  const row = database.get(HELD, open.alert);
  return row ? { ...open, ...heldOf(row) } : null;
}

const HELD = `SELECT json, trouble, content, a.version AS version, made_at, sending_at, channel, message, edits
  FROM alert a JOIN track t ON t.num = a.track WHERE a.num = ?`;

const heldOf = (row: Row): Omit<HeldAlert, keyof OpenAlert> => ({
  track: trackOf(row),
  content: contentOf(row),
  version: int(row, 'version'),
  madeAtMs: int(row, 'made_at'),
  sendingAtMs: intOrNull(row, 'sending_at'),
  message: row.message === null ? null : { channelId: text(row, 'channel'), messageId: text(row, 'message') },
  edits: int(row, 'edits'),
  trouble: row.trouble === null ? null : text(row, 'trouble'),
});
