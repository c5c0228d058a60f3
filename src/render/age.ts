import { DAY_MS, HOUR_MS } from '../domain/period.ts';

/** How long ago, in the largest unit that does not mislead. */
export type Age =
  | { readonly unit: 'today' | 'yesterday' }
  | { readonly unit: 'hour' | 'day' | 'month' | 'year'; readonly n: number };

const MONTH_MS = 30.44 * DAY_MS;
const YEAR_MS = 365.25 * DAY_MS;

/**
 * Age of something published at `atMs`, always rounded down. An instant of exactly midnight UTC is read as a day without
 * a time, and gets no hours. What is dated later than `nowMs` counts as of today.
 */
export function ageOf(atMs: number, nowMs: number): Age {
  const elapsedMs = nowMs - atMs;
  if (elapsedMs >= 2 * YEAR_MS) return { unit: 'year', n: Math.floor(elapsedMs / YEAR_MS) };
  if (elapsedMs >= 2 * MONTH_MS) return { unit: 'month', n: Math.floor(elapsedMs / MONTH_MS) };
  const days = Math.floor(nowMs / DAY_MS) - Math.floor(atMs / DAY_MS);
  if (elapsedMs >= DAY_MS && days >= 2) return { unit: 'day', n: days };
  if (atMs % DAY_MS !== 0 && elapsedMs >= HOUR_MS) return { unit: 'hour', n: Math.floor(elapsedMs / HOUR_MS) };
  return { unit: days === 1 ? 'yesterday' : 'today' };
}
