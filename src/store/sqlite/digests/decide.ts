import { DigestContent, type SlotKey } from '../../../domain/outbox.ts';
import { HOUR_MS } from '../../../domain/period.ts';
import type { Dropped, ReviewDeed, Verdict } from '../../../domain/review.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { droppedIn } from './dropped.ts';

/** ?4: now. `free`: nobody works on the slot, and it was never set out on its way. */
const FOUND = `SELECT r.digest AS num, r.dropped AS dropped, s.content AS content, s.state = 'composed' AND s.attempts = 0
    AND (s.lease_until IS NULL OR s.lease_until <= ?4 OR s.lease_until > ?4 + ${HOUR_MS}) AS free
  FROM digest_review r JOIN digest d ON d.num = r.digest LEFT JOIN digest_slot s ON s.digest = r.digest AND s.slot = r.slot
  WHERE d.id = ?1 AND r.slot = ?2 AND d.guild = ?3`;

/** To be called within a transaction, so that nobody sends in between. */
export function decide(
  database: Database,
  guildId: string,
  { digestId, slotMs }: SlotKey,
  deed: ReviewDeed,
  by: string,
  nowMs: number,
): 'done' | 'late' | 'unknown' {
  const row = database.get(FOUND, digestId, slotMs, guildId, nowMs);
  if (!row) return 'unknown';
  if (row.free !== 1) return 'late';
  const [column, value] = changed(row, deed, by, nowMs);
  const sql = `UPDATE digest_review SET ${column} = ?, version = version + 1 WHERE digest = ? AND slot = ?`;
  database.run(sql, value, int(row, 'num'), slotMs);
  return 'done';
}

function changed(
  row: Row,
  deed: ReviewDeed,
  by: string,
  nowMs: number,
): ['verdict' | 'dropped' | 'page', string | number | null] {
  switch (deed.kind) {
    case 'toggle':
      return ['dropped', JSON.stringify(toggled(row, deed.event, by))];
    case 'release':
      return ['verdict', null];
    case 'turn':
      return ['page', deed.page];
    default:
      return ['verdict', JSON.stringify({ kind: deed.kind, by, atMs: nowMs } satisfies Verdict)];
  }
}

function toggled(row: Row, event: string, by: string): readonly Dropped[] {
  const dropped = droppedIn(row);
  const without = dropped.filter((one) => one.event !== event);
  if (without.length < dropped.length) return without;
  const { printed } = parsed(DigestContent, text(row, 'content'), 'content of a digest');
  return printed.some((one) => one.event === event) ? [...dropped, { event, by }] : dropped;
}
