import { z } from 'zod';
import type { EventId, Witness } from '../../domain/event.ts';
import { WITNESSES_PER_EVENT } from '../contract.ts';
import { type Database, int, type Row, text } from './database.ts';
import { articlesKnownBy } from './known-articles.ts';
import { parsed } from './parsed.ts';
import { type Sight, seenOf } from './read-claims.ts';

/** `ClaimStore.witnesses`, at once. */
export function witnessesOf(
  database: Database,
  sight: Sight,
  events: readonly EventId[],
): ReadonlyMap<EventId, readonly Witness[]> {
  const told = events.map(
    (event) => [event, seenOf(database.all(OF_EVENT, event, sight.operator, sight.own), sight)] as const,
  );
  const nums = new Set(told.flatMap(([, rows]) => rows.map((row) => int(row, 'article'))));
  const known = witnessesKnown(database, [...nums]);
  return new Map(told.map(([event, rows]) => [event, newestOf(rows, known)]));
}

const OF_EVENT = `
  SELECT article, publisher, max(published) AS published FROM claim WHERE event = ? AND scope IN (?, ?)
  GROUP BY article ORDER BY published DESC`;

function newestOf(newestFirst: readonly Row[], known: ReadonlyMap<number, Witness>): readonly Witness[] {
  const placed = newestFirst.flatMap((row) => {
    const witness = known.get(int(row, 'article'));
    return witness ? [{ published: int(row, 'published'), witness }] : [];
  });
  return placed
    .sort((a, b) => b.published - a.published || (a.witness.articleId < b.witness.articleId ? -1 : 1))
    .slice(0, WITNESSES_PER_EVENT)
    .map(({ witness }) => witness);
}

const Relays = z.array(z.string());

function witnessOf(row: Row): Witness {
  const [articleId, relays, sketch] = [text(row, 'id'), text(row, 'relays'), row.sketch];
  return {
    articleId,
    publisher: text(row, 'name'),
    relays: relays === '[]' ? [] : parsed(Relays, relays, `article ${articleId}`),
    sketch: sketch instanceof Uint8Array ? sketch : null,
  };
}

/** Some 6 MB when full. */
const witnessesKnown = articlesKnownBy(
  `SELECT article.num, article.id, publisher.name, article.json -> 'relays' AS relays, sketch
   FROM json_each(?) AS wanted JOIN article ON article.num = wanted.value JOIN publisher ON publisher.num = article.publisher`,
  witnessOf,
  10_000,
);
