import { dayOf, daysIn } from './calendar.ts';

const MOST_CHARS = 100;
/** ISO 8601 without marks: 20240515, 20240515T103000Z. */
const BASIC = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(?!\d)/i;
const CLOCK =
  /(?:(?<=\d)T|(?<![\d:+-])|(?<=\d-\d\d-\d\d))\s?(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(?![\d:])\s?(?:([ap])\.?m\b\.?)?/i;
const OFFSET = /^\s*\(?(?:GMT|UTC|UT|Z)?\s?([+-]\d\d?):?(\d\d)?(?!\d)/i;
const ZONE_NAME = /^\s*\(?([A-Z]{1,5})\b/i;
/** "15 Jan 24", "15-Jan-24": https://www.rfc-editor.org/rfc/rfc822#section-5 */
const SHORT_YEAR = /(\d{1,2}[\s-]\p{L}{3,10}\.?[\s-])(\d\d)(?!\d)/u;

/**
 * Hours ahead of UTC of the zones that feeds name: those of mail (https://www.rfc-editor.org/rfc/rfc5322#section-4.3), and
 * those of other places that no two share (BST, IST and CST in Asia are left out or taken as mail has them).
 */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  WET: 0,
  WEST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  TRT: 3,
  EAT: 3,
  SAST: 2,
  JST: 9,
  KST: 9,
  AEST: 10,
  AEDT: 11,
};

interface Clock {
  /** HH:MM:SS */
  readonly time: string;
  /** `Z` or ±HH:MM; null where none is given, or none that is known. */
  readonly zone: string | null;
  /** The value without the time of day. */
  readonly rest: string;
}

/**
 * Reads a date as feeds and pages give it, whatever zone the machine is in: ISO 8601, the form of mail, that of C, or words
 * with a year.
 * @param assumed `Z` or ±HH:MM, for a time of day that names no zone; null: such a date is taken for its day alone
 * @returns ISO 8601: the instant in its own zone, so that its day is the publisher's, or the day; null: no date is in it
 */
export function readDate(value: string, months: ReadonlyMap<string, number>, assumed: string | null): string | null {
  const given = value.trim().slice(0, MOST_CHARS).replace(BASIC, withMarks);
  const clock = clockIn(given);
  const day = dayIn(clock?.rest ?? given, months);
  const zone = clock?.zone ?? assumed;
  if (day === null || clock === null || zone === null) return day;
  return `${day}T${clock.time}${zone}`;
}

function withMarks(
  whole: string,
  year: string,
  month: string,
  day: string,
  hour?: string,
  minute?: string,
  second = '00',
) {
  if (dayOf(Number(year), Number(month), Number(day)) === null) return whole;
  return `${year}-${month}-${day}${hour === undefined ? '' : `T${hour}:${minute}:${second}`}`;
}

function dayIn(text: string, months: ReadonlyMap<string, number>): string | null {
  const [found] = daysIn(text, months);
  if (found !== undefined) return found.day;
  const whole = text.replace(
    SHORT_YEAR,
    (_, start: string, year: string) => `${start}${Number(year) < 50 ? 20 : 19}${year}`,
  );
  return daysIn(whole, months)[0]?.day ?? null;
}

/** null: it tells no time of day, or one that no day has. */
function clockIn(text: string): Clock | null {
  const found = CLOCK.exec(text);
  if (found === null) return null;
  const [whole, hours = '', minutes = '', seconds = '00', half] = found;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const behind = zoneAt(text.slice(found.index + whole.length));
  const time = [hour, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
  return { time, zone: behind.zone, rest: `${text.slice(0, found.index)} ${behind.rest}` };
}

function zoneAt(text: string): Pick<Clock, 'zone' | 'rest'> {
  const offset = OFFSET.exec(text);
  if (offset !== null) return { zone: zoneOf(Number(offset[1]), offset[2]), rest: text.slice(offset[0].length) };
  const named = ZONE_NAME.exec(text);
  const hours = named === null ? undefined : ZONES[(named[1] ?? '').toUpperCase()];
  return named === null || hours === undefined
    ? { zone: null, rest: text }
    : { zone: zoneOf(hours, undefined), rest: text.slice(named[0].length) };
}

/** null for an offset that no place has. */
function zoneOf(hours: number, minutes: string | undefined): string | null {
  if (hours === 0 && Number(minutes ?? 0) === 0) return 'Z';
  if (Math.abs(hours) > 14 || Number(minutes ?? 0) > 59) return null;
  const sign = hours < 0 || Object.is(hours, -0) ? '-' : '+';
  return `${sign}${String(Math.abs(hours)).padStart(2, '0')}:${minutes ?? '00'}`;
}
