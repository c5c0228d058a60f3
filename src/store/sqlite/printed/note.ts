import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { briefIn, PrintedBody, type PrintedMessage, printedKeys } from '../../../domain/printed-message.ts';
import { PRINTED_AT_MOST } from '../../printed-contract.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { keyNum } from '../event-index.ts';
import { parsed } from '../parsed.ts';
import { dropUnused, forgetMessages } from './forget.ts';

const NAME_CHARS = 32;

/** To be called within a transaction. */
export function noteMessage(database: Database, printed: PrintedMessage): void {
  const { guildId, messageId, body } = printed;
  const bodyAt = bodyNum(database, guildId, body);
  const sql = 'SELECT num, body FROM printed_message WHERE guild = ? AND message = ?';
  const known = database.get(sql, guildId, messageId);
  const message = known ? int(known, 'num') : addMessage(database, printed, bodyAt);
  if (known) changeMessage(database, message, printed, bodyAt);
  if (known && int(known, 'body') !== bodyAt) dropUnused(database, int(known, 'body'));
  putSpread(database, message, bodyAt);
  if (!known) makeRoom(database, guildId, body.kind);
}

function addMessage(database: Database, printed: PrintedMessage, bodyAt: number): number {
  const { guildId, channelId, messageId, body, face, atMs } = printed;
  const sql = `INSERT INTO printed_message (guild, channel, message, kind, body, face, at, is_plain)
    VALUES (?, ?, ?, ?, ?, ?, ?, 1)`;
  return database.insert(sql, guildId, channelId, messageId, body.kind, bodyAt, JSON.stringify(face), atMs);
}

/** Whoever is laying it out as it was before may undo the change, so that it is to be looked at again. */
function changeMessage(database: Database, message: number, { face, atMs }: PrintedMessage, bodyAt: number): void {
  const sql =
    'UPDATE printed_message SET body = ?, face = ?, at = ?, is_plain = 0, version = version + 1 WHERE num = ?';
  database.run(sql, bodyAt, JSON.stringify(face), atMs, message);
  database.run("UPDATE printed_correction SET state = 'waiting', why = NULL WHERE message = ?", message);
}

function bodyNum(database: Database, guildId: string, body: PrintedBody): number {
  const json = JSON.stringify(body);
  const name = hash('sha256', json).slice(0, NAME_CHARS);
  const known = database.get('SELECT num FROM printed_body WHERE guild = ? AND name = ?', guildId, name);
  if (known) return int(known, 'num');
  const sql = 'INSERT INTO printed_body (guild, name, json) VALUES (?, ?, ?)';
  const num = database.insert(sql, guildId, name, deflateRawSync(json));
  for (const claim of new Set(printedKeys(briefIn(body)).map(keyNum)))
    database.run('INSERT INTO printed_claim (claim, body) VALUES (?, ?)', claim, num);
  return num;
}

/** From the column `json`. */
export function bodyOf(row: Row): PrintedBody {
  if (!(row.json instanceof Uint8Array)) throw new TypeError('column json holds no bytes');
  return parsed(PrintedBody, inflateRawSync(row.json).toString(), `body of message ${text(row, 'message')}`);
}

const SPREAD_ON = `SELECT s.correction, max(s.seq) AS seq, max(s.at) AS at
  FROM printed_claim c JOIN printed_spread s ON s.claim = c.claim
  WHERE c.body = ?2 AND (s.guild IS NULL OR s.guild = (SELECT guild FROM printed_message WHERE num = ?1)) GROUP BY s.correction`;

/** What was spread before the message was noted: it may have been put together before that. */
function putSpread(database: Database, message: number, body: number): void {
  const sql = `INSERT INTO printed_correction (correction, message, guild, seq, state, at)
    SELECT correction, ?1, (SELECT guild FROM printed_message WHERE num = ?1), seq, 'waiting', at FROM (${SPREAD_ON}) WHERE true
    ON CONFLICT DO UPDATE SET seq = max(seq, excluded.seq), state = 'waiting', why = NULL`;
  database.run(sql, message, body);
}

function makeRoom(database: Database, guildId: string, kind: PrintedMessage['body']['kind']): void {
  const sql =
    'SELECT num FROM printed_message WHERE guild = ? AND kind = ? ORDER BY at DESC, num DESC LIMIT -1 OFFSET ?';
  const old = database.all(sql, guildId, kind, PRINTED_AT_MOST[kind]);
  forgetMessages(
    database,
    old.map((row) => int(row, 'num')),
  );
}
