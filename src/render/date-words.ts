import type { Claim } from '../domain/claim.ts';
import type { Language } from '../domain/language.ts';
import { messagesIn } from './messages/in-language.ts';
import { perLanguage } from './per-language.ts';
import { quoted } from './quoted.ts';

const days = perLanguage((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
const months = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
);

/** The day of an instant in UTC: "15 May 2024", "15 травня 2024 р.". */
export const dayWords = (atMs: number, language: Language): string => days(language).format(atMs);

/** An instant in UTC to the minute: "15 May 2024, 12:00 UTC". */
export function instantWords(atMs: number, language: Language): string {
  return `${dayWords(atMs, language)}, ${new Date(atMs).toISOString().slice(11, 16)} UTC`;
}

/** Does as `dayWords`, and puts each day into words only once: ICU is slow. */
export function rememberedDays(language: Language): (atMs: number) => string {
  const known = new Map<number, string>();
  return (atMs) => {
    const words = known.get(atMs) ?? dayWords(atMs, language);
    known.set(atMs, words);
    return words;
  };
}

/**
 * Two days and all between, both included: "14–15 May 2024"; one day where they are the same.
 * @param dayOf `dayWords` in that language
 */
export function dayRangeWords(
  fromMs: number,
  toMs: number,
  language: Language,
  dayOf = (atMs: number): string => dayWords(atMs, language),
): string {
  const [from, to] = [new Date(fromMs), new Date(toMs)];
  const last = dayOf(toMs);
  const isOneMonth = from.getUTCMonth() === to.getUTCMonth() && from.getUTCFullYear() === to.getUTCFullYear();
  // ICU puts spaces of a kind of its own around the dash.
  if (!isOneMonth || fromMs > toMs) return days(language).formatRange(fromMs, toMs).replaceAll('\u2009', ' ');
  // In both languages the day stands first; ICU takes ten times as long to find that out.
  return from.getUTCDate() === to.getUTCDate() ? last : `${from.getUTCDate()}–${last}`;
}

type ClaimDate = NonNullable<Claim['date']>;

/** The date that is printed beside a claim; an excerpt tells its own, and what was made of it is not sure. */
export const toldDate = ({ mode, date }: Pick<Claim, 'mode' | 'date'>): ClaimDate | undefined =>
  mode === 'excerpt' ? undefined : date;

/** A claim's date in words, from its ISO form; where that is missing or no real date, the article's own words in quotation marks. */
export function claimDateWords(date: ClaimDate, language: Language): string {
  return calendarWords(date, language) ?? quoted(date.text, language);
}

/** A claim's date in words, from its ISO form; null where that is missing or no real date. */
export function calendarWords({ iso = '' }: ClaimDate, language: Language): string | null {
  const [from, to] = iso.split('/');
  const { since, until } = messagesIn(language).line;
  if (to === undefined) return partWords(from ?? '', language);
  if (!from) return wrap(until, boundaryWords(to, language));
  if (!to) return wrap(since, boundaryWords(from, language));
  return rangeWords(from, to, language);
}

const wrap = (put: (date: string) => string, date: string | null): string | null => (date === null ? null : put(date));

function rangeWords(from: string, to: string, language: Language): string | null {
  const [first, last] = [partWords(from, language), partWords(to, language)];
  if (first === null || last === null) return null;
  if (from.length !== to.length || from > to) return `${first} – ${last}`;
  if (from.length === 10) return dayRangeWords(Date.parse(from), Date.parse(to), language);
  if (from.length === 4) return `${from}–${last}`;
  return from.slice(0, 4) === to.slice(0, 4) ? `${monthName(from, language)} – ${last}` : `${first} – ${last}`;
}

/** `Date.parse` rolls 30 February over into March, and refuses a thirteenth month. */
const isReal = (part: string): boolean => {
  const ms = Date.parse(part);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(part);
};

/** ICU is slow, and the dates of an answer are few; all are forgotten when they become many. */
const knownParts = new Map<string, string | null>();
const PARTS_REMEMBERED = 2_000;

/** A day, month or year by itself. */
function partWords(part: string, language: Language): string | null {
  const key = `${language} ${part}`;
  const before = knownParts.get(key);
  if (before !== undefined) return before;
  if (knownParts.size >= PARTS_REMEMBERED) knownParts.clear();
  const words = workedOut(part, language);
  knownParts.set(key, words);
  return words;
}

function workedOut(part: string, language: Language): string | null {
  if (!isReal(part)) return null;
  if (part.length === 4) return tailOfDay(part, 'year', language);
  return (part.length === 10 ? days : months)(language).format(Date.parse(part));
}

/** A month without its year. */
function monthName(part: string, language: Language): string {
  return (
    months(language)
      .formatToParts(Date.parse(part))
      .find(({ type }) => type === 'month')?.value ?? part
  );
}

/** After a preposition: there the month takes the form that it has beside a day (Ukrainian: травень, з травня). */
function boundaryWords(part: string, language: Language): string | null {
  return part.length === 7 && isReal(part) ? tailOfDay(part, 'month', language) : partWords(part, language);
}

/** What a day reads like from its month or its year on: "травня 2024 р.", "2024 р.". */
function tailOfDay(part: string, from: 'month' | 'year', language: Language): string {
  const parts = days(language).formatToParts(Date.parse(part));
  return parts
    .slice(parts.findIndex(({ type }) => type === from))
    .map(({ value }) => value)
    .join('');
}
