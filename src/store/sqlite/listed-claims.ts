import type { Database, Row } from './database.ts';
import type { Sight } from './read-claims.ts';
import { revisionOf } from './revision.ts';

/** All of it stands in an index: the claims themselves, of which few are taken, are not read. */
const OF_EVENT = `
  SELECT num, article, publisher, published FROM claim WHERE event = ? AND scope IN (?, ?) ORDER BY published DESC, num`;

interface Listed {
  readonly key: string;
  readonly rows: Map<string, readonly Row[]>;
}

/** Of each database the last lists, as long as nothing changes: one question asks for the claims of an event and for its articles. */
const last = new WeakMap<Database, Listed>();
/** Some 3 MB when full of large events. */
const REMEMBERED = 200;

/** All claims of each event that the scopes see, newest first, with `num`, `article`, `publisher` and `published`. */
export function claimsListed(
  database: Database,
  { operator, own }: Sight,
  events: readonly string[],
): readonly (readonly Row[])[] {
  const rows = listsFor(database, `${revisionOf(database)} ${own}`, events.length);
  return events.map((event) => {
    const listed = rows.get(event) ?? database.all(OF_EVENT, event, operator, own);
    rows.set(event, listed);
    return listed;
  });
}

function listsFor(database: Database, key: string, more: number): Listed['rows'] {
  const known = last.get(database);
  if (known?.key === key && known.rows.size + more <= REMEMBERED) return known.rows;
  const rows = new Map<string, readonly Row[]>();
  last.set(database, { key, rows });
  return rows;
}
