import type { Result } from './failure.ts';
import { CRON_FIELDS, type CronField, type TimetableFault } from './schedule.ts';

/** The values that each field of a cron expression takes, ascending. */
export type Cron = Readonly<Record<CronField, readonly number[]>> & {
  /** Whether a day must fit both by its date and by its weekday; else either will do, since both are narrowed down. */
  readonly needsBoth: boolean;
};

interface FieldLaw {
  readonly from: number;
  readonly to: number;
  /** What its values may be called, from the first on. */
  readonly names: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** @see https://man7.org/linux/man-pages/man5/crontab.5.html */
const LAWS: Readonly<Record<CronField, FieldLaw>> = {
  minute: { from: 0, to: 59, names: [] },
  hour: { from: 0, to: 23, names: [] },
  day: { from: 1, to: 31, names: [] },
  month: { from: 1, to: 12, names: MONTHS },
  /** 0 and 7 are Sunday. */
  weekday: { from: 0, to: 7, names: WEEKDAYS },
};

/** Reads a cron expression of five fields: `*`, numbers, names, ranges, lists and steps. */
export function parseCron(expression: string): Result<Cron, TimetableFault> {
  const texts = expression.trim().toLowerCase().split(/\s+/);
  if (texts.length !== CRON_FIELDS.length) return { ok: false, error: { kind: 'no-cron', fields: texts.length } };
  const values = CRON_FIELDS.map((field, at) => valuesOf(texts[at] ?? '', LAWS[field]));
  const wrong = CRON_FIELDS.findIndex((_, at) => values[at] === null);
  const field = CRON_FIELDS[wrong];
  if (field) return { ok: false, error: { kind: 'no-cron-field', field, text: texts[wrong] ?? '' } };
  const [minute = [], hour = [], day = [], month = [], weekday = []] = values.map((found) => found ?? []);
  const [dayText = '', weekdayText = ''] = [texts[2], texts[4]];
  const needsBoth = dayText.startsWith('*') || weekdayText.startsWith('*');
  return { ok: true, value: { minute, hour, day, month, weekday: weekday.map(isoWeekday), needsBoth } };
}

const isoWeekday = (weekday: number): number => (weekday === 0 ? 7 : weekday);

/** null: what is written is none of what the field may hold. */
function valuesOf(text: string, law: FieldLaw): readonly number[] | null {
  const parts = text.split(',').map((part) => partValues(part, law));
  if (parts.some((part) => part === null)) return null;
  return [...new Set(parts.flatMap((part) => part ?? []))].sort((a, b) => a - b);
}

/** `*`, `5`, `1-5` or a name, each but a single value also with a step behind it. */
function partValues(part: string, law: FieldLaw): readonly number[] | null {
  const [, first = '', last, step] = /^(\*|\w+)(?:-(\w+))?(?:\/(\d{1,2}))?$/.exec(part) ?? [];
  const range = first === '*' && last === undefined ? [law.from, law.to] : [first, last ?? first].map(numberIn(law));
  const [from = Number.NaN, to = Number.NaN] = range;
  const by = Number(step ?? 1);
  const isStepOfOne = step !== undefined && first !== '*' && last === undefined;
  if (!(law.from <= from && from <= to && to <= law.to) || by < 1 || isStepOfOne) return null;
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, at) => from + at * by);
}

/** A number or name as a number; NaN for anything else. */
const numberIn =
  ({ from, names }: FieldLaw) =>
  (text: string): number => {
    if (/^\d{1,2}$/.test(text)) return Number(text);
    const at = names.indexOf(text);
    return at < 0 ? Number.NaN : from + at;
  };
