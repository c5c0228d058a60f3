import { type Phrases, phraseAt, phraseBefore } from '../quantities/phrase.ts';
import { type Token, tokenise } from '../quantities/token.ts';
import type { DateLexicon } from './lexicon.ts';
import type { DateMeaning, DateMention, Step } from './meaning.ts';
import { type Calendar, calendarAt, dayAt, monthAt, type Read } from './read-calendar.ts';
import { bare, relativeAt } from './read-relative.ts';
import { tenseOf } from './tense.ts';
import { useOf } from './use.ts';

/** Every date that a sentence names, in its order, none within another. Never throws. */
export function findDates(text: string, lexicon: DateLexicon): readonly DateMention[] {
  const tokens = tokenise(text);
  const found: DateMention[] = [];
  let free = 0;
  for (let at = 0; at < tokens.length; at++) {
    const read = mayStart(tokens[at], lexicon) ? mentionAt(tokens, at, lexicon) : null;
    if (!read) continue;
    const lead = Math.max(free, phraseBefore(tokens, at, lexicon.leads)?.at ?? at);
    const meaning = isSince(tokens, free, lead, lexicon) ? sinceOf(read.value) : read.value;
    const [start, end] = [tokens[lead]?.start ?? 0, tokens[read.next - 1]?.end ?? 0];
    const use = useOf(tokens, { lead, at, next: read.next }, meaning, lexicon);
    const tense = tenseOf(tokens, lead, read.next, lexicon);
    found.push({ start, end, text: text.slice(start, end), meaning, use, tense });
    free = read.next;
    at = free - 1;
  }
  return found;
}

const mayStart = (token: Token | undefined, lexicon: DateLexicon): boolean =>
  token?.kind === 'number' || lexicon.starts.has(bare(token));

/** Tokens between "since" and the date that its clause ends in. */
const SINCE_REACH = 8;
const BREAKS: ReadonlySet<string> = new Set([',', ';', ':', '(', ')', '—', '–']);

/** Whether a date stands in a clause of the kind of "since the conflict began in April". */
function isSince(tokens: readonly Token[], from: number, lead: number, lexicon: DateLexicon): boolean {
  if (!lexicon.clauses) return false;
  for (let at = lead - 1; at >= Math.max(from, lead - SINCE_REACH); at--) {
    if (BREAKS.has(tokens[at]?.text ?? '')) return false;
    if (phraseAt(tokens, at, lexicon.since)) return true;
  }
  return false;
}

/** A date with what opens it: "since", "by", "from … to …", "late". */
function mentionAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read | null {
  const opened = openedAt(tokens, at, lexicon);
  if (opened) return opened;
  const since = wrappedAt(tokens, at, lexicon.since, lexicon);
  if (since) return { value: sinceOf(since.value), next: since.next };
  const until = wrappedAt(tokens, at, lexicon.until, lexicon);
  if (until) return { value: untilOf(until.value), next: until.next };
  return partAt(tokens, at, lexicon);
}

/** A date behind a word for a part of it; the end of a year is its last month. */
function partAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read | null {
  const read = spanAt(tokens, passed(tokens, at, lexicon.parts), lexicon, false);
  return read && phraseAt(tokens, at, lexicon.ends) ? { ...read, value: yearEnd(read.value) } : read;
}

function yearEnd(meaning: DateMeaning): DateMeaning {
  if (meaning.kind === 'calendar' && meaning.month === undefined) return { ...meaning, month: 12 };
  const { kind } = meaning;
  if (kind !== 'shift' || meaning.unit !== 'year' || Math.abs(meaning.by) > 1) return meaning;
  return { kind: 'calendar', month: 12, yearStep: Math.sign(meaning.by) as Step };
}

/** "from 12 to 15 March", "between May and July"; a lower end alone is left to others. */
function openedAt(tokens: readonly Token[], at: number, lexicon: DateLexicon): Read | null {
  const opener = phraseAt(tokens, at, lexicon.openers);
  const read = opener ? spanAt(tokens, begin(tokens, opener.next, lexicon), lexicon, true) : null;
  return read?.value.kind === 'range' ? read : null;
}

const wrappedAt = (tokens: readonly Token[], at: number, words: Phrases<true>, lexicon: DateLexicon): Read | null => {
  const word = phraseAt(tokens, at, words);
  return word ? partAt(tokens, passed(tokens, word.next, lexicon.leads), lexicon) : null;
};

const sinceOf = (meaning: DateMeaning): DateMeaning =>
  meaning.kind === 'range' ? meaning : { kind: 'range', from: meaning, to: null };

/** Until the end of a year is until its last day. */
function untilOf(meaning: DateMeaning): DateMeaning {
  if (meaning.kind === 'range') return meaning;
  const last = meaning.kind === 'calendar' && meaning.month === 12 && meaning.day === undefined;
  return { kind: 'range', from: null, to: last ? { ...meaning, day: 31 } : meaning };
}

/** Past a phrase of those given, and the hyphen behind it ("mid-May"). */
function passed(tokens: readonly Token[], at: number, words: Phrases<true>): number {
  const next = phraseAt(tokens, at, words)?.next ?? at;
  return next > at && tokens[next]?.text === '-' ? next + 1 : next;
}

/** Past prepositions and words for a part, in either order. */
const begin = (tokens: readonly Token[], at: number, lexicon: DateLexicon): number =>
  passed(tokens, passed(tokens, passed(tokens, at, lexicon.leads), lexicon.parts), lexicon.leads);

const simpleAt = (tokens: readonly Token[], at: number, lexicon: DateLexicon): Read | null =>
  relativeAt(tokens, at, lexicon) ?? calendarAt(tokens, at, lexicon);

/** One date or two that are the ends of a span: "May 26-27", "Wednesday and Thursday", "12–15 May". */
function spanAt(tokens: readonly Token[], at: number, lexicon: DateLexicon, opened: boolean): Read | null {
  const days = daysOfMonthAt(tokens, at, lexicon, opened);
  if (days) return days;
  const low = simpleAt(tokens, at, lexicon) ?? (opened ? bareYearAt(tokens, at) : null);
  if (!low) return null;
  const word = tokens[low.next]?.text ?? '';
  if (!lexicon.to.has(word) && !lexicon.and.has(word)) return low;
  const high = dayBehind(tokens, low, lexicon) ?? laterAt(tokens, low, lexicon, opened);
  return high ? { value: rangeOf(low.value, high.value), next: high.next } : low;
}

/** A bare year at the end of a range ("between 2022 and 2025", "in 2014 and 2015"). */
const bareYearAt = (tokens: readonly Token[], at: number): Read | null =>
  /^(19|20)\d\d$/.test(tokens[at]?.text ?? '')
    ? { value: { kind: 'calendar', year: Number(tokens[at]?.text) }, next: at + 1 }
    : null;

/** The upper end: of the same kind, unless the range was opened with a word. */
function laterAt(tokens: readonly Token[], low: Read, lexicon: DateLexicon, opened: boolean): Read | null {
  const from = begin(tokens, low.next + 1, lexicon);
  const high = simpleAt(tokens, from, lexicon) ?? (granule(low.value) === 'year' ? bareYearAt(tokens, from) : null);
  return high && (opened || isAlike(low.value, high.value)) ? high : null;
}

const isAlike = (low: DateMeaning, high: DateMeaning): boolean =>
  low.kind === high.kind && ['calendar', 'weekday'].includes(low.kind) && granule(low) === granule(high);
const granule = (meaning: DateMeaning): string =>
  meaning.kind !== 'calendar' ? '' : meaning.day !== undefined ? 'day' : meaning.month !== undefined ? 'month' : 'year';

/** The second day of "May 26-27" and "from August 28 to 30". */
function dayBehind(tokens: readonly Token[], low: Read, lexicon: DateLexicon): Read | null {
  const { value } = low;
  const day = dayAt(tokens, low.next + 1, lexicon);
  const fits = value.kind === 'calendar' && value.day !== undefined && day && day.value > value.day;
  if (!fits || value.month === undefined || monthAt(tokens, day.next, lexicon)) return null;
  const { step: _step, ...rest } = value;
  return { value: { ...rest, day: day.value }, next: day.next };
}

/** "12–15 травня", "from 12 to 15 March" */
function daysOfMonthAt(tokens: readonly Token[], at: number, lexicon: DateLexicon, opened: boolean): Read | null {
  const low = dayAt(tokens, at, lexicon);
  const word = tokens[low?.next ?? at]?.text ?? '';
  if (!low || !(lexicon.to.has(word) || lexicon.and.has(word))) return null;
  const high = calendarAt(tokens, low.next + 1, lexicon);
  if (high?.value.day === undefined || high.value.day <= low.value || (!opened && high.value.month === undefined))
    return null;
  return { value: rangeOf({ ...high.value, day: low.value }, high.value), next: high.next };
}

/** A span whose lower end takes the year of the upper one where it has none. */
function rangeOf(from: DateMeaning, to: DateMeaning): DateMeaning {
  const bare = from.kind === 'calendar' && to.kind === 'calendar' && from.year === undefined ? yearOf(to) : {};
  return { kind: 'range', from: { ...from, ...bare }, to };
}

const yearOf = ({ year, yearStep }: Calendar): Partial<Calendar> => ({
  ...(year !== undefined && { year }),
  ...(yearStep !== undefined && { yearStep }),
});
