import { Delivery } from '../../../domain/outbox.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { digestOf } from './rows.ts';

const CLOSED = `SELECT slot, s.state AS state, reason, at, channel, messages, printed, json
  FROM digest_slot s JOIN digest ON num = digest
  WHERE id = ? AND guild = ? AND s.state NOT IN ('claimed', 'composed', 'sending') ORDER BY slot DESC LIMIT ?`;

/** What was made of the slots of a digest, the last slot first. */
export const deliveriesOf = (database: Database, guildId: string, id: string, atMost: number): readonly Delivery[] =>
  database.all(CLOSED, id, guildId, atMost).map(deliveryOf);

/** From a row of a closed slot, with the digest's `json`. */
export function deliveryOf(row: Row): Delivery {
  const { channel, reason } = row;
  return parsed(
    Delivery,
    JSON.stringify({
      slotMs: int(row, 'slot'),
      state: row.state,
      reason,
      atMs: row.at,
      channelId: channel ?? digestOf(row).channelId,
      messageIds: listIn(row, 'messages'),
      printed: listIn(row, 'printed'),
    }),
    'delivery of a digest',
  );
}

const listIn = (row: Row, column: string): unknown => (row[column] === null ? [] : JSON.parse(text(row, column)));
