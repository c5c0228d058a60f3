import { DigestContent } from '../../../domain/outbox.ts';
import { HOUR_MS } from '../../../domain/period.ts';
import type { HeldSlot, Lease, OpenSlot } from '../../digest-contract.ts';
import { type Database, int, intOrNull, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { droppedIn } from './dropped.ts';
import { digestOf, progressOf } from './rows.ts';

/** Nobody waits for so long: an instant further away was noted by a clock that was fast. */
const FAR_MS = HOUR_MS;

const IS_OPEN = "s.state IN ('claimed', 'composed', 'sending')";
/** ?1: now. */
const IS_FREE = `(lease_until IS NULL OR lease_until <= ?1 OR lease_until > ?1 + ${FAR_MS})`;
const IS_RETRIED = `(s.retry_at <= ?1 OR s.retry_at > ?1 + ${FAR_MS})`;
/** What moderators said of a slot; NULL: nothing, or they are not asked. */
const VERDICT = `(SELECT verdict ->> 'kind' FROM digest_review r WHERE r.digest = s.digest AND r.slot = s.slot)`;
/** How long after its time a digest still waits for moderators to be shown it: for most of what `FAR_MS` allows. */
const UNSEEN_MS = 55 * 60_000;
const IS_SEEN = `NOT EXISTS (SELECT 1 FROM digest_review r
  WHERE r.digest = s.digest AND r.slot = s.slot AND r.shown = 0 AND r.slot + ${UNSEEN_MS} > ?1)`;
const IS_TIME = `(s.state <> 'composed' OR CASE ${VERDICT}
  WHEN 'hold' THEN 0 WHEN 'send' THEN s.attempts = 0 OR ${IS_RETRIED} ELSE s.slot <= ?1 AND ${IS_RETRIED} AND ${IS_SEEN} END)
  AND (s.state = 'composed' OR ${IS_RETRIED})`;

const OPEN = `SELECT id, slot, s.state AS state FROM digest_slot s JOIN digest ON num = digest
  WHERE ${IS_OPEN} AND ${IS_FREE} AND ${IS_TIME} ORDER BY slot, num LIMIT ?2`;

export const openSlots = (database: Database, nowMs: number, atMost: number): readonly OpenSlot[] =>
  database.all(OPEN, nowMs, atMost).map((row) => ({
    digestId: text(row, 'id'),
    slotMs: int(row, 'slot'),
    state: stateOf(row),
  }));

function stateOf(row: Row): OpenSlot['state'] {
  const state = text(row, 'state');
  if (state !== 'claimed' && state !== 'composed' && state !== 'sending')
    throw new TypeError(`no open state: ${state}`);
  return state;
}

/** To be called within a transaction. */
export function heldSlot(database: Database, slot: OpenSlot, lease: Lease, nowMs: number): HeldSlot | null {
  const sql = `UPDATE digest_slot AS s SET owner = ?2, lease_until = ?3
    WHERE digest = (SELECT num FROM digest WHERE id = ?4) AND slot = ?5 AND s.state = ?6 AND ${IS_FREE}
    AND (s.state <> 'composed' OR ${VERDICT} IS NOT 'hold')`;
  const { digestId, slotMs, state } = slot;
  if (database.run(sql, nowMs, lease.owner, lease.untilMs, digestId, slotMs, state) === 0) return null;
  const row = database.get(HELD, digestId, slotMs);
  return row ? { ...slot, ...heldOf(row) } : null;
}

const HELD = `SELECT json, told, missed, uncertain, d.dropped AS dropped, trouble, content, attempts, sending_at, channel,
    (SELECT dropped FROM digest_review r WHERE r.digest = s.digest AND r.slot = s.slot) AS lines_dropped
  FROM digest_slot s JOIN digest d ON num = digest WHERE id = ? AND slot = ?`;

function heldOf(row: Row): Omit<HeldSlot, keyof OpenSlot> {
  const digest = digestOf(row);
  return {
    digest,
    progress: progressOf(row),
    channelId: row.channel === null ? digest.channelId : text(row, 'channel'),
    content: row.content === null ? null : parsed(DigestContent, text(row, 'content'), 'content of a digest'),
    dropped:
      row.lines_dropped === null ? [] : droppedIn({ dropped: row.lines_dropped ?? null }).map(({ event }) => event),
    attempts: int(row, 'attempts'),
    sendingAtMs: intOrNull(row, 'sending_at'),
  };
}

const NEXT = `SELECT min(at) AS at FROM (
  SELECT wake_at AS at FROM digest WHERE state = 'active' AND NOT EXISTS (
    SELECT 1 FROM digest_slot s WHERE digest = num AND ${IS_OPEN}
  )
  UNION ALL
  SELECT max(coalesce(lease_until, 0), iif(${VERDICT} = 'send' AND attempts = 0, 0, retry_at),
    iif(s.state = 'composed' AND ${VERDICT} IS NULL, slot, 0))
  FROM digest_slot s WHERE ${IS_OPEN} AND (s.state <> 'composed' OR ${VERDICT} IS NOT 'hold')
    AND NOT EXISTS (SELECT 1 FROM digest_review r WHERE r.digest = s.digest AND r.slot = s.slot AND r.shown = 0)
)`;

export const nextAtMs = (database: Database): number | null => intOrNull(database.get(NEXT), 'at');
