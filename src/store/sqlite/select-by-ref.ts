import { CLAIM_TYPES, type ClaimType } from '../../domain/claim.ts';
import type { Span } from '../../domain/period.ts';
import type { Coverage } from '../contract.ts';
import { UNDATED_MS } from './count-article.ts';
import { type Database, int, intOrNull, type Row, text } from './database.ts';
import { boundsOf, type Sight } from './read-claims.ts';
import { type Standing, standingOf } from './standing.ts';

/** The events of a ref that most publishers report, then the newest, best first. Exact. */
export function bestEvents(
  database: Database,
  sight: Sight,
  ref: number,
  type: number,
  span: Span | null,
  atMost: number,
): readonly Standing[] {
  const scopes = [...new Set([sight.operator, sight.own])];
  const walks = scopes.map((scope) => walk(database, { ref, scope, type, own: sight.own }, boundsOf(span), atMost));
  const merged = walks.length === 1 ? walks.flat() : walks.flat().sort(bestFirst);
  return merged.slice(0, atMost).map(standingOf);
}

interface Line {
  readonly ref: number;
  readonly scope: number;
  readonly type: number;
  readonly own: number;
}

/** Down the levels of equal publishers, newest first on each: what lies out of the span is never visited. */
function walk(database: Database, line: Line, span: Span, atMost: number): readonly Row[] {
  const found: Row[] = [];
  let level = levelBelow(database, line, Number.MAX_SAFE_INTEGER);
  while (level !== null && found.length < atMost) {
    found.push(...eventsAt(database, line, level, span, atMost - found.length));
    level = levelBelow(database, line, level);
  }
  return found;
}

function levelBelow(database: Database, { ref, scope, type }: Line, publishers: number): number | null {
  const sql =
    'SELECT max(publishers) AS level FROM ranking WHERE ref = ? AND scope = ? AND type = ? AND publishers < ?';
  return intOrNull(database.get(sql, ref, scope, type, publishers), 'level');
}

/** Where a server adds claims of its own to an event, its row stands for the operator's too. */
function eventsAt(
  database: Database,
  { ref, scope, type, own }: Line,
  publishers: number,
  span: Span,
  atMost: number,
): readonly Row[] {
  return database.all(
    `SELECT publishers, newest, event FROM ranking AS r
     WHERE ref = ? AND scope = ? AND type = ? AND publishers = ? AND newest >= ? AND newest < ?
       AND (scope = ? OR NOT EXISTS (SELECT 1 FROM event WHERE event.event = r.event AND event.scope = ?))
     ORDER BY newest DESC, event DESC LIMIT ?`,
    ...[ref, scope, type, publishers, span.fromMs, span.toMs, own, own, atMost],
  );
}

function bestFirst(a: Row, b: Row): number {
  return (
    int(b, 'publishers') - int(a, 'publishers') ||
    int(b, 'newest') - int(a, 'newest') ||
    (text(a, 'event') < text(b, 'event') ? 1 : -1)
  );
}

/** Claims of each type that reach a ref, counted up to `atMost`. */
export function countByType(
  database: Database,
  sight: Sight,
  ref: number,
  span: Span | null,
  atMost: number,
): ReadonlyMap<ClaimType, number> {
  const scopes = [...new Set([sight.operator, sight.own])];
  const counts = CLAIM_TYPES.map((name, type): [ClaimType, number] => {
    const found = scopes.map((scope) =>
      span ? countIn(database, ref, scope, type, span, atMost) : tallyOf(database, ref, scope, type),
    );
    return [name, Math.min(atMost, sum(found))];
  });
  return new Map(counts.filter(([, count]) => count > 0));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Claims of a type that reach a ref and came out in the span, counted up to `atMost`. */
export function countIn(
  database: Database,
  ref: number,
  scope: number,
  type: number,
  span: Span,
  atMost: number,
): number {
  const { fromMs, toMs } = boundsOf(span);
  const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM mention
    WHERE ref = ? AND scope = ? AND type = ? AND published >= ? AND published < ? LIMIT ?)`;
  return int(database.get(sql, ref, scope, type, fromMs, toMs, atMost) ?? {}, 'n');
}

/** Claims of a type that reach a ref. */
export function tallyOf(database: Database, ref: number, scope: number, type: number): number {
  const row = database.get('SELECT claims FROM tally WHERE ref = ? AND scope = ? AND type = ?', ref, scope, type);
  return row ? int(row, 'claims') : 0;
}

/** Articles that reach a ref with a claim of one of these types. */
export function coverageOf(database: Database, sight: Sight, ref: number, types: readonly number[]): Coverage | null {
  const bits = types.reduce((all, type) => all | (1 << type), 0);
  const row =
    database.get(
      `SELECT coalesce(sum(articles), 0) AS articles, count(DISTINCT publisher) AS publishers, coalesce(sum(undated), 0) AS undated
     FROM cover WHERE ref = ? AND scope IN (?, ?) AND types & ? <> 0`,
      ...[ref, sight.operator, sight.own, bits],
    ) ?? {};
  const articles = int(row, 'articles');
  if (articles === 0) return null;
  const ends = [...new Set([sight.operator, sight.own])].flatMap((scope) =>
    types.flatMap((type) => endsOf(database, ref, scope, type)),
  );
  return {
    articles,
    publishers: int(row, 'publishers'),
    undated: int(row, 'undated'),
    oldestAtMs: ends.length > 0 ? Math.min(...ends) : null,
    newestAtMs: ends.length > 0 ? Math.max(...ends) : null,
  };
}

/** The first and the last dated publication; none where nothing is dated. Each is one seek. */
function endsOf(database: Database, ref: number, scope: number, type: number): readonly number[] {
  return ['min', 'max'].flatMap((end) => {
    const sql = `SELECT ${end}(published) AS at FROM mention WHERE ref = ? AND scope = ? AND type = ? AND published > ?`;
    const at = intOrNull(database.get(sql, ref, scope, type, UNDATED_MS), 'at');
    return at === null ? [] : [at];
  });
}
