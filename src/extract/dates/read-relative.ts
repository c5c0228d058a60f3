import { type Match, phraseAt, phraseBefore } from '../quantities/phrase.ts';
import type { Token } from '../quantities/token.ts';
import type { DateLexicon } from './lexicon.ts';
import type { Step, Unit, Weekday } from './meaning.ts';
import { calendarAt, monthAt, type Read } from './read-calendar.ts';

/** A date that is told from the day of writing, at token `at`; null where there is none. */
export function relativeAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read | null {
  return (
    sameAt(tokens, at, lexicon) ??
    nightAt(tokens, at, lexicon) ??
    agoAt(tokens, at, lexicon) ??
    trailingAt(tokens, at, lexicon) ??
    dayWordAt(tokens, at, lexicon) ??
    weekdayAt(tokens, at, lexicon) ??
    steppedAt(tokens, at, lexicon) ??
    seasonAt(tokens, at, lexicon) ??
    loneAt(tokens, at, lexicon)
  );
}

function sameAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read | null {
  const same = phraseAt(tokens, at, lexicon.same);
  return same ? { value: { kind: 'same' }, next: same.next } : null;
}

/** "overnight", and the night before a day that is told: "overnight into Tuesday". */
function nightAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read | null {
  const before = phraseAt(tokens, at, lexicon.nightOf);
  const of = before ? (calendarAt(tokens, before.next, lexicon) ?? weekdayNameAt(tokens, before.next, lexicon)) : null;
  if (of) return { value: { kind: 'night', of: of.value }, next: of.next };
  const night = phraseAt(tokens, at, lexicon.nights);
  return night ? { value: { kind: 'night' }, next: night.next } : null;
}

/** "the past 24 hours", "the last week" */
function trailingAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read | null {
  const opened = phraseAt(tokens, at, lexicon.trailing);
  if (!opened) return null;
  const count = numberAt(tokens, opened.next, lexicon);
  const unit = unitAt(tokens, count?.next ?? opened.next, lexicon);
  if (!unit || unit.value === 'weekend') return null;
  const several = lexicon.plurals.has(tokens[unit.next - 1]?.text ?? '');
  const stepped = steppedAt(tokens, at, lexicon)?.next === unit.next && opened.next === at + 1;
  return !count && (several || stepped)
    ? null
    : { value: { kind: 'trailing', unit: unit.value, by: count?.value ?? 1 }, next: unit.next };
}

const MOST_UNITS = 500;

function numberAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Match<number> | null {
  const text = tokens[at]?.text ?? '';
  const value = /^\d{1,3}$/.test(text) ? Number(text) : lexicon.numbers.get(text);
  return value !== undefined && value > 0 && value <= MOST_UNITS ? { value, next: at + 1 } : null;
}

/** A word without the ending that makes it a possessive ("Sunday's"). */
export function bare(token: Token | undefined): string {
  const text = token?.text ?? '';
  return text.endsWith("'s") ? text.slice(0, -2) : text;
}

function unitAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Match<Unit> | null {
  const unit = lexicon.units.get(bare(tokens[at]));
  return unit ? { value: unit, next: at + 1 } : null;
}

/** "two weeks ago", "через неделю"; weeks ago are counted in days. */
function agoAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read | null {
  const ahead = phraseAt(tokens, at, lexicon.hence);
  const from = ahead?.next ?? at;
  const count = numberAt(tokens, from, lexicon);
  const unit = unitAt(tokens, count?.next ?? from, lexicon);
  if (!unit) return null;
  const ago = phraseAt(tokens, unit.next, lexicon.ago);
  const several = !count && lexicon.plurals.has(tokens[from]?.text ?? '');
  if ((!ago && !ahead) || several || unit.value === 'hour' || unit.value === 'weekend') return null;
  const by = (count?.value ?? 1) * (ago ? -1 : 1);
  const week = unit.value === 'week';
  return {
    value: { kind: 'shift', unit: week ? 'day' : unit.value, by: week ? by * 7 : by },
    next: ago?.next ?? unit.next,
  };
}

function dayWordAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read | null {
  const day = phraseAt(tokens, at, lexicon.days);
  return day ? { value: { kind: 'shift', unit: 'day', by: day.value }, next: day.next } : null;
}

function weekdayNameAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read | null {
  const weekday = lexicon.weekdays.get(bare(tokens[at]));
  if (weekday === undefined || (lexicon.capitals && !tokens[at]?.capital)) return null;
  const dot = tokens[at]?.text.length !== 3 || tokens[at + 1]?.text !== '.' ? 0 : 1;
  return { value: { kind: 'weekday', weekday }, next: at + 1 + dot };
}

/** "Friday", "last Friday", "Friday last week", "Friday night"; "Friday, May 9" is the ninth of May. */
function weekdayAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read | null {
  const step = phraseAt(tokens, at, lexicon.relatives);
  const name = weekdayNameAt(tokens, step?.next ?? at, lexicon);
  if (name?.value.kind !== 'weekday' || (!step && !mayBeWeekday(tokens, at, lexicon))) return null;
  const comma = tokens[name.next]?.text === ',' ? name.next + 1 : name.next;
  const calendar = calendarAt(tokens, comma, lexicon);
  if (calendar?.value.day !== undefined) return calendar;
  return withParts(tokens, name.value.weekday, step?.value, name.next, lexicon);
}

function mayBeWeekday(tokens: readonly Token[], at: number, lexicon: DateLexicon): boolean {
  const before = tokens[at - 1]?.text ?? '';
  if (lexicon.weekdaySpoilers.has(before)) return false;
  return lexicon.weekdayMarks.size === 0 || lexicon.weekdayMarks.has(before);
}

function withParts(
  tokens: readonly Token[],
  weekday: Weekday,
  step: Step | undefined,
  from: number,
  lexicon: DateLexicon,
): Read {
  const next = lexicon.dayParts.has(tokens[from]?.text ?? '') ? from + 1 : from;
  const week = phraseAt(tokens, next, lexicon.relatives);
  const told = week && lexicon.units.get(bare(tokens[week.next])) === 'week';
  if (told) return { value: { kind: 'weekday', weekday, weekStep: week.value }, next: week.next + 1 };
  return { value: { kind: 'weekday', weekday, ...(step !== undefined && { step }) }, next };
}

const STEPPED: ReadonlySet<Unit> = new Set(['week', 'weekend', 'month', 'year']);

/** "last week", "this month", "last June", "next summer" */
function steppedAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read | null {
  const step = phraseAt(tokens, at, lexicon.relatives);
  if (!step) return null;
  const unit = unitAt(tokens, step.next, lexicon);
  if (unit && STEPPED.has(unit.value) && !lexicon.plurals.has(tokens[step.next]?.text ?? ''))
    return { value: { kind: 'shift', unit: unit.value, by: step.value }, next: unit.next };
  const month = monthAt(tokens, step.next, lexicon);
  if (month) return { value: { kind: 'calendar', month: month.value, step: step.value }, next: month.next };
  const months = lexicon.seasons.get(bare(tokens[step.next]));
  return months ? { value: { kind: 'season', months, step: step.value }, next: step.next + 1 } : null;
}

/** "the summer of 2014", "летом 2014 года" */
function seasonAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read | null {
  const months = lexicon.seasons.get(tokens[at]?.text ?? '');
  if (!months) return null;
  const from = phraseAt(tokens, at + 1, lexicon.of)?.next ?? at + 1;
  const year = calendarAt(tokens, from, lexicon);
  if (year?.value.year !== undefined && year.value.month === undefined)
    return { value: { kind: 'season', months, year: year.value.year }, next: year.next };
  const step = phraseAt(tokens, from, lexicon.relatives);
  const told = step && lexicon.units.get(tokens[step.next]?.text ?? '') === 'year';
  return told ? { value: { kind: 'season', months, step: step.value }, next: step.next + 1 } : null;
}

/** "over the weekend", "the end of the month" */
function loneAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read | null {
  const lone = phraseAt(tokens, at, lexicon.loneUnits);
  if (lone) return { value: { kind: 'shift', unit: lone.value[0], by: lone.value[1] }, next: lone.next };
  const part = phraseBefore(tokens, at, lexicon.parts) && phraseAt(tokens, at, lexicon.partUnits);
  return part ? { value: { kind: 'shift', unit: part.value, by: 0 }, next: part.next } : null;
}
