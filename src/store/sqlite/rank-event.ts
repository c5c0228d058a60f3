import { ascending, numsOf } from './closure.ts';
import { type Database, int, type Row, text } from './database.ts';
import { OPERATOR_SCOPE } from './scope.ts';

/** What a scope sees of an event. */
interface Standing {
  readonly type: number;
  /** Distinct ones; those with excerpts alone are not counted. */
  readonly publishers: number;
  /** Unix ms or `UNDATED_MS`. */
  readonly newest: number;
  readonly refs: string;
}

/**
 * Brings an event's standing up to date after a claim of it came or went in a scope: there, and in each server that adds to it.
 * @param gained what the claims reach that came, as JSON; null: some went
 */
export function rankEvent(database: Database, event: string, scope: number, gained: readonly string[] | null): void {
  const others =
    scope === OPERATOR_SCOPE ? database.all('SELECT scope FROM event WHERE event = ? AND scope <> 0', event) : [];
  for (const each of [scope, ...others.map((row) => int(row, 'scope'))]) rankIn(database, event, each, gained);
}

function rankIn(database: Database, event: string, scope: number, gained: readonly string[] | null): void {
  const row = database.get(
    'SELECT type, publishers, newest, refs FROM event WHERE event = ? AND scope = ?',
    event,
    scope,
  );
  const was = row ? standingOf(row) : null;
  const reached = was && gained ? { type: was.type, refs: joined([was.refs, ...gained]) } : null;
  const is = standing(database, event, scope, reached);
  if (was && is && was.publishers === is.publishers && was.newest === is.newest && was.refs === is.refs) return;
  if (was) drop(database, event, scope, was);
  if (is) add(database, event, scope, is);
}

const joined = (closures: readonly string[]): string => ascending([...new Set(closures)].flatMap(numsOf));

/** Of an index alone. An excerpt stands behind what may be said in our words: it ranks as if nobody had published it. */
const COUNTED = `SELECT count(DISTINCT iif(quoted, NULL, publisher)) AS publishers, max(published) AS newest
  FROM claim WHERE event = ? AND scope IN (0, ?)`;

type Reached = Pick<Standing, 'type' | 'refs'>;

/**
 * null where the scope has no claim of its own on the event.
 * @param reached where it is known what the claims reach, which takes reading each
 */
function standing(database: Database, event: string, scope: number, reached: Reached | null): Standing | null {
  if (!database.get('SELECT 1 FROM claim WHERE event = ? AND scope = ?', event, scope)) return null;
  const counted = database.get(COUNTED, event, scope) ?? {};
  const { type, refs } = reached ?? reachedBy(database, event, scope);
  return { type, publishers: int(counted, 'publishers'), newest: int(counted, 'newest'), refs };
}

function reachedBy(database: Database, event: string, scope: number): Reached {
  const sql = `SELECT min(type) AS type, json_group_array(DISTINCT refs) AS refs FROM claim WHERE event = ? AND scope IN (0, ?)`;
  const row = database.get(sql, event, scope) ?? {};
  return { type: int(row, 'type'), refs: joined(JSON.parse(text(row, 'refs')) as readonly string[]) };
}

const standingOf = (row: Row): Standing => ({
  type: int(row, 'type'),
  publishers: int(row, 'publishers'),
  newest: int(row, 'newest'),
  refs: text(row, 'refs'),
});

function add(database: Database, event: string, scope: number, { type, publishers, newest, refs }: Standing): void {
  database.run(
    'INSERT INTO event (event, scope, type, publishers, newest, refs) VALUES (?, ?, ?, ?, ?, ?)',
    event,
    scope,
    type,
    publishers,
    newest,
    refs,
  );
  const sql = 'INSERT INTO ranking (ref, scope, type, publishers, newest, event) VALUES (?, ?, ?, ?, ?, ?)';
  for (const ref of numsOf(refs)) database.run(sql, ref, scope, type, publishers, newest, event);
}

function drop(database: Database, event: string, scope: number, { type, publishers, newest, refs }: Standing): void {
  database.run('DELETE FROM event WHERE event = ? AND scope = ?', event, scope);
  for (const ref of numsOf(refs))
    database.run(
      'DELETE FROM ranking WHERE ref = ? AND scope = ? AND type = ? AND publishers = ? AND newest = ? AND event = ?',
      ...[ref, scope, type, publishers, newest, event],
    );
}
