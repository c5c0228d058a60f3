import { z } from 'zod';
import type { EventId, Witness } from '../../domain/event.ts';
import { WITNESSES_PER_EVENT } from '../contract.ts';
import { type Database, int, type Row, text } from './database.ts';
import { rowsKnownBy } from './known-rows.ts';
import { claimsListed } from './listed-claims.ts';
import { parsed } from './parsed.ts';
import { type Sight, seenOf } from './read-claims.ts';

/** `ClaimStore.witnesses`, at once. */
export function witnessesOf(
  database: Database,
  sight: Sight,
  events: readonly EventId[],
): ReadonlyMap<EventId, readonly Witness[]> {
  const listed = claimsListed(database, sight, events).map((rows) => articlesOf(seenOf(rows, sight)));
  const nums = new Set(listed.flatMap((articles) => [...articles.keys()]));
  const known = witnessesKnown(database, [...nums]);
  return new Map(events.map((event, at) => [event, newestOf(listed[at] ?? new Map(), known)]));
}

/** By number, when each came out; newest first. */
const articlesOf = (newestFirst: readonly Row[]): ReadonlyMap<number, number> =>
  new Map(newestFirst.map((row) => [int(row, 'article'), int(row, 'published')]));

function newestOf(articles: ReadonlyMap<number, number>, known: ReadonlyMap<number, Witness>): readonly Witness[] {
  const placed = [...articles].flatMap(([num, published]) => {
    const witness = known.get(num);
    return witness ? [{ published, witness }] : [];
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
const witnessesKnown = rowsKnownBy(
  `SELECT article.num, article.id, publisher.name, article.json -> 'relays' AS relays, sketch
   FROM json_each(?) AS wanted JOIN article ON article.num = wanted.value JOIN publisher ON publisher.num = article.publisher`,
  witnessOf,
  10_000,
);
