import { DigestContent } from '../../../domain/outbox.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { claimsIn, droppedIn } from './dropped.ts';

/** ?1: now, ?2: how long after its slot. */
const OVER = `SELECT r.digest AS num, r.slot AS slot
  FROM digest_review r JOIN digest d ON d.num = r.digest JOIN digest_slot s ON s.digest = r.digest AND s.slot = r.slot
  WHERE r.verdict ->> 'kind' = 'hold' AND s.state = 'composed' AND r.slot <= ?1
    AND (r.slot + ?2 <= ?1 OR (d.state = 'active' AND d.wake_at <= ?1))`;
/** Claims of dropped lines that are remembered of a digest; the last. */
const DROPPED_AT_MOST = 2_000;

/** To be called within a transaction. What was dropped of a held digest is not to come in the next one. */
export function closeHeld(database: Database, nowMs: number, afterMs: number): number {
  const over = database.all(OVER, nowMs, afterMs);
  for (const row of over) {
    const [num, slot] = [int(row, 'num'), int(row, 'slot')];
    rememberDropped(database, num, slot);
    const sql = `UPDATE digest_slot SET state = 'skipped', reason = 'held', at = ?, content = NULL WHERE digest = ? AND slot = ?`;
    database.run(sql, nowMs, num, slot);
  }
  return over.length;
}

const DROPPED = `SELECT r.dropped AS dropped, s.content AS content, d.dropped AS before
  FROM digest_review r JOIN digest d ON d.num = r.digest JOIN digest_slot s ON s.digest = r.digest AND s.slot = r.slot
  WHERE r.digest = ? AND r.slot = ? AND s.content IS NOT NULL`;

/** Notes the claims of the lines that were dropped of a slot, while its content is there: it does not come, and they are not to come in the next one. */
export function rememberDropped(database: Database, num: number, slot: number): void {
  const row = database.get(DROPPED, num, slot);
  if (!row) return;
  const dropped = [...claimsIn(text(row, 'before')), ...claimsDropped(row)].slice(-DROPPED_AT_MOST);
  database.run('UPDATE digest SET dropped = ? WHERE num = ?', JSON.stringify(dropped), num);
}

function claimsDropped(row: Row): readonly string[] {
  const events = new Set(droppedIn(row).map(({ event }) => event));
  const { printed } = parsed(DigestContent, text(row, 'content'), 'content of a digest');
  return printed.filter(({ event }) => events.has(event)).flatMap(({ claims }) => claims);
}
