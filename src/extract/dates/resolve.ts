import * as calendar from './day.ts';
import type { DateMeaning, DateMention, Step, Weekday } from './meaning.ts';

/** What a date is told against. */
export interface DateContext {
  /** `YYYY-MM-DD`, null where nobody knows: then only dates with a year of their own resolve. */
  readonly publishedOn: string | null;
  /** Of the event; null and `present` are read as past, which news mostly is. */
  readonly tense: 'past' | 'future' | 'present' | null;
}

/** First and last of it as ISO days, months or years, both included; null is open. */
interface Span {
  readonly from: string | null;
  readonly to: string | null;
}

type Of<K extends DateMeaning['kind']> = Extract<DateMeaning, { readonly kind: K }>;

/**
 * The date that a mention means, as `ClaimDate.iso` is written: a day, month or year, or `start/end` with either end open.
 * Never told against today: what needs the day of publication is null without it, as is a day that no calendar has.
 */
export function resolveDate(mention: DateMention, context: DateContext): string | null {
  const known = context.publishedOn !== null && calendar.isDay(context.publishedOn);
  const span = spanOf(mention.meaning, known ? context : { ...context, publishedOn: null });
  if (!span || (span.from === null && span.to === null)) return null;
  if (span.from === span.to) return span.from;
  const ordered = span.from === null || span.to === null || span.from <= span.to;
  return ordered ? `${span.from ?? ''}/${span.to ?? ''}` : null;
}

const at = (iso: string | null): Span | null => (iso === null ? null : { from: iso, to: iso });

function spanOf(meaning: DateMeaning, context: DateContext): Span | null {
  if (meaning.kind === 'calendar' && meaning.year !== undefined) return at(calendarIso(meaning, meaning.year));
  if (meaning.kind === 'season' && meaning.year !== undefined) return seasonIn(meaning.months, meaning.year);
  if (meaning.kind === 'range') return rangeSpan(meaning, context);
  const { publishedOn: on } = context;
  return on === null ? null : relativeSpan(meaning, on, context.tense === 'future');
}

function relativeSpan(meaning: Exclude<DateMeaning, Of<'range'>>, on: string, ahead: boolean): Span | null {
  switch (meaning.kind) {
    case 'calendar':
      return at(yearless(meaning, on, ahead));
    case 'weekday':
      return at(weekdayIso(meaning, on, ahead));
    case 'shift':
      return shifted(meaning, on, ahead);
    case 'trailing':
      return trailing(meaning, on);
    case 'season':
      return seasonIn(meaning.months, calendar.yearOf(on) + (meaning.step ?? 0));
    case 'night':
      return nightSpan(meaning, on, ahead);
    case 'same':
      return null;
  }
}

/**
 * From the first of the lower end to the last of the upper one. An end that is told by nothing but a weekday, or a day or
 * month without a year, is told from the other end. Since when something is so lies behind, whatever its tense.
 */
function rangeSpan({ from, to }: Of<'range'>, context: DateContext): Span | null {
  if (from === null || to === null) return openSpan(from, to, context);
  const ahead = context.tense === 'future';
  const first = spanOf(ahead ? from : to, context);
  const anchor = ahead ? first?.from : first?.to;
  if (!first || !anchor) return null;
  const other = ahead ? to : from;
  const second = spanOf(other, isLoose(other) ? { ...context, publishedOn: dayIn(anchor, ahead) } : context);
  if (!second) return null;
  return ahead ? { from: first.from, to: second.to } : { from: second.from, to: first.to };
}

function openSpan(from: DateMeaning | null, to: DateMeaning | null, context: DateContext): Span | null {
  const end = from ? spanOf(from, { ...context, tense: 'past' }) : to && spanOf(to, context);
  return end && (from ? { from: end.from, to: null } : { from: null, to: end.to });
}

const isLoose = (meaning: DateMeaning): boolean =>
  (meaning.kind === 'weekday' && meaning.step === undefined && meaning.weekStep === undefined) ||
  (meaning.kind === 'calendar' && [meaning.year, meaning.step, meaning.yearStep].every((told) => told === undefined));

/** The first or the last day of a day, month or year. */
function dayIn(iso: string, first: boolean): string {
  const [year, month] = [Number(iso.slice(0, 4)), iso.length > 4 ? Number(iso.slice(5, 7)) : first ? 1 : 12];
  if (iso.length > 7) return iso;
  return first
    ? `${calendar.isoMonth(year, month)}-01`
    : calendar.addDays(`${calendar.isoMonth(year, month + 1)}-01`, -1);
}

function calendarIso({ month, day }: Of<'calendar'>, year: number): string | null {
  if (month === undefined) return calendar.isoYear(year);
  return day === undefined ? calendar.isoMonth(year, month) : calendar.isoDay(year, month, day);
}

/** Farther than so many months nothing is told without its year: then the other side is meant. */
const FAR_MONTHS = 10;

/** A month or day without a year: the nearest one behind the day of writing, or ahead of it; that day itself is either. */
function yearless(meaning: Of<'calendar'>, on: string, ahead: boolean): string | null {
  const year = calendar.yearOf(on);
  if (meaning.yearStep !== undefined) return calendarIso(meaning, year + meaning.yearStep);
  if (meaning.step !== undefined) return stepped(meaning, on, meaning.step);
  const here = calendarIso(meaning, year);
  if (here === null) return calendarIso(meaning, ahead ? year + 1 : year - 1);
  const now = on.slice(0, here.length);
  if (here === now || (ahead ? here > now : here < now)) return here;
  const away = 12 - Math.abs((meaning.month ?? 0) - calendar.monthOf(on));
  return away > FAR_MONTHS ? here : calendarIso(meaning, ahead ? year + 1 : year - 1);
}

/** "last June": the nearest one before the month of writing; "next June": after it. */
function stepped(meaning: Of<'calendar'>, on: string, step: Step): string | null {
  const year = calendar.yearOf(on);
  const here = calendarIso(meaning, year);
  const now = on.slice(0, here?.length ?? 0);
  if (step === 0 || here === null) return here;
  const reached = step < 0 ? here < now : here > now;
  return reached ? here : calendarIso(meaning, year + step);
}

function weekdayIso({ weekday, step, weekStep }: Of<'weekday'>, on: string, ahead: boolean): string {
  if (weekStep !== undefined) return calendar.addDays(calendar.mondayOf(on), 7 * weekStep + weekday - 1);
  const since = daysSince(weekday, on);
  if (step === -1) return calendar.addDays(on, -(since || 7));
  if (step === 1) return calendar.addDays(on, 7 - since);
  return calendar.addDays(on, ahead && since > 0 ? 7 - since : -since);
}

/** Days from the last such weekday up to a day; 0 where it is one. */
const daysSince = (weekday: Weekday, on: string): number => (calendar.weekdayOf(on) - weekday + 7) % 7;

function shifted({ unit, by }: Of<'shift'>, on: string, ahead: boolean): Span | null {
  switch (unit) {
    case 'hour':
      return null;
    case 'day':
      return at(calendar.addDays(on, by));
    case 'week':
      return weekSpan(on, by, ahead);
    case 'weekend':
      return weekendSpan(on, by, ahead);
    case 'month':
      return at(calendar.isoMonth(calendar.yearOf(on), calendar.monthOf(on) + by));
    case 'year':
      return at(calendar.isoYear(calendar.yearOf(on) + by));
    case 'decade':
      return at(calendar.isoYear(calendar.yearOf(on) + 10 * by));
  }
}

/** Monday to Sunday; of this week only what is over, unless the event is ahead. */
function weekSpan(on: string, by: number, ahead: boolean): Span {
  const monday = calendar.addDays(calendar.mondayOf(on), 7 * by);
  return { from: monday, to: by === 0 && !ahead ? on : calendar.addDays(monday, 6) };
}

/** Saturday and Sunday; "the weekend" on its own is the last that has begun, or the next that is not over. */
function weekendSpan(on: string, by: number, ahead: boolean): Span {
  const saturday = calendar.addDays(calendar.mondayOf(on), 5);
  const begun = saturday <= on;
  const weeks = by === 0 ? (begun || ahead ? 0 : -1) : by;
  const from = calendar.addDays(saturday, 7 * weeks);
  return { from, to: calendar.addDays(from, 1) };
}

function trailing({ unit, by }: Of<'trailing'>, on: string): Span | null {
  const [year, month] = [calendar.yearOf(on), calendar.monthOf(on)];
  switch (unit) {
    case 'hour':
      return { from: calendar.addDays(on, -Math.ceil(by / 24)), to: on };
    case 'day':
      return { from: calendar.addDays(on, -by), to: on };
    case 'week':
      return { from: calendar.addDays(on, -7 * by), to: on };
    case 'month':
      return { from: sameDay(on, calendar.isoMonth(year, month - by)), to: on };
    case 'year':
      return { from: sameDay(on, calendar.isoMonth(year - by, month)), to: on };
    default:
      return null;
  }
}

/** The day of a month that has the number of another, or its last where there is none. */
function sameDay(on: string, month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const wanted = Number(on.slice(8));
  return calendar.isoDay(year, number, wanted) ?? calendar.addDays(`${calendar.isoMonth(year, number + 1)}-01`, -1);
}

function seasonIn([first, last]: readonly [number, number], year: number): Span {
  return { from: calendar.isoMonth(year, first), to: calendar.isoMonth(last < first ? year + 1 : year, last) };
}

/** From the day before to the day itself. */
function nightSpan({ of }: Of<'night'>, on: string, ahead: boolean): Span | null {
  const end = of ? relativeEnd(of, on, ahead) : on;
  return end !== null && calendar.isDay(end) ? { from: calendar.addDays(end, -1), to: end } : null;
}

const relativeEnd = (of: DateMeaning, on: string, ahead: boolean): string | null =>
  spanOf(of, { publishedOn: on, tense: ahead ? 'future' : 'past' })?.to ?? null;
