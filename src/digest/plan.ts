import type { Digest } from '../domain/digest.ts';
import type { DueDigest, Plan } from '../store/digest-contract.ts';
import { nextSlots, slotsBetween } from './slots.ts';

/** How long before its time a digest is put together, so that many of one minute are ready in time. */
const AHEAD_MS = 2 * 60_000;

/**
 * What is to be done next for a digest: of the slots that have passed, the last, where it is less than `catchUpMs` old; else the
 * one that is to be begun now. Whatever the clock has done, no slot is taken twice, and none is passed over that has not passed.
 */
export function planOf({ digest, decidedMs, ahead }: DueDigest, nowMs: number, catchUpMs: number): Plan {
  const { timetable } = digest;
  // Made by a clock that was fast, it counts from now.
  const fromMs = Math.max(Math.min(digest.fromMs, nowMs), decidedMs ?? Number.NEGATIVE_INFINITY);
  const passed = slotsBetween(timetable, fromMs, nowMs);
  const coming = nextSlots(timetable, nowMs, ahead.length + 2).filter((slot) => !ahead.includes(slot));
  const wakeFor = (slot: number | undefined): number | null => (slot === undefined ? null : slot - aheadOf(digest));
  const [last, first, second] = [passed.at(-1), coming[0], coming[1]];
  if (last !== undefined && nowMs - last < catchUpMs)
    return { take: last, missed: passed.slice(0, -1), wakeAtMs: wakeFor(first) };
  if (first !== undefined && first - aheadOf(digest) <= nowMs)
    return { take: first, missed: passed, wakeAtMs: wakeFor(second) };
  return { take: null, missed: passed, wakeAtMs: wakeFor(first) };
}

/** Longest that a digest waits past its time for moderators who would see it too late. */
const VETO_LATE_MS = 55 * 60_000;

/** How long moderators have at least from when they see it, in ms. */
export const vetoMs = ({ vetoMinutes }: Digest): number => Math.min((vetoMinutes ?? 0) * 60_000, VETO_LATE_MS);

/** How long before its slot a digest is begun, in ms. */
const aheadOf = ({ vetoMinutes }: Digest): number => AHEAD_MS + (vetoMinutes ?? 0) * 60_000;
