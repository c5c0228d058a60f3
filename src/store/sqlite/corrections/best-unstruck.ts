import { ALL_REF } from '../closure.ts';
import { type Database, text } from '../database.ts';
import { boundsOf, type Ranked } from '../read-claims.ts';
import { bestEvents } from '../select-by-ref.ts';
import { type Narrowed, standingWithin } from '../standing.ts';
import { bestStanding, type Wanted } from '../within.ts';
import type { Struck } from './struck.ts';

/** The best events of a ref where everybody counts but what is struck: only events with such claims stand otherwise. Exact. */
export function bestUnstruck(
  database: Database,
  sight: Narrowed,
  { ref, type, span }: Wanted,
  atMost: number,
): readonly Ranked[] {
  const others = struckEvents(database, sight.counted.struck, { ref, type });
  const plain = bestEvents(database, sight, ref, type, span, atMost + others.size);
  if (others.size === 0) return plain;
  const { fromMs, toMs } = boundsOf(span);
  const standings = [...others].flatMap((event) => standingWithin(database, sight, event, { ref, type }) ?? []);
  return [
    ...plain.filter(({ event }) => !others.has(event)),
    ...standings.filter(({ newest }) => newest >= fromMs && newest < toMs),
  ]
    .sort(bestStanding)
    .slice(0, atMost);
}

const OF_REF = `SELECT DISTINCT event.event FROM json_each(?1) AS struck JOIN event ON event.event = struck.value
  WHERE event.type = ?2 AND (?3 = ${ALL_REF} OR EXISTS (SELECT 1 FROM json_each(event.refs) WHERE value = ?3))`;

/** The events of a ref with a claim that is struck. */
function struckEvents(
  database: Database,
  struck: Struck | null,
  { ref, type }: Pick<Wanted, 'ref' | 'type'>,
): ReadonlySet<string> {
  const rows = database.all(OF_REF, JSON.stringify([...(struck?.events ?? [])]), type, ref);
  return new Set(rows.map((row) => text(row, 'event')));
}
