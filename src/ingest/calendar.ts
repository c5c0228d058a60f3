import { fold } from './fold.ts';

/** A calendar day that stands in a text, offsets half-open. */
export interface FoundDay {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

type Months = ReadonlyMap<string, number>;

/** A word or number with what it can mean in a date. */
interface Part {
  readonly number: number | null;
  readonly digits: number;
  readonly month: number | null;
  readonly start: number;
  readonly end: number;
}

const PART = /\p{L}[\p{L}'’]*|\d+/gu;
/** Between the parts of one date stand blanks and marks, an ordinal's ending, or "of". */
const BETWEEN = /^(?:\s{0,3}(?:st|nd|rd|th|-?(?:го|е|ого))?[\s.,/–-]{0,3}(?:of\s)?)$/iu;
const YEARS = { first: 1990, last: 2099 };

/** @returns YYYY-MM-DD; null where there is no such day */
export function dayOf(year: number, month: number, day: number): string | null {
  if (year < YEARS.first || year > YEARS.last) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** Days written with their year: "May 15, 2024", "15 May 2024", "2024-05-15", "15.05.2024"; in order. */
export function daysIn(text: string, months: Months): readonly FoundDay[] {
  const parts = partsOf(text, months);
  const found: FoundDay[] = [];
  for (let at = 0; at + 2 < parts.length; ) {
    const day = dayAt(text, parts.slice(at, at + 3));
    if (day !== null) found.push(day);
    at += day === null ? 1 : 3;
  }
  return found;
}

const partsOf = (text: string, months: Months): readonly Part[] =>
  Array.from(text.matchAll(PART), ({ 0: word, index }) => ({
    number: /^\d{1,4}$/.test(word) ? Number(word) : null,
    digits: word.length,
    month: months.get(fold(word)) ?? null,
    start: index,
    end: index + word.length,
  })).filter((part) => part.number !== null || part.month !== null || !ORDINAL.test(text.slice(part.start, part.end)));

const ORDINAL = /^(?:st|nd|rd|th|of|го|е|ого)$/iu;

function dayAt(text: string, parts: readonly Part[]): FoundDay | null {
  const [first, second, third] = parts;
  if (first === undefined || second === undefined || third === undefined) return null;
  if (!BETWEEN.test(text.slice(first.end, second.start)) || !BETWEEN.test(text.slice(second.end, third.start)))
    return null;
  const day = read(first, second, third, text.charAt(first.end));
  return day === null ? null : { day, start: first.start, end: third.end };
}

function read(a: Part, b: Part, c: Part, mark: string): string | null {
  if (a.month !== null) return isYear(c) && b.number !== null ? dayOf(c.number, a.month, b.number) : null;
  if (a.number === null) return null;
  if (b.month !== null) return isYear(c) ? dayOf(c.number, b.month, a.number) : null;
  if (b.number === null || c.number === null) return null;
  if (isYear(a)) return dayOf(a.number, b.number, c.number);
  return isYear(c) ? inFigures(a.number, b.number, c.number, mark) : null;
}

const isYear = (part: Part): part is Part & { readonly number: number } => part.digits === 4 && part.number !== null;

/** Day before month with dots; with slashes only where it can be told. */
function inFigures(a: number, b: number, year: number, mark: string): string | null {
  if (mark === '.' || a > 12 || a === b) return dayOf(year, b, a);
  return b > 12 ? dayOf(year, a, b) : null;
}

const URL_DAYS: readonly RegExp[] = [
  /[/_-]((?:19|20)\d\d)[/_-](0?[1-9]|1[0-2])[/_-](0?[1-9]|[12]\d|3[01])(?!\d)/,
  /\/((?:19|20)\d\d)\/(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/,
  /(?<!\d)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/,
];
const URL_NAMED = /\/((?:19|20)\d\d)\/(\p{L}{3,9})\/(0?[1-9]|[12]\d|3[01])(?!\d)/u;

/** The day that an address carries ("/2024/05/15/", "/2024/may/15/", "-2024-05-15"), YYYY-MM-DD. */
export function dayOfUrl(url: string, months: Months): string | null {
  const path = url
    .slice(0, 2_000)
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .replace(/[?#].*$/s, '');
  for (const pattern of URL_DAYS) {
    const [, year, month, day] = pattern.exec(path) ?? [];
    const found = year === undefined ? null : dayOf(Number(year), Number(month), Number(day));
    if (found !== null) return found;
  }
  const [, year, name, day] = URL_NAMED.exec(path) ?? [];
  const month = months.get(fold(name ?? ''));
  return month === undefined ? null : dayOf(Number(year), month, Number(day));
}
