import { Entity } from '../../domain/entity.ts';
import type { PlacesAround } from '../../domain/event.ts';
import { type Database, int, text } from './database.ts';
import { rememberingParser } from './parsed.ts';

/** The ref whose closure is every claim. */
export const ALL_REF = 0;

/** Some 2 MB when full. */
const entityIn = rememberingParser(Entity, 2_000);

/** An entity by its id or its code; null where the gazetteer has none. Of several with one code, the first by id. */
export function entityOf(database: Database, ref: string): Entity | null {
  const row =
    database.get(
      'SELECT json FROM entity JOIN ref ON ref.num = entity.ref WHERE ref.ref = ? ORDER BY file LIMIT 1',
      ref,
    ) ??
    database.get(
      'SELECT json FROM entity JOIN ref ON ref.num = entity.ref WHERE code = ? ORDER BY ref.ref, file LIMIT 1',
      ref,
    );
  return row ? entityIn(text(row, 'json'), `entity ${ref}`) : null;
}

/** Entities by those of the ids that are no codes, in one go. */
export function entitiesById(database: Database, ids: readonly string[]): ReadonlyMap<string, Entity> {
  const rows = database.all(
    `SELECT ref.ref, (SELECT entity.json FROM entity WHERE entity.ref = ref.num ORDER BY file LIMIT 1) AS json
     FROM json_each(?) AS wanted JOIN ref ON ref.ref = wanted.value`,
    JSON.stringify(ids),
  );
  const found = rows.flatMap((row): [string, Entity][] => {
    const id = text(row, 'ref');
    return row.json === null ? [] : [[id, entityIn(text(row, 'json'), `entity ${id}`)]];
  });
  return new Map(found);
}

/** Ids of all that contain the entity, nearest first, each once, without itself; unknown ones end their line. */
export function ancestorsOf(database: Database, id: string): readonly string[] {
  const found = new Set([id]);
  // A set is walked in the order of insertion, and what is added on the way is walked too: breadth first, cycles end.
  for (const each of found) for (const outer of entityOf(database, each)?.within ?? []) found.add(outer);
  return [...found].slice(1);
}

/** The number of a ref, given one when it is new. */
export function refNum(database: Database, ref: string): number {
  const known = database.get('SELECT num FROM ref WHERE ref = ?', ref);
  return known ? int(known, 'num') : database.insert('INSERT INTO ref (ref) VALUES (?)', ref);
}

/** The numbers that a claim with these refs is found by, as ascending JSON. */
export function closureOf(database: Database, refs: readonly string[]): string {
  const nums = refs.flatMap((ref) => closureNums(database, ref));
  return ascending([ALL_REF, ...nums]);
}

/** Numbers of a closure as `closureOf` wrote it. */
export const numsOf = (closure: string): readonly number[] => JSON.parse(closure) as readonly number[];

export const ascending = (nums: readonly number[]): string => JSON.stringify([...new Set(nums)].sort((a, b) => a - b));

function closureNums(database: Database, ref: string): readonly number[] {
  const known = database.get('SELECT closure FROM ref WHERE ref = ? AND closure IS NOT NULL', ref);
  if (known) return numsOf(text(known, 'closure'));
  const closure = closureText(database, ref);
  database.run('UPDATE ref SET closure = ? WHERE num = ?', closure, refNum(database, ref));
  return numsOf(closure);
}

/** What a ref is found by in a slot. */
interface FilterIds {
  /** As a place: itself and all around it. */
  readonly within: readonly string[];
  /** As somebody who acts: itself and the state it acts for. */
  readonly actsFor: readonly string[];
}

/** What a ref is found by in a slot; nothing for what the gazetteer does not have. */
export function filterIdsOf(database: Database, ref: string): FilterIds {
  const known = database.get('SELECT filters FROM ref WHERE ref = ? AND filters IS NOT NULL', ref);
  if (known) return JSON.parse(text(known, 'filters')) as FilterIds;
  const filters = filterText(database, ref);
  database.run('UPDATE ref SET filters = ? WHERE num = ?', filters, refNum(database, ref));
  return JSON.parse(filters) as FilterIds;
}

function filterText(database: Database, ref: string): string {
  const entity = entityOf(database, ref);
  if (!entity) return JSON.stringify({ within: [], actsFor: [] } satisfies FilterIds);
  const within = [entity.id, ...ancestorsOf(database, entity.id)];
  const state = stateOf(database, entity, within);
  return JSON.stringify({ within, actsFor: [...new Set([entity.id, ...state])] } satisfies FilterIds);
}

/** The state or bloc that somebody speaks or acts for, else the country around. */
function stateOf(database: Database, { side }: Entity, within: readonly string[]): readonly string[] {
  if (side !== undefined) return [entityOf(database, side)?.id ?? []].flat();
  return within.filter((id) => entityOf(database, id)?.kind === 'country').slice(0, 1);
}

function closureText(database: Database, ref: string): string {
  const entity = entityOf(database, ref);
  const names = entity ? [ref, entity.id, ...ancestorsOf(database, entity.id)] : [ref];
  return ascending(names.map((name) => refNum(database, name)));
}

/** A place by its own id, with all that contains it; what each is. */
export function aroundOf(database: Database, ref: string): ReturnType<PlacesAround> {
  const rows = database.all(
    `SELECT ref.ref, (SELECT json ->> 'kind' FROM entity WHERE entity.ref = ref.num ORDER BY file LIMIT 1) AS kind
     FROM json_each(?) AS each JOIN ref ON ref.num = each.value ORDER BY ref.ref`,
    JSON.stringify(closureNums(database, ref)),
  );
  return rows.flatMap((row) => (row.kind === null ? [] : [{ id: text(row, 'ref'), kind: text(row, 'kind') }]));
}

/** Computes anew every closure that a claim needed. Returns the numbers of the refs that are found by others now. */
export function refreshClosures(database: Database): readonly number[] {
  const refs = database.all(
    'SELECT num, ref, closure, filters FROM ref WHERE num <> ? AND closure IS NOT NULL',
    ALL_REF,
  );
  return refs.flatMap((row) => {
    const [closure, filters] = [closureText(database, text(row, 'ref')), filterText(database, text(row, 'ref'))];
    if (closure === row.closure && filters === row.filters) return [];
    database.run('UPDATE ref SET closure = ?, filters = ? WHERE num = ?', closure, filters, int(row, 'num'));
    return [int(row, 'num')];
  });
}
