import { HOUR_MS } from '../../../domain/period.ts';
import { PrintedFace, type PrintedMessage } from '../../../domain/printed-message.ts';
import type { Lease } from '../../digest-contract.ts';
import type { HeldMessage, OpenMessage, Settled } from '../../printed-contract.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { bodyOf } from './note.ts';

/** Nobody waits for so long: an instant further away was noted by a clock that was fast. */
const FAR_MS = HOUR_MS;

const IS_WAITING = "EXISTS (SELECT 1 FROM printed_correction WHERE message = num AND state = 'waiting')";
/** ?1: now. */
const IS_FREE = `(lease_until IS NULL OR lease_until <= ?1 OR lease_until > ?1 + ${FAR_MS})`;

const OPEN = `SELECT m.guild AS guild, m.message AS message FROM (
    SELECT message AS num, min(seq) AS seq FROM printed_correction WHERE state = 'waiting' GROUP BY message
  ) w JOIN printed_message m ON m.num = w.num
  WHERE ${IS_FREE} AND (retry_at <= ?1 OR retry_at > ?1 + ${FAR_MS}) ORDER BY w.seq, m.num LIMIT ?2`;

export const openMessages = (database: Database, nowMs: number, atMost: number): readonly OpenMessage[] =>
  database.all(OPEN, nowMs, atMost).map((row) => ({ guildId: text(row, 'guild'), messageId: text(row, 'message') }));

const HOLD = `UPDATE printed_message SET owner = ?2, lease_until = ?3, attempts = attempts + 1
  WHERE guild = ?4 AND message = ?5 AND ${IS_FREE} AND ${IS_WAITING}`;

const HELD = `SELECT m.guild AS guild, channel, m.message AS message, face, m.at AS at, version, is_plain, attempts, json,
  (SELECT max(seq) FROM printed_correction c WHERE c.message = m.num AND state = 'waiting') AS seq
  FROM printed_message m JOIN printed_body b ON b.num = m.body WHERE m.guild = ? AND m.message = ?`;

/** To be called within a transaction. */
export function heldMessage(
  database: Database,
  { guildId, messageId }: OpenMessage,
  { owner, untilMs }: Lease,
  nowMs: number,
): HeldMessage | null {
  if (database.run(HOLD, nowMs, owner, untilMs, guildId, messageId) === 0) return null;
  const row = database.get(HELD, guildId, messageId);
  if (!row) return null;
  database.run('UPDATE printed_message SET is_plain = 0 WHERE guild = ? AND message = ?', guildId, messageId);
  return {
    message: messageOf(row),
    ...{ version: int(row, 'version'), seq: int(row, 'seq'), attempts: int(row, 'attempts') },
    isPlain: int(row, 'is_plain') === 1,
  };
}

const messageOf = (row: Row): PrintedMessage => ({
  ...{ guildId: text(row, 'guild'), channelId: text(row, 'channel'), messageId: text(row, 'message') },
  body: bodyOf(row),
  face: parsed(PrintedFace, text(row, 'face'), `face of message ${text(row, 'message')}`),
  atMs: int(row, 'at'),
});

const FREED = 'owner = NULL, lease_until = NULL';
const MINE = 'guild = ? AND message = ? AND owner = ?';

/** To be called within a transaction. */
export function settleMessage(database: Database, held: HeldMessage, owner: string, settled: Settled): boolean {
  const { guildId, messageId } = held.message;
  const key = [guildId, messageId, owner] as const;
  const row = database.get(`SELECT num, version FROM printed_message WHERE ${MINE}`, ...key);
  if (!row) return false;
  const isSame = int(row, 'version') === held.version;
  const isPlain = isSame && settled.kind !== 'unreachable' && settled.isPlain ? 1 : 0;
  const sql = `UPDATE printed_message SET ${FREED}, is_plain = ?, attempts = 0, retry_at = 0 WHERE ${MINE}`;
  database.run(sql, isPlain, ...key);
  const num = int(row, 'num');
  if (isSame || settled.kind === 'unreachable') close(database, num, held.seq, settled);
  const left = "SELECT 1 FROM printed_correction WHERE message = ? AND state = 'waiting'";
  return database.get(left, num) === undefined;
}

function close(database: Database, message: number, seq: number, settled: Settled): void {
  const sql = "UPDATE printed_correction SET state = ?, why = ? WHERE message = ? AND state = 'waiting' AND seq <= ?";
  database.run(sql, settled.kind, settled.kind === 'unreachable' ? settled.why : null, message, seq);
}

export function giveBack(database: Database, { message }: HeldMessage, owner: string, notBeforeMs: number): void {
  const { guildId, messageId } = message;
  database.run(
    `UPDATE printed_message SET ${FREED}, retry_at = ? WHERE ${MINE}`,
    notBeforeMs,
    guildId,
    messageId,
    owner,
  );
}
