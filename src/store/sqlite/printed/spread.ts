import type { CorrectionChange } from '../../printed-contract.ts';
import { type Database, int } from '../database.ts';
import { keyNum } from '../event-index.ts';

export const spreadTo = (database: Database): number =>
  int(database.get('SELECT spread_to FROM printed_log') ?? {}, 'spread_to');

/** To be called within a transaction. @returns on how many messages */
export function spreadAll(database: Database, changes: readonly CorrectionChange[], nowMs: number): number {
  const before = spreadTo(database);
  const fresh = changes.filter(({ seq }) => seq > before);
  const last = Math.max(before, ...fresh.map(({ seq }) => seq));
  database.run('UPDATE printed_log SET spread_to = ?', last);
  const nums = new Set(fresh.flatMap((change) => spread(database, change, nowMs)));
  return nums.size;
}

const ON_MESSAGES = `SELECT m.num AS num, m.guild AS guild FROM printed_claim c JOIN printed_message m ON m.body = c.body
  WHERE c.claim = ?1 AND (?2 IS NULL OR m.guild = ?2)`;

function spread(database: Database, { seq, correction }: CorrectionChange, nowMs: number): readonly number[] {
  const { id, scope, key } = correction;
  const [claim, guild] = [keyNum(key), scope.guildId];
  database.run('INSERT INTO printed_spread VALUES (?, ?, ?, ?, ?)', seq, id, guild, claim, nowMs);
  const messages = database.all(ON_MESSAGES, claim, guild).map((row) => int(row, 'num'));
  const put = `INSERT INTO printed_correction (correction, message, guild, seq, state, at)
    SELECT ?3, num, guild, ?4, 'waiting', ?5 FROM (${ON_MESSAGES}) WHERE true
    ON CONFLICT DO UPDATE SET seq = excluded.seq, state = 'waiting', why = NULL`;
  database.run(put, claim, guild, id, seq, nowMs);
  return messages;
}
