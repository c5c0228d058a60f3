import { setImmediate } from 'node:timers/promises';
import type { Span } from '../../domain/period.ts';
import { claimsToldBy, eventsToldBy } from './by-publisher.ts';
import { type Database, intOrNull } from './database.ts';
import { boundsOf, type Ranked } from './read-claims.ts';
import { countIn, tallyOf } from './select-by-ref.ts';
import { type Limited, type Narrowed, type Standing, scopesOf, standingOf, standingWithin } from './standing.ts';

/** Most publishers first, then the newest. */
export const bestStanding = (a: Standing, b: Standing): number =>
  b.publishers - a.publishers || b.newest - a.newest || (a.event < b.event ? 1 : -1);

/** The events of a ref that most of the publishers report that count, then the newest. Exact. */
export async function bestWithin(
  database: Database,
  sight: Limited,
  wanted: Wanted,
  atMost: number,
): Promise<readonly Ranked[]> {
  if (haveFewer(database, sight, wanted)) return bestToldBy(database, sight, wanted, atMost);
  const found = [];
  for (const scope of scopesOf(sight)) found.push(...(await bestIn(database, sight, wanted, scope, atMost)));
  return found.sort(bestStanding).slice(0, atMost);
}

/** Where those that count have fewer claims than this share of what the walk would come by, theirs are looked at instead. */
const FEW = 0.5;

function haveFewer(database: Database, sight: Limited, { ref, type, span }: Wanted): boolean {
  const inAll = (count: (scope: number) => number): number =>
    scopesOf(sight).reduce((sum, scope) => sum + count(scope), 0);
  const most = Math.floor(FEW * inAll((scope) => tallyOf(database, ref, scope, type)));
  const told = claimsToldBy(database, sight, type, most + 1);
  if (told > most || span === null) return told <= most;
  const since = { fromMs: boundsOf(span).fromMs, toMs: Number.MAX_SAFE_INTEGER };
  const enough = Math.ceil(told / FEW);
  return inAll((scope) => countIn(database, ref, scope, type, since, enough)) >= enough;
}

async function bestToldBy(
  database: Database,
  sight: Limited,
  { ref, type, span }: Wanted,
  atMost: number,
): Promise<readonly Ranked[]> {
  const { fromMs, toMs } = boundsOf(span);
  let best: readonly Standing[] = [];
  let looked = 0;
  for (const one of await eventsToldBy(database, sight, sight.counted.publishers.nums, type)) {
    // What is struck can only take from it.
    if (one.newest < fromMs || !isBetter(one, best[atMost - 1])) continue;
    const seen =
      one.newest < toMs || sight.counted.struck ? standingWithin(database, sight, one.event, { ref, type }) : null;
    if (seen && seen.newest >= fromMs && seen.newest < toMs) best = withOne(best, seen, atMost);
    looked += 1;
    if (looked % STRETCH === 0) await setImmediate();
  }
  return best;
}

const isBetter = (one: Standing, last: Standing | undefined): boolean => !last || bestStanding(one, last) < 0;

const withOne = (best: readonly Standing[], one: Standing, atMost: number): readonly Standing[] =>
  [...best, one].sort(bestStanding).slice(0, atMost);

export interface Wanted {
  readonly ref: number;
  readonly type: number;
  readonly span: Span | null;
}

/** Events after which others get their turn: the walk may be of all there are. */
const STRETCH = 100;

/**
 * By the ranking: who does not count can only take from what an event has there, so the walk down it ends where nothing below can
 * be better than what was found.
 */
async function bestIn(
  database: Database,
  sight: Limited,
  { ref, type, span }: Wanted,
  scope: number,
  atMost: number,
): Promise<readonly Standing[]> {
  const { fromMs, toMs } = boundsOf(span);
  let best: readonly Standing[] = [];
  let looked = 0;
  for (const ranked of walkFrom(database, { ref, scope, type, own: sight.own, fromMs })) {
    const last = best[atMost - 1];
    if (last && bestStanding(last, ranked) < 0) break;
    const one = standingWithin(database, sight, ranked.event, { ref, type });
    if (one && one.newest >= fromMs && one.newest < toMs) best = withOne(best, one, atMost);
    looked += 1;
    if (looked % STRETCH === 0) await setImmediate();
  }
  return best;
}

/** Those of the events that stand best by what counts, as far as they are in the span. */
export function bestAmong(
  database: Database,
  sight: Narrowed,
  events: readonly string[],
  span: Span | null,
  atMost: number,
): readonly Standing[] {
  const { fromMs, toMs } = boundsOf(span);
  return events
    .flatMap((event) => standingWithin(database, sight, event, null) ?? [])
    .filter(({ newest }) => newest >= fromMs && newest < toMs)
    .sort(bestStanding)
    .slice(0, atMost);
}

interface Walk {
  readonly ref: number;
  readonly scope: number;
  readonly type: number;
  readonly own: number;
  readonly fromMs: number;
}

/** Rows that are read at a time. */
const PAGE = 100;
/** Comes after every event's name. */
const AFTER_ALL = '~';

/** A row of a level of equal publishers, newest first; where a server adds to an event, its row stands for the operator's too. */
const LEVEL = `SELECT publishers, newest, event FROM ranking AS r
  WHERE ref = ? AND scope = ? AND type = ? AND publishers = ? AND newest >= ? AND (newest, event) < (?, ?)
    AND (scope = ? OR NOT EXISTS (SELECT 1 FROM event WHERE event.event = r.event AND event.scope = ?))
  ORDER BY newest DESC, event DESC LIMIT ${PAGE}`;

/** The events of a ref in the order of the ranking, as far as their newest article is not older than the span. */
function* walkFrom(database: Database, walk: Walk): Generator<Standing> {
  const { ref, scope, type, own, fromMs } = walk;
  for (let level = levelBelow(database, walk, null); level !== null; level = levelBelow(database, walk, level)) {
    let before: readonly [number, string] = [Number.MAX_SAFE_INTEGER, AFTER_ALL];
    for (let rows = 1; rows > 0; ) {
      const page = database.all(LEVEL, ref, scope, type, level, fromMs, ...before, own, own).map(standingOf);
      yield* page;
      const last = page.length === PAGE ? page.at(-1) : undefined;
      rows = last ? page.length : 0;
      if (last) before = [last.newest, last.event];
    }
  }
}

function levelBelow(database: Database, { ref, scope, type }: Walk, publishers: number | null): number | null {
  const sql =
    'SELECT max(publishers) AS level FROM ranking WHERE ref = ? AND scope = ? AND type = ? AND publishers < ?';
  return intOrNull(database.get(sql, ref, scope, type, publishers ?? Number.MAX_SAFE_INTEGER), 'level');
}
