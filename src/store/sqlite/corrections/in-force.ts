import { type Correction, statementKey } from '../../../domain/correction.ts';
import { type Database, int, type Row } from '../database.ts';
import { correctionOf, keyHash } from './rows.ts';
import { isSaidIn } from './struck.ts';

const HOLDING = `SELECT scope, correction.json AS json FROM json_each(?1) AS wanted JOIN correction ON correction.key = wanted.value
  WHERE holds = 1 AND scope IN (?2, ?3) ORDER BY num DESC`;
const ANY = 'SELECT 1 FROM correction WHERE holds = 1 AND scope IN (?, ?) LIMIT 1';

/** What holds for statements in the sight of a scope, by their keys. */
export function inForce(
  database: Database,
  [operator, own]: readonly [number, number],
  keys: readonly string[],
): ReadonlyMap<string, readonly Correction[]> {
  if (keys.length === 0 || !database.get(ANY, operator, own)) return new Map();
  const found = holdingFor(database, operator, own, keys);
  const later = found.flatMap(({ correction }) =>
    correction.kind === 'superseded' ? [statementKey(correction.now)] : [],
  );
  const refuted = new Set(
    holdingFor(database, operator, own, later).flatMap(({ correction: { kind, key } }) =>
      kind === 'wrong' ? [key] : [],
    ),
  );
  const isInForce = ({ scope, correction }: Held): boolean => {
    if (correction.kind === 'superseded') return !refuted.has(statementKey(correction.now));
    return !(correction.kind === 'withdrawn' && scope !== own && isSaidIn(database, own, correction));
  };
  return Map.groupBy(
    found.filter(isInForce).map(({ correction }) => correction),
    ({ key }) => key,
  );
}

interface Held {
  readonly scope: number;
  readonly correction: Correction;
}

const holdingFor = (database: Database, operator: number, own: number, keys: readonly string[]): readonly Held[] =>
  database.all(HOLDING, JSON.stringify(keys.map(keyHash)), operator, own).map((row: Row) => ({
    scope: int(row, 'scope'),
    correction: correctionOf(row),
  }));
