import { DAY_MS } from '../domain/period.ts';

const MINUTE_MS = 60_000;
/** No feed is asked more often, whatever it holds. */
export const SHORTEST_MS = 5 * MINUTE_MS;
/** Nor more seldom, for as long as it can be read. */
export const LONGEST_MS = DAY_MS;
/** Where nothing is known of a feed yet. */
export const FIRST_MS = 30 * MINUTE_MS;
/** A feed that fails is asked again within this, however long it has failed. */
const LONGEST_PAUSE_MS = 6 * 60 * MINUTE_MS;
/** What a server may ask us to wait, at most: one that says "a year" is mistaken. */
const LONGEST_WISH_MS = 7 * DAY_MS;

/** Pauses are spread by so much to either side, so that feeds that were added together are not asked together for ever. */
const JITTER = 0.1;

/** How long the pause between two readings of a feed is, in ms: half as long after something new, half as long again after nothing. */
export const pacedAfter = (intervalMs: number, isNew: boolean): number =>
  Math.round(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, intervalMs * (isNew ? 0.5 : 1.5))));

/** The pause after a reading that went well, in ms: never shorter than the server says that its answer stays good, up to a day. */
export const pauseAfterReading = (intervalMs: number, freshForMs: number | null): number =>
  Math.max(intervalMs, Math.min(freshForMs ?? 0, LONGEST_MS));

/** The pause after so many failures in a row, in ms: twice as long after each; as long as the server asks where that is longer. */
export function pauseAfterFailure(failures: number, retryAfterMs: number | null): number {
  const growing = Math.min(LONGEST_PAUSE_MS, SHORTEST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.max(growing, Math.min(retryAfterMs ?? 0, LONGEST_WISH_MS));
}

/** @param random from 0 up to 1 */
export const spread = (ms: number, random: number): number => Math.round(ms * (1 - JITTER + 2 * JITTER * random));
