import { z } from 'zod';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** A stretch of publication time, half-open: `[fromMs, toMs)` in Unix ms. */
export const Span = z.strictObject({ fromMs: z.int(), toMs: z.int() }).readonly();
export type Span = z.infer<typeof Span>;

/** What a person asked for: the last so many hours, everything, or days `from` to `to`, both included, in UTC. */
export const Period = z.union([
  z
    .strictObject({
      lastHours: z
        .int()
        .positive()
        .max(24 * 366),
    })
    .readonly(),
  z.strictObject({ everything: z.literal(true) }).readonly(),
  z
    .strictObject({ from: z.iso.date(), to: z.iso.date() })
    .refine((p) => p.from <= p.to)
    .readonly(),
]);
export type Period = z.infer<typeof Period>;

const HOURS: Readonly<Record<string, number>> = { '24h': 24, '7d': 7 * 24, '30d': 30 * 24 };

/**
 * Reads `24h`, `7d`, `30d`, `all`, one day (`2024-05-15`) or two (`2024-05-10..2024-05-15`, also with a space or "to" between).
 * @returns null for anything else
 */
export function parsePeriod(text: string): Period | null {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === 'all' || trimmed === 'everything') return { everything: true };
  const lastHours = HOURS[trimmed.replace(/\s/g, '')];
  if (lastHours !== undefined) return { lastHours };
  const period = Period.safeParse(daysIn(trimmed));
  return period.success ? period.data : null;
}

/** Whether the text is two days in the wrong order. */
export function endsBeforeItBegins(text: string): boolean {
  const { from, to } = daysIn(text.trim().toLowerCase());
  return Period.safeParse({ from: to, to: from }).success && from !== to;
}

function daysIn(text: string): { readonly from: string | undefined; readonly to: string | undefined } {
  const days = /^(\d{4}-\d\d-\d\d)(?:(?:\s*(?:\.\.|–|\/|\bto\b)\s*|\s+)(\d{4}-\d\d-\d\d))?$/.exec(text);
  return { from: days?.[1], to: days?.[2] ?? days?.[1] };
}

/** The publication time a period covers when asked at `nowMs`; null covers everything, articles without a date included. */
export function spanOf(period: Period, nowMs: number): Span | null {
  if ('everything' in period) return null;
  if ('lastHours' in period) return { fromMs: nowMs - period.lastHours * HOUR_MS, toMs: nowMs + 1 };
  return { fromMs: Date.parse(period.from), toMs: Date.parse(period.to) + DAY_MS };
}
