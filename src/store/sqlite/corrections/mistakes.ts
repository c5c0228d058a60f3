import { Mistake } from '../../../domain/mistake.ts';
import { DAY_MS } from '../../../domain/period.ts';
import type { Scope } from '../../../domain/scope.ts';
import { type MistakeStore, SETTLED_KEPT_DAYS } from '../../mistake-contract.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { madeScope, scopeNum } from '../scope.ts';

/** Reported mistakes in the embedded database. */
export function sqliteMistakes(database: Database): MistakeStore {
  return {
    add: async (mistake, sinceMs, atMost) => database.transaction(() => add(database, mistake, sinceMs, atMost)),
    get: async (scope, id) => {
      const row = database.get('SELECT json FROM mistake WHERE scope = ? AND id = ?', scopeNum(database, scope), id);
      return row ? mistakeOf(row) : null;
    },
    open: async (scope, from, atMost) => {
      const num = scopeNum(database, scope);
      const counted = database.get(`SELECT count(*) AS n ${OPEN}`, num) ?? {};
      const rows = database.all(`SELECT json ${OPEN} ORDER BY num DESC LIMIT ? OFFSET ?`, num, atMost, from);
      return { mistakes: rows.map(mistakeOf), total: int(counted, 'n') };
    },
    settle: async (scope, id, settled) => database.transaction(() => settle(database, scope, id, settled)),
    countOf: async (userId) => int(database.get('SELECT count(*) AS n FROM mistake WHERE by = ?', userId) ?? {}, 'n'),
    forgetMember: async (userId) => database.run('DELETE FROM mistake WHERE by = ?', userId),
    forget: async (scope) => {
      database.run('DELETE FROM mistake WHERE scope = ?', scopeNum(database, scope));
    },
    purge: async (nowMs) => purgeMistakes(database, nowMs),
  };
}

/** `MistakeStore.purge`, at once. */
export const purgeMistakes = (database: Database, nowMs: number): number =>
  database.run(
    `DELETE FROM mistake WHERE state <> 'open' AND json ->> '$.settled.atMs' < ?`,
    nowMs - SETTLED_KEPT_DAYS * DAY_MS,
  );

const OPEN = `FROM mistake WHERE scope = ? AND state = 'open'`;

const mistakeOf = (row: Row): Mistake => parsed(Mistake, text(row, 'json'), 'reported mistake');

function add(database: Database, mistake: Mistake, sinceMs: number, atMost: number): boolean {
  const { id, by, atMs, scope } = mistake;
  const counted = database.get('SELECT count(*) AS n FROM mistake WHERE by = ? AND at > ?', by, sinceMs) ?? {};
  if (int(counted, 'n') >= atMost) return false;
  database.run(
    `INSERT INTO mistake (scope, id, state, by, at, json) VALUES (?, ?, 'open', ?, ?, ?)`,
    ...[madeScope(database, scope), id, by, atMs, JSON.stringify(mistake)],
  );
  return true;
}

function settle(
  database: Database,
  scope: Scope,
  id: string,
  settled: NonNullable<Mistake['settled']>,
): Mistake | null {
  const num = scopeNum(database, scope);
  const row = database.get(`SELECT json ${OPEN} AND id = ?`, num, id);
  if (!row) return null;
  const mistake: Mistake = { ...mistakeOf(row), settled };
  const sql = 'UPDATE mistake SET state = ?, json = ? WHERE id = ?';
  database.run(sql, settled.how, JSON.stringify(mistake), id);
  return mistake;
}
