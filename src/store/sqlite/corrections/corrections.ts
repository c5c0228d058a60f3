import { type Correction, type CorrectionId, statementKey } from '../../../domain/correction.ts';
import { DAY_MS } from '../../../domain/period.ts';
import type { Scope } from '../../../domain/scope.ts';
import {
  AUTOMATIC_KEPT_DAYS,
  type CorrectionEntry,
  type CorrectionFilter,
  type CorrectionPage,
  type CorrectionStore,
} from '../../correction-contract.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { markChanged } from '../revision.ts';
import { madeScope, OPERATOR_SCOPE, scopeNum } from '../scope.ts';
import { inForce } from './in-force.ts';
import { addDeed, correctionOf, holding, insertCorrection, undoCorrection } from './rows.ts';
import { strike, unstrike } from './struck.ts';

/** Corrections in the embedded database. */
export function sqliteCorrections(database: Database): CorrectionStore {
  return {
    add: async (corrections) => database.transaction(() => corrections.map((one) => add(database, one))),
    undo: async (scope, id, by, atMs) => database.transaction(() => undo(database, scope, id, { by, atMs })),
    get: async (scope, id) => {
      const row = database.get(
        'SELECT json FROM correction WHERE id = ? AND scope IN (?, ?)',
        id,
        ...seenBy(database, scope),
      );
      return row ? correctionOf(row) : null;
    },
    list: async (scope, filter, from, atMost) => pageOf(database, scope, filter, from, atMost),
    of: async (scope, keys) => inForce(database, seenBy(database, scope), keys),
    since: async (seq, atMost) => database.all(SINCE, seq, atMost).map(entryOf),
    forget: async (scope) =>
      database.transaction(() => {
        const num = scopeNum(database, scope);
        database.run('DELETE FROM struck_claim WHERE scope = ?', num);
        if (database.run('DELETE FROM correction WHERE scope = ?', num) > 0) markChanged(database);
      }),
    purge: async (nowMs) => purgeCorrections(database, nowMs),
  };
}

/** `CorrectionStore.purge`, at once. */
export const purgeCorrections = (database: Database, nowMs: number): number =>
  database.run(`DELETE FROM correction WHERE kind <> 'wrong' AND at < ?`, nowMs - AUTOMATIC_KEPT_DAYS * DAY_MS);

/** The operator's scope and its own, by number. */
const seenBy = (database: Database, scope: Scope): readonly [number, number] => [
  OPERATOR_SCOPE,
  scopeNum(database, scope) ?? OPERATOR_SCOPE,
];

function add(database: Database, correction: Correction): Correction {
  const scope = madeScope(database, correction.scope);
  const there = holding(database, scope, correction);
  if (there && !isLaterFigure(correction, there)) return there;
  if (there) undo(database, correction.scope, there.id, { by: null, atMs: correction.atMs });
  insertCorrection(database, scope, correction);
  strike(database, scope, correction);
  if (correction.kind === 'wrong') retellEarlier(database, scope, correction);
  return correction;
}

const EARLIER = 'SELECT num, json FROM correction WHERE later = ?1 AND holds = 1 AND (?2 = 0 OR scope IN (0, ?2))';

/** That a figure was updated is told by whether the later one stands: what tells it is to be looked at again. */
function retellEarlier(database: Database, scope: number, { key, told }: Correction): void {
  for (const row of database.all(EARLIER, told.article.id, scope)) {
    const earlier = correctionOf(row);
    if (earlier.kind === 'superseded' && statementKey(earlier.now) === key) addDeed(database, int(row, 'num'), 'made');
  }
}

/** A figure that was revised twice is told with the last one. */
const isLaterFigure = (correction: Correction, there: Correction): boolean =>
  correction.kind === 'superseded' &&
  there.kind === 'superseded' &&
  statementKey(correction.now) !== statementKey(there.now);

function undo(database: Database, scope: Scope, id: CorrectionId, undone: Correction['undone']): Correction | null {
  const num = scopeNum(database, scope);
  const sql = 'SELECT num, scope, json FROM correction WHERE id = ? AND scope = ? AND holds = 1';
  const row = num === null ? undefined : database.get(sql, id, num);
  if (num === null || !row) return null;
  const correction = undoCorrection(database, row, undone);
  if (correction.kind !== 'wrong') return correction;
  unstrike(database, num, correction);
  retellEarlier(database, num, correction);
  return correction;
}

const LISTED = `FROM correction WHERE scope IN (?1, ?2) AND (?3 IS NULL OR kind IN (SELECT value FROM json_each(?3)))
  AND (holds = 1 OR ?4)`;

function pageOf(
  database: Database,
  scope: Scope,
  { kinds, withUndone }: CorrectionFilter,
  from: number,
  atMost: number,
): CorrectionPage {
  const values = [...seenBy(database, scope), kinds ? JSON.stringify(kinds) : null, Number(withUndone ?? false)];
  const rows = database.all(
    `SELECT json ${LISTED} ORDER BY at DESC, num DESC LIMIT ?5 OFFSET ?6`,
    ...values,
    atMost,
    from,
  );
  const counted = database.get(`SELECT count(*) AS n ${LISTED}`, ...values) ?? {};
  return { corrections: rows.map(correctionOf), total: int(counted, 'n') };
}

const SINCE = `SELECT seq, deed, json FROM correction_deed JOIN correction ON num = correction WHERE seq > ? ORDER BY seq LIMIT ?`;

const entryOf = (row: Row): CorrectionEntry => ({
  seq: int(row, 'seq'),
  deed: text(row, 'deed') === 'undone' ? 'undone' : 'made',
  correction: correctionOf(row),
});
