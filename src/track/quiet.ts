import { zoneOf } from '../digest/zone.ts';
import { DAY_MS } from '../domain/period.ts';
import type { Track } from '../domain/track.ts';

const MINUTE_MS = 60_000;

type Hours = Pick<Track, 'quiet' | 'zone'>;

/**
 * When the quiet hours that an instant is in end; null: it is in none. By the clock on the wall: where that shows a time twice the
 * first counts, and a time that it leaves out is the instant at which it does.
 */
export function quietUntil({ quiet, zone }: Hours, atMs: number): number | null {
  if (quiet === null) return null;
  const { wallOf, instantsOn } = zoneOf(zone);
  const instantOf = (day: number, minute: number): number => instantsOn(day)(day * DAY_MS + minute * MINUTE_MS);
  const today = Math.floor(wallOf(atMs) / DAY_MS);
  const ends = [today - 1, today, today + 1].flatMap((day) => {
    const end = instantOf(quiet.to > quiet.from ? day : day + 1, quiet.to);
    return instantOf(day, quiet.from) <= atMs && atMs < end ? [end] : [];
  });
  return ends[0] ?? null;
}

/**
 * When the next new message may come: at the instant itself, or once the quiet hours and the limit of a day let it.
 * @param sentAtMs those before, ascending
 */
export function mayComeAt(track: Hours & Pick<Track, 'perDay'>, sentAtMs: readonly number[], atMs: number): number {
  const inTheWay = sentAtMs.at(-track.perDay);
  const freeMs = inTheWay === undefined ? atMs : Math.max(atMs, inTheWay + DAY_MS);
  return quietUntil(track, freeMs) ?? freeMs;
}
