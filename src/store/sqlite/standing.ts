import { ALL_REF } from './closure.ts';
import { type Database, int, type Row, text } from './database.ts';
import type { Counted, CountedPublishers, Ranked, Sight } from './read-claims.ts';

/** A sight in which not all claims count. */
export type Narrowed = Sight & { readonly counted: Counted };

/** One in which only some publishers do. */
export type Limited = Sight & { readonly counted: Counted & { readonly publishers: CountedPublishers } };

export const isLimited = (sight: Narrowed): sight is Limited => sight.counted.publishers !== null;

/** The publishers of the database that count. */
export function countedIn(database: Database, counts: (publisher: string) => boolean): CountedPublishers {
  const rows = database.all('SELECT num, name FROM publisher');
  const nums = rows.filter((row) => counts(text(row, 'name'))).map((row) => int(row, 'num'));
  return { nums: new Set(nums), json: JSON.stringify(nums) };
}

/** Whether a claim, a row with `num` and `publisher`, is seen. */
export const isCounted = ({ publishers, struck }: Counted, row: Row): boolean =>
  (publishers === null || publishers.nums.has(int(row, 'publisher'))) && !struck?.nums.has(int(row, 'num'));

/** An event by what counts. */
export interface Standing extends Ranked {
  /** Unix ms or `UNDATED_MS`. */
  readonly newest: number;
}

/** How an event stands for who sees it so; null where nobody whom they see tells of it. */
export const asSeen = (database: Database, sight: Sight, ranked: Ranked): Ranked | null =>
  isNarrowed(sight) ? seenAs(database, sight, ranked, null) : ranked;

/** The same of a standing; `reached`: what one who tells of it must reach. */
export const seenAs = <T extends Ranked>(
  database: Database,
  sight: Narrowed,
  ranked: T,
  reached: Reached | null,
): T | Standing | null =>
  isOther(sight, ranked.event) ? standingWithin(database, sight, ranked.event, reached) : ranked;

export const isNarrowed = (sight: Sight): sight is Narrowed => sight.counted !== null;

/** Whether an event may stand otherwise there than for who sees everything. */
export const isOther = ({ counted: { publishers, struck } }: Narrowed, event: string): boolean =>
  publishers !== null || (struck?.events.has(event) ?? false);

/** A row with `event`, `publishers` and `newest`. */
export const standingOf = (row: Row): Standing => ({
  event: text(row, 'event'),
  publishers: int(row, 'publishers'),
  newest: int(row, 'newest'),
});

/** Each once. */
export const scopesOf = ({ operator, own }: Sight): readonly number[] => [...new Set([operator, own])];

/** What claims of one type reach. */
export interface Reached {
  readonly ref: number;
  readonly type: number;
}

/** All of it stands in an index. */
const OF_EVENT = 'SELECT num, scope, published, publisher, quoted FROM claim WHERE event = ? AND scope IN (?, ?)';

/** null where none of them tells of the event; `reached`: where none of them tells of it what reaches that. */
export function standingWithin(
  database: Database,
  { operator, own, counted }: Narrowed,
  event: string,
  reached: Reached | null,
): Standing | null {
  const rows = database.all(OF_EVENT, event, operator, own).filter((row) => isCounted(counted, row));
  if (rows.length === 0 || !someReach(database, rows, reached)) return null;
  const told = rows.filter((row) => int(row, 'quoted') === 0).map((row) => int(row, 'publisher'));
  return { event, publishers: new Set(told).size, newest: Math.max(...rows.map((row) => int(row, 'published'))) };
}

const MENTION = 'SELECT 1 FROM mention WHERE ref = ? AND scope = ? AND type = ? AND published = ? AND claim = ?';

function someReach(database: Database, rows: readonly Row[], reached: Reached | null): boolean {
  if (reached === null || reached.ref === ALL_REF) return true;
  const { ref, type } = reached;
  return rows.some((row) => {
    const place = [int(row, 'scope'), type, int(row, 'published'), int(row, 'num')];
    return database.get(MENTION, ref, ...place) !== undefined;
  });
}
