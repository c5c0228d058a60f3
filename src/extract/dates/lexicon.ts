import { z } from 'zod';
import { type Phrases, phraseSet, phrasesOf } from '../quantities/phrase.ts';
import { foldWord, wordMap, wordSet } from '../quantities/token.ts';
import type { Step, Unit, Weekday } from './meaning.ts';

const Word = z.string().min(1).max(60);
const Words = z.array(Word).readonly();
const Month = z.int().min(1).max(12);
const StepValue = z.union([z.literal(-1), z.literal(0), z.literal(1)]);
const UnitValue = z.enum(['hour', 'day', 'week', 'weekend', 'month', 'year', 'decade']);
const WeekdayValue = z.union([1, 2, 3, 4, 5, 6, 7].map((day) => z.literal(day as Weekday)));

/** How one language writes dates: `data/lexicon/<language>/dates.json`. */
const DateFile = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}$/),
  months: z.record(Word, Month),
  /** Whether a month may stand before its day ("May 9"). */
  monthFirst: z.boolean(),
  /** Whether months and weekdays are written with a capital. */
  capitals: z.boolean(),
  /** Months that are other words too, and what must stand before one that has neither day nor year. */
  wordsToo: Words,
  monthMarks: Words,
  weekdays: z.record(Word, WeekdayValue),
  /** One of these must stand before a weekday; none: anything may. */
  weekdayMarks: Words,
  /** Before a weekday that is no certain one ("one Friday") or a name ("Bloody Sunday"). */
  weekdaySpoilers: Words,
  dayParts: Words,
  /** Days counted from the day of writing. */
  days: z.record(Word, z.int()),
  nights: Words,
  /** Before the day on which a night ends. */
  nightOf: Words,
  same: Words,
  units: z.record(Word, UnitValue),
  /** First and last month. */
  seasons: z.record(Word, z.tuple([Month, Month])),
  relatives: z.record(Word, StepValue),
  /** Words that hold a unit and how far it is ("торік"); 0 for the weekend is the nearest. */
  loneUnits: z.record(Word, z.tuple([UnitValue, StepValue])),
  /** Units that mean the present one behind a word for a part ("the end of the month"). */
  partUnits: z.record(Word, UnitValue),
  /** Before a number of units that end on the day of writing. */
  trailing: Words,
  /** Units that without a number mean several, nobody knows how many. */
  plurals: Words,
  /** Small numbers, with the article that stands for one. */
  numbers: z.record(Word, z.int().positive()),
  ago: Words,
  hence: Words,
  /** What part of a month or day is meant; it is not resolved. */
  parts: Words,
  /** One of these must stand before a year by itself; none: a word for "year" must stand behind it. */
  yearMarks: Words,
  yearWords: Words,
  ordinals: Words,
  /** Between a month and its year. */
  of: Words,
  /** Prepositions that belong to a date but change nothing. */
  leads: Words,
  since: Words,
  /** Whether such a word may open a clause ("since the conflict began in April"). */
  clauses: z.boolean(),
  until: Words,
  openers: Words,
  /** Words for the end of a month or year; that of a year is its last month. */
  ends: Words,
  /** Before a date that only tells which one of several things is meant ("the 2022 invasion"). */
  determiners: Words,
  /** Before a date that the event came before. */
  before: Words,
  /** Behind a date on which something was said ("said Friday that"). */
  that: Words,
  to: Words,
  and: Words,
  /** Month and day. */
  feasts: z.record(Word, z.tuple([Month, z.int().min(1).max(31)])),
  /** Cues by which what is told lies ahead or behind, the endings of verbs for the latter, and verbs of saying. */
  future: Words,
  past: Words,
  pastEndings: Words,
  speech: Words,
});

/** The lexicon of one language, ready for look-up; words are folded by `foldWord`. */
export interface DateLexicon {
  /** Words that a date may begin with: most words are none of them. */
  readonly starts: ReadonlySet<string>;
  readonly months: ReadonlyMap<string, number>;
  readonly monthFirst: boolean;
  readonly capitals: boolean;
  readonly wordsToo: ReadonlySet<string>;
  readonly monthMarks: ReadonlySet<string>;
  readonly weekdays: ReadonlyMap<string, Weekday>;
  readonly weekdayMarks: ReadonlySet<string>;
  readonly weekdaySpoilers: ReadonlySet<string>;
  readonly dayParts: ReadonlySet<string>;
  readonly days: Phrases<number>;
  readonly nights: Phrases<true>;
  readonly nightOf: Phrases<true>;
  readonly same: Phrases<true>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly seasons: ReadonlyMap<string, readonly [number, number]>;
  readonly relatives: Phrases<Step>;
  readonly loneUnits: Phrases<readonly [Unit, Step]>;
  readonly partUnits: Phrases<Unit>;
  readonly trailing: Phrases<true>;
  readonly plurals: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly ago: Phrases<true>;
  readonly hence: Phrases<true>;
  readonly parts: Phrases<true>;
  readonly yearMarks: ReadonlySet<string>;
  readonly yearWords: ReadonlySet<string>;
  readonly ordinals: ReadonlySet<string>;
  readonly of: Phrases<true>;
  readonly leads: Phrases<true>;
  readonly since: Phrases<true>;
  readonly clauses: boolean;
  readonly until: Phrases<true>;
  readonly openers: Phrases<true>;
  readonly ends: Phrases<true>;
  readonly determiners: ReadonlySet<string>;
  readonly before: Phrases<true>;
  readonly that: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly feasts: Phrases<readonly [number, number]>;
  readonly future: Phrases<true>;
  readonly past: Phrases<true>;
  readonly pastEndings: readonly string[];
  readonly speech: Phrases<true>;
}

const byPhrase = <T>(values: Readonly<Record<string, T>>): Phrases<T> => phrasesOf(Object.entries(values));

/**
 * The lexicon that a parsed JSON file holds.
 * @throws z.ZodError where the file is not as it must be
 */
export function dateLexicon(file: unknown): DateLexicon {
  const data = DateFile.parse(file);
  const lexicon = { ...wordSets(data), ...wordValues(data), ...phraseSets(data), ...phraseValues(data) };
  return {
    ...lexicon,
    starts: new Set([
      ...START_WORDS.flatMap((key) => [...lexicon[key].keys()]),
      ...START_PHRASES.flatMap((key) => [...lexicon[key].byFirst.keys()]),
    ]),
    monthFirst: data.monthFirst,
    capitals: data.capitals,
    clauses: data.clauses,
    pastEndings: data.pastEndings.map(foldWord),
  };
}

/** What a date may begin with, prepositions that change nothing aside. */
const START_WORDS = ['months', 'weekdays', 'units', 'numbers', 'seasons'] as const;
const START_PHRASES = [
  'days',
  'nights',
  'nightOf',
  'same',
  'relatives',
  'loneUnits',
  'partUnits',
  'trailing',
  'hence',
  'parts',
  'ends',
  'since',
  'until',
  'openers',
  'feasts',
] as const;

type Data = z.infer<typeof DateFile>;

const wordSets = (data: Data) => ({
  wordsToo: wordSet(data.wordsToo),
  monthMarks: wordSet(data.monthMarks),
  weekdayMarks: wordSet(data.weekdayMarks),
  weekdaySpoilers: wordSet(data.weekdaySpoilers),
  dayParts: wordSet(data.dayParts),
  plurals: wordSet(data.plurals),
  yearMarks: wordSet(data.yearMarks),
  yearWords: wordSet(data.yearWords),
  ordinals: wordSet(data.ordinals),
  to: wordSet(data.to),
  and: wordSet(data.and),
  that: wordSet(data.that),
  determiners: wordSet(data.determiners),
});

const wordValues = (data: Data) => ({
  months: wordMap(data.months),
  weekdays: wordMap(data.weekdays),
  units: wordMap<Unit>(data.units),
  numbers: wordMap(data.numbers),
  seasons: wordMap<readonly [number, number]>(data.seasons),
});

const phraseValues = (data: Data) => ({
  days: byPhrase(data.days),
  relatives: byPhrase<Step>(data.relatives),
  loneUnits: byPhrase<readonly [Unit, Step]>(data.loneUnits),
  partUnits: byPhrase<Unit>(data.partUnits),
  feasts: byPhrase<readonly [number, number]>(data.feasts),
});

const phraseSets = (data: Data) => ({
  nights: phraseSet(data.nights),
  nightOf: phraseSet(data.nightOf),
  same: phraseSet(data.same),
  trailing: phraseSet(data.trailing),
  ago: phraseSet(data.ago),
  hence: phraseSet(data.hence),
  parts: phraseSet(data.parts),
  of: phraseSet(data.of),
  leads: phraseSet(data.leads),
  since: phraseSet(data.since),
  until: phraseSet(data.until),
  openers: phraseSet(data.openers),
  ends: phraseSet(data.ends),
  before: phraseSet(data.before),
  future: phraseSet(data.future),
  past: phraseSet(data.past),
  speech: phraseSet(data.speech),
});
