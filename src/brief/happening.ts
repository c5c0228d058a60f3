import { publishedAtMs } from '../domain/article.ts';
import { DAY_MS, type Span } from '../domain/period.ts';
import type { SourcedClaim } from '../domain/sourced-claim.ts';

/** How far before its publication an undated happening may lie and still be taken for the same one. */
const UNDATED_DAYS = 1;
/** A named sum between two parties is rare enough to be one package over a longer time. */
const UNDATED_PACKAGE_DAYS = 45;

/** Each claim is compared with many: what its dates come to is worked out once. */
const known = new WeakMap<SourcedClaim, Span | null>();

/**
 * When what a claim tells of may have happened, half-open in Unix ms: the date given, or the last day or so before
 * publication. null where neither the claim nor its article has a date.
 */
export function happeningOf(one: SourcedClaim): Span | null {
  const before = known.get(one);
  if (before !== undefined) return before;
  const happening = workedOut(one);
  known.set(one, happening);
  return happening;
}

function workedOut({ claim, article }: SourcedClaim): Span | null {
  const publishedMs = publishedAtMs(article);
  if (claim.date?.iso) return isoSpan(claim.date.iso, publishedMs);
  if (publishedMs === null) return null;
  const days = claim.type === 'aid' && claim.amount ? UNDATED_PACKAGE_DAYS : UNDATED_DAYS;
  return { fromMs: publishedMs - days * DAY_MS, toMs: publishedMs + 1 };
}

/** Whether two claims may tell of one happening; without a time on either side they may not. */
export function mayCoincide(a: SourcedClaim, b: SourcedClaim): boolean {
  const [one, other] = [happeningOf(a), happeningOf(b)];
  return one !== null && other !== null && one.fromMs < other.toMs && other.fromMs < one.toMs;
}

/** Before any article: the start of an open range. */
const EARLIEST_MS = Date.UTC(1900, 0);

/**
 * The days of a resolved date, half-open in Unix ms; null for what is no real date.
 * @param publishedMs ends what is still open
 */
export function isoSpan(iso: string, publishedMs: number | null): Span | null {
  const [start = '', end = start] = iso.split('/');
  const fromMs = start === '' ? EARLIEST_MS : Date.parse(start);
  const toMs = end === '' ? (publishedMs ?? fromMs) + 1 : endOf(end);
  return Number.isNaN(fromMs) || Number.isNaN(toMs) ? null : { fromMs, toMs: Math.max(toMs, fromMs + 1) };
}

/** First ms after a year, month or day. */
function endOf(iso: string): number {
  const [year = Number.NaN, month, day] = iso.split('-').map(Number);
  if (month === undefined) return Date.UTC(year + 1, 0);
  return day === undefined ? Date.UTC(year, month) : Date.UTC(year, month - 1, day + 1);
}
