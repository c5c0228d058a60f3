import type { SourceHealth } from '../contract.ts';
import { type Database, int, text } from './database.ts';
import { markChanged } from './revision.ts';
import { madeScope, OPERATOR_SCOPE, scopeNum } from './scope.ts';

/** Which sources can be read, in the embedded database. */
export function sqliteSourceHealth(database: Database): SourceHealth {
  return {
    failing: async (scope) => {
      const rows = database.all(
        'SELECT publisher, since FROM failing_source WHERE scope IN (?, ?) ORDER BY since, publisher, id',
        ...[OPERATOR_SCOPE, scopeNum(database, scope) ?? OPERATOR_SCOPE],
      );
      return rows.map((row) => ({ publisher: text(row, 'publisher'), sinceMs: int(row, 'since') }));
    },
    failed: async (scope, { id, publisher }, atMs) =>
      database.transaction(() => {
        const sql = `INSERT INTO failing_source (scope, id, publisher, since) VALUES (?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET publisher = excluded.publisher WHERE publisher <> excluded.publisher`;
        if (database.run(sql, madeScope(database, scope), id, publisher, atMs) > 0) markChanged(database);
      }),
    recovered: async (scope, id) =>
      database.transaction(() => {
        const sql = 'DELETE FROM failing_source WHERE scope = ? AND id = ?';
        if (database.run(sql, scopeNum(database, scope), id) > 0) markChanged(database);
      }),
  };
}
