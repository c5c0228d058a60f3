import type { Scope } from '../../../domain/scope.ts';
import type { Source, SourceDeed, SourceId } from '../../../domain/source.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { readable } from '../readable.ts';
import { markChanged } from '../revision.ts';
import { madeScope } from '../scope.ts';
import { addDeed } from './deeds.ts';
import { dropUnused, follow, unfollow } from './following.ts';
import { sourceOf, sourceRow } from './source-rows.ts';
import type { Sourcing } from './sourcing.ts';

type Deed = Omit<SourceDeed, 'source' | 'name'>;

/** `SourceStore.save`, at once. */
export function saveSource(sourcing: Sourcing, scope: Scope, source: Source, deed: Deed): void {
  const { database } = sourcing;
  database.transaction(() => {
    const into = madeScope(database, scope);
    const before = sourceRow(database, scope, source.id);
    const num = write(sourcing, into, source);
    addDeed(database, into, { ...deed, source: source.id, name: source.name });
    if (judgedBefore(sourcing, before) !== judgementOf(source)) markChanged(database);
    followAsItSays(database, num, source, deed.atMs);
    const feedBefore = before?.feed_url;
    if (typeof feedBefore === 'string') dropUnused(database, feedBefore);
  });
}

/** What answers may depend on; of a source that is still to be approved, nothing. */
const judgementOf = ({ state, tier, name, publisher }: Source): string =>
  state === 'pending' ? '' : JSON.stringify([tier, name, publisher]);

/** null: nobody knows any more. */
function judgedBefore(sourcing: Sourcing, row: Row | undefined): string | null {
  if (!row) return '';
  const [judged] = readable(
    sourcing,
    [row],
    (one) => judgementOf(sourceOf(one)),
    () => {},
  );
  return judged ?? null;
}

const feedUrl = ({ kind, url }: Source): string | null => (kind === 'feed' ? url : null);

/** Puts a source in the place of the one of its id. Returns its number. */
export function write({ database, addressKey }: Sourcing, scope: number, source: Source): number {
  const row = database.get(
    `INSERT INTO source (scope, id, name, feed_url, url_key, json) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (scope, id) DO UPDATE SET name = excluded.name, feed_url = excluded.feed_url,
       url_key = excluded.url_key, json = excluded.json
     RETURNING num`,
    ...[scope, source.id, source.name, feedUrl(source)],
    ...[source.url === null ? null : addressKey(source.url), JSON.stringify(source)],
  );
  return int(row ?? {}, 'num');
}

function followAsItSays(database: Database, num: number, source: Source, nowMs: number): void {
  const sql = 'SELECT url FROM follower JOIN feed ON feed.num = follower.feed WHERE source = ?';
  const followed = database.get(sql, num)?.url ?? null;
  const wanted = source.state === 'active' ? feedUrl(source) : null;
  if (wanted === followed) return;
  if (followed !== null) unfollow(database, num, nowMs);
  if (wanted !== null) follow(database, num, wanted, nowMs);
}

/** `SourceStore.noteSite`, at once. */
export function noteSite(database: Database, feed: string, siteUrl: string): void {
  database.run(
    `UPDATE source SET json = json_set(json, '$.siteUrl', ?)
     WHERE feed_url = ? AND json_valid(json) AND json ->> 'siteUrl' IS NULL`,
    ...[siteUrl, feed],
  );
}

/** `SourceStore.remove`, at once. */
export function removeSource({ database }: Sourcing, scope: Scope, id: SourceId, deed: Deed): readonly string[] {
  return database.transaction(() => {
    const row = sourceRow(database, scope, id);
    if (!row) return [];
    const num = int(row, 'num');
    const alone = broughtAlone(database, num);
    unfollow(database, num, deed.atMs);
    database.run('DELETE FROM source WHERE num = ?', num);
    if (typeof row.feed_url === 'string') dropUnused(database, row.feed_url);
    addDeed(database, int(row, 'scope'), { ...deed, source: id, name: text(row, 'name') });
    markChanged(database);
    return alone;
  });
}

export function articlesAlone(database: Database, scope: Scope, id: SourceId): readonly string[] {
  const row = sourceRow(database, scope, id);
  return row ? broughtAlone(database, int(row, 'num')) : [];
}

function broughtAlone(database: Database, source: number): readonly string[] {
  const rows = database.all(
    `SELECT one.article FROM brought AS one
     JOIN article ON article.scope = one.scope AND article.id = one.article
     WHERE one.source = ? AND NOT EXISTS (
       SELECT 1 FROM brought AS other WHERE other.scope = one.scope AND other.article = one.article AND other.source <> one.source
     ) ORDER BY one.article`,
    source,
  );
  return rows.map((row) => text(row, 'article'));
}
