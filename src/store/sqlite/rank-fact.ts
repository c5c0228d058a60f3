import { ascending, numsOf } from './closure.ts';
import { type Database, int, type Row, text } from './database.ts';

/** What a scope sees of a fact. */
interface Standing {
  readonly type: number;
  /** Distinct ones; 0 for an excerpt. */
  readonly publishers: number;
  /** Unix ms or `UNDATED_MS`. */
  readonly newest: number;
  readonly refs: string;
}

/** Brings a fact's standing up to date after a claim of it came or went in a scope: there, and in each server that adds to it. */
export function rankFact(database: Database, fact: Uint8Array, scope: number): void {
  const others = scope === 0 ? database.all('SELECT scope FROM fact WHERE fact = ? AND scope <> 0', fact) : [];
  for (const each of [scope, ...others.map((row) => int(row, 'scope'))]) rankIn(database, fact, each);
}

function rankIn(database: Database, fact: Uint8Array, scope: number): void {
  const row = database.get('SELECT type, publishers, newest, refs FROM fact WHERE fact = ? AND scope = ?', fact, scope);
  const was = row ? standingOf(row) : null;
  const is = standing(database, fact, scope);
  if (was && is && was.publishers === is.publishers && was.newest === is.newest && was.refs === is.refs) return;
  if (was) drop(database, fact, scope, was);
  if (is) add(database, fact, scope, is);
}

/** An excerpt is one article's, and stands behind what may be said in our words: it ranks as if nobody had published it. */
const PUBLISHERS = `iif(min(json ->> 'mode') = 'excerpt', 0, count(DISTINCT publisher))`;

/** null where the scope has no claim of its own on the fact. */
function standing(database: Database, fact: Uint8Array, scope: number): Standing | null {
  if (!database.get('SELECT 1 FROM claim WHERE fact = ? AND scope = ?', fact, scope)) return null;
  const row = database.get(
    `SELECT min(type) AS type, ${PUBLISHERS} AS publishers, max(published) AS newest,
            json_group_array(DISTINCT refs) AS refs FROM claim WHERE fact = ? AND scope IN (0, ?)`,
    ...[fact, scope],
  );
  const closures = JSON.parse(text(row ?? {}, 'refs')) as readonly string[];
  return { ...standingOf(row ?? {}), refs: ascending(closures.flatMap(numsOf)) };
}

const standingOf = (row: Row): Standing => ({
  type: int(row, 'type'),
  publishers: int(row, 'publishers'),
  newest: int(row, 'newest'),
  refs: text(row, 'refs'),
});

function add(database: Database, fact: Uint8Array, scope: number, { type, publishers, newest, refs }: Standing): void {
  database.run(
    'INSERT INTO fact (fact, scope, type, publishers, newest, refs) VALUES (?, ?, ?, ?, ?, ?)',
    fact,
    scope,
    type,
    publishers,
    newest,
    refs,
  );
  const sql = 'INSERT INTO ranking (ref, scope, type, publishers, newest, fact) VALUES (?, ?, ?, ?, ?, ?)';
  for (const ref of numsOf(refs)) database.run(sql, ref, scope, type, publishers, newest, fact);
}

function drop(database: Database, fact: Uint8Array, scope: number, { type, publishers, newest, refs }: Standing): void {
  database.run('DELETE FROM fact WHERE fact = ? AND scope = ?', fact, scope);
  for (const ref of numsOf(refs))
    database.run(
      'DELETE FROM ranking WHERE ref = ? AND scope = ? AND type = ? AND publishers = ? AND newest = ? AND fact = ?',
      ...[ref, scope, type, publishers, newest, fact],
    );
}
