import { type Entity, foldName } from '../../domain/entity.ts';
import type { Language } from '../../domain/language.ts';
import type { Scope } from '../../domain/scope.ts';
import { farthest, spellingDistance } from '../../domain/spelling.ts';
import type { EntityCount, Gazetteer } from '../contract.ts';
import { ancestorsOf, entitiesById, entityOf } from './closure.ts';
import { type Database, int, type Row, text } from './database.ts';
import { gramsOf, keepEntities, replaceEntities } from './file-entities.ts';
import { refreshIfStale } from './refresh.ts';
import { OPERATOR_SCOPE, scopeNum } from './scope.ts';

/** Names in the embedded database. Claims follow a changed gazetteer at `keep`, or at the next question. */
export function sqliteGazetteer(database: Database): Gazetteer {
  return {
    replace: async (file, digest, entities) => replaceEntities(database, file, digest, entities),
    keep: async (files) => keepEntities(database, files),
    byRef: async (refs) => byRef(database, refs),
    ancestors: async (id) => ancestorsOf(database, id),
    named: async (scope, name) => named(database, scope, foldName(name)),
    suggest: async (scope, typed, language, limit, kinds) =>
      suggest(database, scope, foldName(typed), language, limit, kinds ?? null),
    near: async (scope, typed, limit) => near(database, scope, foldName(typed), limit),
  };
}

function byRef(database: Database, refs: readonly string[]): ReadonlyMap<string, Entity> {
  const byId = entitiesById(database, refs);
  return new Map(
    refs.flatMap((ref) => {
      const entity = byId.get(ref) ?? entityOf(database, ref);
      return entity ? [[ref, entity]] : [];
    }),
  );
}

function named(database: Database, scope: Scope, folded: string): readonly EntityCount[] {
  const sql = `${COUNTED} WHERE ref.num IN (SELECT ref FROM name WHERE folded = ? AND whole = 1) ORDER BY claims DESC, ref.ref`;
  return counted(database, database.all(sql, ...sightOf(database, scope), folded));
}

const CHARS: Readonly<Record<Language, string>> = { en: 'en_chars', uk: 'uk_chars' };

function suggest(
  database: Database,
  scope: Scope,
  folded: string,
  language: Language,
  limit: number,
  kinds: readonly Entity['kind'][] | null,
): readonly EntityCount[] {
  const sql = `${COUNTED} WHERE ref.num IN (SELECT ref FROM name WHERE folded >= ? AND folded < ?)
    ${kinds ? OF_KINDS : ''}
    ORDER BY claims DESC, (SELECT min(${CHARS[language]}) FROM entity WHERE entity.ref = ref.num), ref.ref LIMIT ?`;
  const starting = [folded, `${folded}\u{10ffff}`, ...(kinds ? [JSON.stringify(kinds)] : [])];
  return counted(database, database.all(sql, ...sightOf(database, scope), ...starting, limit));
}

const OF_KINDS = `AND EXISTS (SELECT 1 FROM entity WHERE entity.ref = ref.num AND json ->> 'kind' IN (SELECT value FROM json_each(?)))`;

/** Names that share the most runs of three letters with what was typed are looked at closely. */
const CANDIDATES = 200;

function near(database: Database, scope: Scope, folded: string, limit: number): readonly EntityCount[] {
  if (folded === '') return [];
  const rows = database.all(
    `SELECT name.ref, name.folded FROM (SELECT rowid FROM name_grams WHERE name_grams MATCH ? ORDER BY rank LIMIT ${CANDIDATES}) AS hit
     JOIN name ON name.num = hit.rowid`,
    gramsOf(folded)
      .map((gram) => `"${gram}"`)
      .join(' OR '),
  );
  const distances = nearest(rows, folded);
  const sql = `${COUNTED} WHERE ref.num IN (SELECT value FROM json_each(?)) ORDER BY claims DESC, ref.ref`;
  const found = database.all(sql, ...sightOf(database, scope), JSON.stringify([...distances.keys()]));
  const distance = (row: Row): number => distances.get(int(row, 'num')) ?? Number.POSITIVE_INFINITY;
  return counted(database, found.toSorted((a, b) => distance(a) - distance(b)).slice(0, limit));
}

/** The smallest distance of each entity's names, of those that are near enough. */
function nearest(rows: readonly Row[], folded: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const row of rows) {
    const distance = spellingDistance(folded, text(row, 'folded'));
    const ref = int(row, 'ref');
    if (distance <= farthest(folded)) found.set(ref, Math.min(distance, found.get(ref) ?? distance));
  }
  return found;
}

/** Two parameters: the scopes whose claims are counted. */
const COUNTED = `
  SELECT ref.num, ref.ref, (SELECT coalesce(sum(claims), 0) FROM tally WHERE tally.ref = ref.num AND scope IN (?, ?)) AS claims
  FROM ref`;

function sightOf(database: Database, scope: Scope): readonly [number, number] {
  refreshIfStale(database);
  return [OPERATOR_SCOPE, scopeNum(database, scope) ?? OPERATOR_SCOPE];
}

function counted(database: Database, rows: readonly Row[]): readonly EntityCount[] {
  return rows.flatMap((row) => {
    const entity = entityOf(database, text(row, 'ref'));
    return entity ? [{ entity, claims: int(row, 'claims') }] : [];
  });
}
