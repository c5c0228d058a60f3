import { z } from 'zod';
import { Bound } from '../../domain/claim.ts';
import { type Phrases, phraseSet, phrasesOf } from './phrase.ts';
import { foldWord, wordMap, wordSet } from './token.ts';

const Words = z.array(z.string().min(1).max(60)).readonly();
const Values = z.record(z.string().min(1).max(60), z.number().positive());
const Currency = z.string().regex(/^[A-Z]{3}$/);

/** What kind of thing a counted noun stands for. */
export const UnitKind = z.enum(['person', 'formation', 'weapon', 'building', 'place', 'event', 'goods']);
export type UnitKind = z.infer<typeof UnitKind>;

/** Words and signs for money that all languages share: `data/lexicon/currencies.json`. */
const CurrencyFile = z.strictObject({
  symbols: z.record(z.string().min(1).max(4), Currency),
  codes: z.array(Currency),
});

/** How one language writes quantities: `data/lexicon/<language>/quantities.json`. */
const QuantityFile = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}$/),
  decimal: z.enum(['.', ',']),
  /** Whether a plain space may part the thousands of a number. */
  spacedThousands: z.boolean(),
  /** Words that stand for one before a multiplier ("a million"). */
  articles: Words,
  /** Ending by which a plural noun is told where it is in no list; '' where the noun stands right behind its number. */
  plural: z.string().max(4),
  cardinals: Values,
  multipliers: Values,
  /** Multipliers only where money is counted ("$3m"). */
  moneyMultipliers: Values,
  /** Multipliers that mean one of themselves when they stand alone. */
  singles: Words,
  halves: Words,
  andHalf: Words,
  /** Words inside a spelled number ("two hundred and six"). */
  and: Words,
  /** Words that open a range, that join its ends, and that open a change ("from 100 to 300"), which is none. */
  ranges: z.strictObject({ openers: Words, joiners: Words, changes: Words }),
  bounds: z.record(z.string(), Bound),
  boundsAfter: z.record(z.string(), Bound),
  /** Words that may stand between a bound and its number ("at least another 40"). */
  fillers: Words,
  currencies: z.record(z.string(), Currency),
  /** Names of currencies that are weights too, and the words behind them that tell so. */
  weights: Words,
  weightMarks: Words,
  /** Words for an uncertain number, to the name under which it is given. */
  vague: z.record(z.string(), z.string().min(1).max(60)),
  /** Words other than numbers for a certain one ("both"). */
  wholes: Values,
  units: z.partialRecord(UnitKind, Words),
  /** Participles that stand for the people counted ("55 wounded"). */
  counted: Words,
  /** Words between a number and what it is taken of ("two of its"). */
  partitives: Words,
  /** Verbs whose bare number counts people ("killed 14"). */
  objectVerbs: Words,
  /** Units of time, length and the like: their numbers count nothing. */
  measures: Words,
  /** Words before a number that is a label ("Highway 47"). */
  labels: Words,
  /** Before a small number that only takes up again what was told ("the two leaders"). */
  definites: Words,
  /** Words that no counted noun reaches over. */
  stops: Words,
});

/** The lexicon of one language, ready for look-up; words are folded by `foldWord`. */
export interface QuantityLexicon {
  /** Words and signs that a number may begin with, its currency before it included: most words are none of them. */
  readonly starts: ReadonlySet<string>;
  readonly decimal: '.' | ',';
  readonly spacedThousands: boolean;
  readonly articles: ReadonlySet<string>;
  readonly plural: string;
  readonly cardinals: ReadonlyMap<string, number>;
  readonly multipliers: ReadonlyMap<string, number>;
  readonly moneyMultipliers: ReadonlyMap<string, number>;
  readonly singles: ReadonlySet<string>;
  readonly halves: Phrases<true>;
  readonly andHalf: Phrases<true>;
  readonly and: ReadonlySet<string>;
  readonly openers: Phrases<true>;
  readonly joiners: ReadonlySet<string>;
  readonly changes: ReadonlySet<string>;
  readonly bounds: Phrases<Bound>;
  readonly boundsAfter: Phrases<Bound>;
  readonly fillers: Phrases<true>;
  /** Signs and ISO codes, which stand before or behind the number. */
  readonly symbols: Phrases<string>;
  /** Names, which stand behind the number. */
  readonly currencies: Phrases<string>;
  readonly weights: ReadonlySet<string>;
  readonly weightMarks: ReadonlySet<string>;
  readonly vague: Phrases<string>;
  readonly wholes: Phrases<number>;
  readonly units: ReadonlyMap<string, UnitKind>;
  readonly counted: ReadonlySet<string>;
  readonly partitives: ReadonlySet<string>;
  readonly objectVerbs: ReadonlySet<string>;
  readonly measures: Phrases<true>;
  readonly labels: Phrases<true>;
  readonly definites: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
}

/**
 * The lexicon that two parsed JSON files hold.
 * @throws z.ZodError where a file is not as it must be
 */
export function quantityLexicon(file: unknown, currencyFile: unknown): QuantityLexicon {
  const data = QuantityFile.parse(file);
  const money = CurrencyFile.parse(currencyFile);
  const codes = money.codes.map((code): readonly [string, string] => [code, code]);
  const symbols = phrasesOf([...Object.entries(money.symbols), ...codes]);
  const lexicon = { ...wordSets(data), ...phraseSets(data), symbols };
  return {
    ...lexicon,
    starts: new Set([
      ...START_WORDS.flatMap((key) => [...lexicon[key].keys()]),
      ...[lexicon.halves, symbols].flatMap(({ byFirst }) => [...byFirst.keys()]),
    ]),
    decimal: data.decimal,
    spacedThousands: data.spacedThousands,
    plural: data.plural,
  };
}

const START_WORDS = ['cardinals', 'singles', 'articles'] as const;

type Data = z.infer<typeof QuantityFile>;

const wordSets = (data: Data) => ({
  articles: wordSet(data.articles),
  cardinals: wordMap(data.cardinals),
  multipliers: wordMap(data.multipliers),
  moneyMultipliers: wordMap(data.moneyMultipliers),
  singles: wordSet(data.singles),
  and: wordSet(data.and),
  joiners: wordSet(data.ranges.joiners),
  changes: wordSet(data.ranges.changes),
  weights: wordSet(data.weights),
  weightMarks: wordSet(data.weightMarks),
  units: unitKinds(data.units),
  counted: wordSet(data.counted),
  partitives: wordSet(data.partitives),
  objectVerbs: wordSet(data.objectVerbs),
  definites: wordSet(data.definites),
  stops: wordSet(data.stops),
});

const phraseSets = (data: Data) => ({
  halves: phraseSet(data.halves),
  andHalf: phraseSet(data.andHalf),
  openers: phraseSet(data.ranges.openers),
  bounds: phrasesOf(Object.entries(data.bounds)),
  boundsAfter: phrasesOf(Object.entries(data.boundsAfter)),
  fillers: phraseSet(data.fillers),
  currencies: phrasesOf(Object.entries(data.currencies)),
  vague: phrasesOf(Object.entries(data.vague)),
  wholes: phrasesOf(Object.entries(data.wholes)),
  measures: phraseSet(data.measures),
  labels: phraseSet(data.labels),
});

function unitKinds(units: Readonly<Partial<Record<UnitKind, readonly string[]>>>): ReadonlyMap<string, UnitKind> {
  return new Map(
    UnitKind.options.flatMap((kind) => (units[kind] ?? []).map((word): [string, UnitKind] => [foldWord(word), kind])),
  );
}
