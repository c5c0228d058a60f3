import { DAY_MS, HOUR_MS } from '../domain/period.ts';

/** How long ago, in the largest unit that does not mislead. */
export type Age =
  | { readonly unit: 'today' | 'yesterday' }
  | { readonly unit: 'hour' | 'day' | 'week' | 'month' | 'year'; readonly n: number };

/**
 * Age of something published at `atMs`, always rounded down, by the calendar in UTC. An instant of exactly midnight UTC is
 * read as a day without a time, and gets no hours. What is dated later than `nowMs` counts as of today.
 */
export function ageOf(atMs: number, nowMs: number): Age {
  const months = wholeMonths(new Date(atMs), new Date(nowMs));
  if (months >= 24) return { unit: 'year', n: Math.floor(months / 12) };
  if (months >= 2) return { unit: 'month', n: months };
  const days = Math.floor(nowMs / DAY_MS) - Math.floor(atMs / DAY_MS);
  if (days >= 14) return { unit: 'week', n: Math.floor(days / 7) };
  const elapsedMs = nowMs - atMs;
  if (elapsedMs >= DAY_MS && days >= 2) return { unit: 'day', n: days };
  if (atMs % DAY_MS !== 0 && elapsedMs >= HOUR_MS) return { unit: 'hour', n: Math.floor(elapsedMs / HOUR_MS) };
  return { unit: days === 1 ? 'yesterday' : 'today' };
}

function wholeMonths(from: Date, to: Date): number {
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return to.getUTCDate() < from.getUTCDate() ? months - 1 : months;
}
