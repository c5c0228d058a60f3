import { currentLanguage } from './preferences.ts';

/** Discord's timestamp styles: https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** A moment in Unix seconds, in the style of a Discord timestamp; `R` is relative to now. */
export function timestamp(seconds: number, style: string): string {
  return style === 'R' ? relative(seconds - Date.now() / 1000) : format(seconds, STYLES[style] ?? {});
}

export const fullTime = (seconds: number): string => format(seconds, STYLES.F ?? {});
export const shortTime = (seconds: number): string => format(seconds, STYLES.t ?? {});

function format(seconds: number, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime())
    ? String(seconds)
    : new Intl.DateTimeFormat(currentLanguage(), options).format(date);
}

function relative(seconds: number): string {
  const [unit, size] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}
