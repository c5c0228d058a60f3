import type { ModelUseStore } from '../../model-contract.ts';
import { type Database, int, text } from '../database.ts';

const DAY_MS = 86_400_000;
/** Outcomes are told of so many days. */
const TOLD_DAYS = 7;
/** And kept for so many. */
const KEPT_DAYS = 90;

/** @param now Unix ms */
export function sqliteModelUse(database: Database, now: () => number): ModelUseStore {
  const day = (back = 0): string => new Date(now() - back * DAY_MS).toISOString().slice(0, 10);
  return {
    book: (tokens, { requestsPerDay, tokensPerDay }) =>
      database.transaction(() => {
        const today = day();
        const isNew = database.run('INSERT OR IGNORE INTO model_day VALUES (?, 0, 0)', today) > 0;
        if (isNew) forgetOld(database, day(KEPT_DAYS));
        return (
          database.run(BOOK, tokens, today, requestsPerDay, requestsPerDay, tokensPerDay, tokens, tokensPerDay) > 0
        );
      }),
    correct: (by) => {
      database.run('UPDATE model_day SET tokens = max(0, tokens + ?) WHERE day = ?', by, day());
    },
    count: (outcomes) =>
      database.transaction(() => {
        for (const [outcome, count] of Object.entries(outcomes)) database.run(COUNT, day(), outcome, count);
      }),
    use: () => {
      const used = database.get('SELECT requests, tokens FROM model_day WHERE day = ?', day());
      const rows = database.all(OUTCOMES, day(TOLD_DAYS - 1));
      return {
        requests: used ? int(used, 'requests') : 0,
        tokens: used ? int(used, 'tokens') : 0,
        outcomes: rows.map((row) => [text(row, 'outcome'), int(row, 'n')] as const),
      };
    },
  };
}

const BOOK = `UPDATE model_day SET requests = requests + 1, tokens = tokens + ?
  WHERE day = ? AND (? = 0 OR requests < ?) AND (? = 0 OR tokens + ? <= ?)`;
const COUNT = `INSERT INTO model_outcome VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET count = count + excluded.count`;
const OUTCOMES = `SELECT outcome, sum(count) AS n FROM model_outcome WHERE day >= ?
  GROUP BY outcome ORDER BY n DESC, outcome`;

function forgetOld(database: Database, before: string): void {
  database.run('DELETE FROM model_day WHERE day < ?', before);
  database.run('DELETE FROM model_outcome WHERE day < ?', before);
}
