import { type Match, phraseAt } from '../quantities/phrase.ts';
import type { Token } from '../quantities/token.ts';
import type { DateLexicon } from './lexicon.ts';
import type { DateMeaning } from './meaning.ts';

export type Calendar = Extract<DateMeaning, { readonly kind: 'calendar' }>;
/** A meaning over the tokens from where it was looked for up to `next`. */
export type Read<T extends DateMeaning = DateMeaning> = Match<T>;

const [FIRST_YEAR, LAST_YEAR] = [1900, 2099];

/** A calendar date at token `at`: "9 May 2024", "May 9", "May 2024", "2024-05-09", "in 2014"; null where there is none. */
export function calendarAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read<Calendar> | null {
  return (
    numericAt(tokens, at) ??
    dayFirstAt(tokens, at, lexicon) ??
    (lexicon.monthFirst ? monthFirstAt(tokens, at, lexicon) : null) ??
    monthAloneAt(tokens, at, lexicon) ??
    feastAt(tokens, at, lexicon) ??
    yearAloneAt(tokens, at, lexicon)
  );
}

const numberOf = (token: Token | undefined): number | null =>
  token?.kind === 'number' && /^\d+$/.test(token.text) ? Number(token.text) : null;

/** A day of the month, its ordinal ending passed. */
export function dayAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Match<number> | null {
  const token = tokens[at];
  const day = token && token.text.length <= 2 ? numberOf(token) : null;
  if (day === null || day < 1 || day > 31) return null;
  const ending = tokens[at + 1]?.text === '-' ? at + 2 : at + 1;
  const ordinal = tokens[ending]?.glued && lexicon.ordinals.has(tokens[ending]?.text ?? '');
  return { value: day, next: ordinal ? ending + 1 : at + 1 };
}

/** A month's name; the full stop of a short form is passed. "MAY" is no month. */
export function monthAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Match<number> | null {
  const token = tokens[at];
  const month = token?.kind === 'word' ? lexicon.months.get(token.text) : undefined;
  if (!token || month === undefined || (lexicon.capitals && !token.capital)) return null;
  if (token.upper && lexicon.wordsToo.has(token.text)) return null;
  const dot = tokens[at + 1]?.text === '.' && tokens[at + 1]?.glued && token.text.length <= 4;
  const follows = tokens[at + 2]?.kind === 'number' || tokens[at + 2]?.capital === false;
  return { value: month, next: dot && follows ? at + 2 : at + 1 };
}

/** Four digits that may be a year; a word for "year" behind them is passed. */
function yearAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Match<number> | null {
  const token = tokens[at];
  const year = token?.text.length === 4 ? numberOf(token) : null;
  if (year === null || year < FIRST_YEAR || year > LAST_YEAR) return null;
  const hyphen = tokens[at + 1]?.glued && tokens[at + 1]?.text === '-';
  const ending = hyphen && tokens[at + 2]?.glued ? tokens[at + 2] : undefined;
  if (ending?.kind === 'word') {
    if (!lexicon.ordinals.has(ending.text)) return null;
    return { value: year, next: at + 3 };
  }
  return { value: year, next: lexicon.yearWords.has(tokens[at + 1]?.text ?? '') ? afterDot(tokens, at + 2) : at + 1 };
}

const afterDot = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.text === '.' && tokens[at]?.glued && tokens[at - 1]?.text.length === 1 && !tokens[at + 1]?.capital
    ? at + 1
    : at;

/** "2024-05-09", "09.05.2024" */
function numericAt(tokens: readonly Token[], at: number): Read<Calendar> | null {
  const text = tokens[at]?.text ?? '';
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (dotted) return dated(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]), at + 1);
  const [year, dash, month, again, day] = tokens.slice(at, at + 5);
  const dashed = dash?.text === '-' && dash.glued && again?.text === '-' && again.glued && month?.text.length === 2;
  return dashed && year?.text.length === 4
    ? dated(numberOf(year), numberOf(month), day?.text.length === 2 ? numberOf(day) : null, at + 5)
    : null;
}

function dated(year: number | null, month: number | null, day: number | null, next: number): Read<Calendar> | null {
  const holds = year !== null && month !== null && day !== null && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return holds ? { value: { kind: 'calendar', year, month, day }, next } : null;
}

/** Puts the year to a day or month, where one follows, or the words for it ("of last year"). */
function withYear(tokens: readonly Token[], read: Read<Calendar>, lexicon: DateLexicon): Read<Calendar> {
  const { next, value } = read;
  const of = phraseAt(tokens, next, lexicon.of)?.next ?? next;
  const comma = value.day !== undefined && tokens[next]?.text === ',' ? next + 1 : next;
  for (const from of new Set([next, comma, of])) {
    const year = yearAt(tokens, from, lexicon);
    if (year) return { value: { ...value, year: year.value }, next: year.next };
    const step = phraseAt(tokens, from, lexicon.relatives);
    if (step && lexicon.units.get(tokens[step.next]?.text ?? '') === 'year')
      return { value: { ...value, yearStep: step.value }, next: step.next + 1 };
  }
  return read;
}

function dayFirstAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read<Calendar> | null {
  const day = dayAt(tokens, at, lexicon);
  const of = day ? (phraseAt(tokens, day.next, lexicon.of)?.next ?? day.next) : at;
  const month = day ? monthAt(tokens, of, lexicon) : null;
  if (!day || !month) return null;
  return withYear(
    tokens,
    { value: { kind: 'calendar', month: month.value, day: day.value }, next: month.next },
    lexicon,
  );
}

function monthFirstAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read<Calendar> | null {
  const month = monthAt(tokens, at, lexicon);
  const the = tokens[month?.next ?? at]?.text === 'the' ? 1 : 0;
  const day = month ? dayAt(tokens, month.next + the, lexicon) : null;
  if (!month || !day || isClock(tokens, day.next)) return null;
  return withYear(tokens, { value: { kind: 'calendar', month: month.value, day: day.value }, next: day.next }, lexicon);
}

/** "May 9:30" tells a time. */
const isClock = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === ':' && tokens[at]?.glued === true && tokens[at + 1]?.kind === 'number';

/** A month with a year or without; one that is another word too needs a year or a mark before it. */
function monthAloneAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read<Calendar> | null {
  const month = monthAt(tokens, at, lexicon);
  if (!month) return null;
  const read = withYear(tokens, { value: { kind: 'calendar', month: month.value }, next: month.next }, lexicon);
  if (read.value.year !== undefined || read.value.yearStep !== undefined) return read;
  const word = tokens[at]?.text ?? '';
  return !lexicon.wordsToo.has(word) || isMarked(tokens, at, lexicon.monthMarks) ? read : null;
}

/** Whether the word before, hyphen aside, is one of the marks. */
const isMarked = (tokens: readonly Token[], at: number, marks: ReadonlySet<string>): boolean =>
  marks.has(tokens[tokens[at - 1]?.text === '-' ? at - 2 : at - 1]?.text ?? '');

/** "Ukraine's 2022 …" */
const isOwned = (tokens: readonly Token[], at: number): boolean => (tokens[at - 1]?.text ?? '').endsWith("'s");

function feastAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read<Calendar> | null {
  const feast = tokens[at]?.capital ? phraseAt(tokens, at, lexicon.feasts) : null;
  if (!feast) return null;
  const [month, day] = feast.value;
  return withYear(tokens, { value: { kind: 'calendar', month, day }, next: feast.next }, lexicon);
}

/** A year by itself, where something tells that it is one and it counts nothing. */
function yearAloneAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read<Calendar> | null {
  const year = yearAt(tokens, at, lexicon);
  if (!year || (tokens[at]?.glued && tokens[at - 1]?.kind !== 'sign')) return null;
  const named = year.next > at + 1;
  const marked = isMarked(tokens, at, lexicon.yearMarks) || isOwned(tokens, at) || tokens[at - 1]?.text === '(';
  return named || marked ? { value: { kind: 'calendar', year: year.value }, next: year.next } : null;
}
