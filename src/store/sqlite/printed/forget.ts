import { type Database, int } from '../database.ts';

/** Forgets messages by their numbers; what they were still to show is settled. To be called within a transaction. */
export function forgetMessages(database: Database, nums: readonly number[]): void {
  for (const num of nums) {
    const late =
      "UPDATE printed_correction SET state = 'unreachable', why = 'too-old' WHERE message = ? AND state = 'waiting'";
    database.run(late, num);
    const row = database.get('SELECT body FROM printed_message WHERE num = ?', num);
    database.run('DELETE FROM printed_message WHERE num = ?', num);
    if (row) dropUnused(database, int(row, 'body'));
  }
}

/** Takes out what no message shows any more. */
export function dropUnused(database: Database, body: number): void {
  const sql = 'DELETE FROM printed_body WHERE num = ?1 AND NOT EXISTS (SELECT 1 FROM printed_message WHERE body = ?1)';
  database.run(sql, body);
}
