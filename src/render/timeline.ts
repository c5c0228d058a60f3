import type { Account, Brief, Line } from '../domain/brief.ts';
import { DAY_MS } from '../domain/period.ts';
import { bestNote } from './best-note.ts';
import { tally } from './count-words.ts';
import { calendarWords, toldDate } from './date-words.ts';
import type { Part } from './form-parts.ts';
import type { PrintedLine } from './line.ts';
import { messagesIn } from './messages/in-language.ts';

/** What has a day lies so many days apart, and each day has its heading; further apart, each month has. */
const DAYS_AT_MOST = 62;
const [MONTH_CHARS, DAY_CHARS] = [7, 10];

/** Something that happened, or a stage of it, with its day, month or year in ISO form; '' where no article gives any. */
interface Step {
  readonly line: PrintedLine;
  readonly iso: string;
}

/** What a reader of an event wants from its beginning on, and of all else what is newest. */
export const startsOldest = ({ question: { subject } }: Brief): boolean => subject.kind === 'event';

/**
 * An answer in the order of time: what happened by its own date, else by when it was first reported. Stages that an event has
 * passed are steps of their own.
 */
export function byTime(brief: Brief, isTurned: boolean): readonly Part[] {
  const steps = brief.sections.flatMap(({ lines }) => lines.flatMap((line) => stepsOf(line, brief)));
  const chars = isLong(steps) ? MONTH_CHARS : DAY_CHARS;
  const groups = [...Map.groupBy(steps, ({ iso }) => iso.slice(0, chars))];
  const upwards = startsOldest(brief) !== isTurned;
  const dated = groups.filter(([key]) => key !== '').sort(([a], [b]) => (a < b === upwards ? -1 : 1));
  const undated = groups.filter(([key]) => key === '');
  const parts = [...dated, ...undated].map(([key, those]) => partOf(key, inOrder(those, upwards), brief));
  const [first, ...rest] = parts;
  return first ? [{ ...first, note: noteOf(upwards, brief) }, ...rest] : [];
}

/** In which order all stands, by whose days, and that it is not all there is. */
function noteOf(upwards: boolean, brief: Brief): string {
  const words = messagesIn(brief.question.language).timeline;
  const best = bestNote(brief.sections, brief);
  return [upwards ? words.oldestFirst : words.newestFirst, words.days, ...(best === null ? [] : [best])].join(' ');
}

function partOf(key: string, steps: readonly Step[], { question: { language } }: Brief): Part {
  const name = calendarWords({ text: '', iso: key }, language) ?? messagesIn(language).timeline.undated;
  return { name, count: tally(steps.length, language), note: null, sums: [], lines: steps.map(({ line }) => line) };
}

const inOrder = (steps: readonly Step[], upwards: boolean): readonly Step[] =>
  steps.toSorted((a, b) => (a.iso === b.iso ? 0 : a.iso < b.iso === upwards ? -1 : 1));

function isLong(steps: readonly Step[]): boolean {
  const days = steps.flatMap(({ iso }) => (iso.length === DAY_CHARS ? [Date.parse(iso)] : []));
  return Math.max(...days) - Math.min(...days) > DAYS_AT_MOST * DAY_MS;
}

/** The event itself and the stages before it; of an event asked for by its id, every account of it. */
function stepsOf(line: Line, brief: Brief): readonly Step[] {
  const isStep = ({ relation }: Account): boolean =>
    startsOldest(brief) || relation === 'earlier' || relation === 'superseded';
  const others = line.accounts.filter(isStep).map((account) => lineOfAccount(line, account, brief));
  return [line, ...others].map((step) => ({ line: step, iso: isoOf(step, brief) }));
}

/** What is disputed, and by how many all is told, stands with the event itself. */
function lineOfAccount(line: Line, { relation, backing }: Account, { sources }: Brief): PrintedLine {
  const claim = backing[0]?.claim ?? line.claim;
  const citing = sources.filter(({ citation }) => backing.some((one) => one.citation === citation));
  const publishers = new Set(citing.map(({ publisher }) => publisher)).size;
  return {
    ...{ ...line, claim, backing, relation, accounts: [], disputes: [], statedBySides: [] },
    ...{ publishers: Math.max(1, publishers), origins: 0 },
  };
}

/** The first day, month or year of what is told, else the day on which it was first reported. */
function isoOf({ claim, backing }: Line, { sources }: Brief): string {
  const [from, to = ''] = toldDate(claim)?.iso?.split('/') ?? [];
  const iso = from || to;
  if (iso !== '' && !Number.isNaN(Date.parse(iso))) return iso;
  const cited = sources.filter(({ citation }) => backing.some((one) => one.citation === citation));
  const days = cited.flatMap(({ published }) => (published ? [Date.parse(published.at)] : []));
  return days.length > 0 ? new Date(Math.min(...days)).toISOString().slice(0, DAY_CHARS) : '';
}
