import type { SlotKey } from '../../../domain/outbox.ts';
import { HOUR_MS } from '../../../domain/period.ts';
import type { Review } from '../../../domain/review.ts';
import type { Lease } from '../../digest-contract.ts';
import type { HeldReview, ReviewStore } from '../../review-contract.ts';
import { type Database, int, intOrNull, type Row, text } from '../database.ts';
import { closeHeld } from './close-held.ts';
import { decide } from './decide.ts';
import { REVIEW, reviewOf } from './review-rows.ts';

/** Reviews of digests, in the database that holds these. */
export function sqliteReviews(database: Database): ReviewStore {
  return {
    review: async (guildId, { digestId, slotMs }) =>
      one(database, `${REVIEW} AND guild = ?3`, digestId, slotMs, guildId),
    coming: async (guildId, id) => {
      const slot = database.get(COMING, id, guildId);
      return slot ? one(database, REVIEW, id, int(slot, 'slot')) : null;
    },
    decide: async (guildId, slot, deed, by, nowMs) =>
      database.transaction(() => decide(database, guildId, slot, deed, by, nowMs)),
    unshown: async (nowMs, atMost) =>
      database.all(UNSHOWN, nowMs, atMost).map((row) => ({ digestId: text(row, 'id'), slotMs: int(row, 'slot') })),
    holdReview: async (slot, lease, nowMs) => database.transaction(() => hold(database, slot, lease, nowMs)),
    shown: async (slot, owner, version, message, notBeforeMs) =>
      database.transaction(() => {
        if (message !== null) database.run(WAIT, notBeforeMs, slot.digestId, slot.slotMs);
        const { channelId = null, messageId = null } = message ?? {};
        const sql = `UPDATE digest_review SET shown = ?, channel = ?, message = ?, owner = NULL, lease_until = NULL WHERE ${MINE}`;
        database.run(sql, version, channelId, messageId, slot.digestId, slot.slotMs, owner);
        database.run(FORGET, slot.digestId, slot.slotMs);
      }),
    unshownUntil: async ({ digestId, slotMs }, owner, notBeforeMs) => {
      const sql = `UPDATE digest_review SET retry_at = ?, owner = NULL, lease_until = NULL WHERE ${MINE}`;
      database.run(sql, notBeforeMs, digestId, slotMs, owner);
    },
    closeHeld: async (nowMs, afterMs) => database.transaction(() => closeHeld(database, nowMs, afterMs)),
  };
}

const COMING = `SELECT r.slot AS slot FROM digest_review r JOIN digest d ON d.num = r.digest
  JOIN digest_slot s ON s.digest = r.digest AND s.slot = r.slot
  WHERE d.id = ? AND d.guild = ? AND s.state IN ('composed', 'sending')`;

const NUM = '(SELECT num FROM digest WHERE id = ?)';
const MINE = `digest = ${NUM} AND slot = ? AND owner = ?`;
/** Only of what nobody has seen yet. */
const WAIT = `UPDATE digest_slot AS s SET retry_at = max(retry_at, ?) WHERE digest = ${NUM} AND slot = ? AND state = 'composed'
  AND attempts = 0 AND EXISTS (SELECT 1 FROM digest_review r WHERE r.digest = s.digest AND r.slot = s.slot AND r.shown = 0)`;
const ENDED = `NOT EXISTS (SELECT 1 FROM digest_slot s
  WHERE s.digest = digest_review.digest AND s.slot = digest_review.slot AND s.state IN ('claimed', 'composed', 'sending'))`;
const FORGET = `DELETE FROM digest_review WHERE digest = ${NUM} AND slot = ? AND shown = version AND ${ENDED}`;

/** ?1: now. What is further away was noted by a clock that was fast. */
const FREE = `shown < r.version AND (lease_until IS NULL OR lease_until <= ?1 OR lease_until > ?1 + ${HOUR_MS})
  AND (retry_at <= ?1 OR retry_at > ?1 + ${HOUR_MS})`;
const UNSHOWN = `SELECT id, slot FROM digest_review r JOIN digest ON num = digest WHERE ${FREE} ORDER BY retry_at, slot LIMIT ?2`;

function one(database: Database, sql: string, ...values: readonly (string | number)[]): Review | null {
  const row = database.get(sql, ...values);
  return row ? reviewOf(row) : null;
}

/** To be called within a transaction. */
function hold(database: Database, { digestId, slotMs }: SlotKey, lease: Lease, nowMs: number): HeldReview | null {
  const sql = `UPDATE digest_review AS r SET owner = ?2, lease_until = ?3, posting_at = coalesce(posting_at, ?1)
    WHERE digest = (SELECT num FROM digest WHERE id = ?4) AND slot = ?5 AND ${FREE}`;
  const before = database.get(
    `SELECT posting_at FROM digest_review WHERE digest = ${NUM} AND slot = ?`,
    digestId,
    slotMs,
  );
  if (database.run(sql, nowMs, lease.owner, lease.untilMs, digestId, slotMs) === 0) return null;
  const row = database.get(REVIEW, digestId, slotMs);
  return row ? heldOf(row, before) : null;
}

const heldOf = (row: Row, before: Row | undefined): HeldReview => ({
  review: reviewOf(row),
  version: int(row, 'review_version'),
  postingAtMs: intOrNull(before, 'posting_at'),
});
