import { z } from 'zod';
import { fold } from './fold.ts';
import { profilesOf, type ScriptProfile } from './language.ts';
import { type OutletIndex, outletIndex } from './outlets.ts';
import { StubFile, type StubWords, stubWords } from './stub-words.ts';

const Phrases = z.array(z.string().min(1).max(80)).readonly();

const Language = z.string().regex(/^[a-z]{2,3}$/);

/** Names of agencies and outlets: `data/lexicon/outlets.json`. */
export const OutletFile = z.strictObject({
  outlets: z.array(
    z.strictObject({
      name: z.string().min(1).max(120),
      /** Other names, spelled as they are printed: case counts. */
      aliases: Phrases,
      domains: Phrases,
      /** Whether it provides pictures and no reports. */
      pictures: z.boolean().default(false),
    }),
  ),
});

/** How languages are told apart: `data/lexicon/languages.json`. */
const LanguageFile = z.strictObject({
  languages: z.array(
    z.strictObject({
      language: Language,
      /** Name of a Unicode script. */
      script: z.string().regex(/^[A-Z][a-z]+$/),
      /** Letters that others of the script do without. */
      letters: z.string(),
      /** The most frequent words. */
      words: Phrases,
    }),
  ),
});

/** Names of elements, classes and ids in pages: `data/lexicon/page.json`. */
const PageFile = z.strictObject({
  drop: z.strictObject({ elements: Phrases, roles: Phrases, names: Phrases }),
  /** Of what holds the article, and of its first paragraph where that stands elsewhere. */
  content: z.strictObject({ names: Phrases, leads: Phrases }),
  /** Elements that end no paragraph, and those that are columns of one. */
  inline: Phrases,
  cells: Phrases,
});

/** The words around a report in one language: `data/lexicon/<language>/reading.json`. */
const ReadingFile = z.strictObject({
  language: Language,
  /** January first; for each the ways to write it. */
  months: z.array(Phrases).length(12),
  /** Words of a line that is nothing but a date. */
  dateWords: Phrases,
  /** Words before the date of a later change. */
  updated: Phrases,
  furniture: z.strictObject({
    /** Whole lines. */
    lines: Phrases,
    starts: Phrases,
    anywhere: Phrases,
    ends: Phrases,
    /** Headings of lists of other articles. */
    tails: Phrases,
    /** First words of a bracket that names who made a picture. */
    credits: Phrases,
    /** Of a last paragraph that tells who wrote the article. */
    bios: Phrases,
  }),
  /** Labels glued to the front of a paragraph that belongs to the report. */
  openers: Phrases,
  bylines: Phrases,
  relays: z.strictObject({ before: Phrases, after: Phrases, fillers: Phrases }),
  stubs: StubFile,
});
type ReadingFile = z.infer<typeof ReadingFile>;

/** What reading needs to know, ready for look-up. Words are folded, those of all languages together. */
export interface Lexicon {
  readonly outlets: OutletIndex;
  readonly profiles: readonly ScriptProfile[];
  /** To 1 for January. */
  readonly months: ReadonlyMap<string, number>;
  readonly dateWords: ReadonlySet<string>;
  readonly updated: readonly string[];
  readonly lines: ReadonlySet<string>;
  readonly starts: Buckets;
  readonly anywhere: readonly string[];
  readonly ends: readonly string[];
  readonly tails: ReadonlySet<string>;
  readonly bios: readonly string[];
  readonly credits: Buckets;
  readonly openers: readonly string[];
  readonly bylines: Buckets;
  readonly relayBefore: ReadonlySet<string>;
  readonly relayAfter: ReadonlySet<string>;
  readonly relayFillers: ReadonlySet<string>;
  readonly page: PageNames;
  readonly stubs: StubWords;
}

/** What elements of a page are called, in lower case. */
interface PageNames {
  readonly dropElements: ReadonlySet<string>;
  readonly dropRoles: ReadonlySet<string>;
  readonly dropNames: ReadonlySet<string>;
  readonly contentNames: ReadonlySet<string>;
  readonly leadNames: ReadonlySet<string>;
  readonly inline: ReadonlySet<string>;
  readonly cells: ReadonlySet<string>;
}

/** Phrases by their first two characters. */
export type Buckets = ReadonlyMap<string, readonly string[]>;

/** The data files as parsed JSON. */
export interface LexiconFiles {
  readonly outlets: unknown;
  readonly languages: unknown;
  readonly page: unknown;
  /** One `reading.json` for each language. */
  readonly words: readonly unknown[];
}

/** Makes the lexicon ready. Throws a `ZodError` that names the field where a file has another shape. */
export function buildLexicon(files: LexiconFiles): Lexicon {
  const words = files.words.map((file) => ReadingFile.parse(file));
  const all = (pick: (file: ReadingFile) => readonly string[]): readonly string[] => [
    ...new Set(words.flatMap(pick).map(fold)),
  ];
  return {
    outlets: outletIndex(OutletFile.parse(files.outlets).outlets),
    profiles: profilesOf(LanguageFile.parse(files.languages).languages),
    months: new Map(words.flatMap(({ months }) => months.flatMap((names, at) => names.map((n) => [fold(n), at + 1])))),
    dateWords: new Set(all((file) => file.dateWords)),
    updated: all((file) => file.updated),
    ...furnitureOf(all),
    bylines: bucketsOf(all((file) => file.bylines)),
    relayBefore: new Set(all((file) => file.relays.before)),
    relayAfter: new Set(all((file) => file.relays.after)),
    relayFillers: new Set(all((file) => file.relays.fillers)),
    page: pageNames(PageFile.parse(files.page)),
    stubs: stubWords(words.map(({ stubs }) => stubs)),
  };
}

const pageNames = ({ drop, content, inline, cells }: z.infer<typeof PageFile>): PageNames => ({
  dropElements: new Set(drop.elements),
  dropRoles: new Set(drop.roles),
  dropNames: new Set(drop.names),
  contentNames: new Set(content.names),
  leadNames: new Set(content.leads),
  inline: new Set(inline),
  cells: new Set(cells),
});

type All = (pick: (file: ReadingFile) => readonly string[]) => readonly string[];

const furnitureOf = (all: All) => ({
  lines: new Set(all((file) => file.furniture.lines)),
  starts: bucketsOf(all((file) => file.furniture.starts)),
  anywhere: all((file) => file.furniture.anywhere),
  ends: all((file) => file.furniture.ends),
  tails: new Set(all((file) => file.furniture.tails)),
  bios: all((file) => file.furniture.bios),
  credits: bucketsOf(all((file) => file.furniture.credits)),
  openers: all((file) => file.openers),
});

function bucketsOf(phrases: readonly string[]): Buckets {
  return Map.groupBy(phrases, (phrase) => phrase.slice(0, 2));
}

const LETTER = /\p{L}/u;

/**
 * The longest phrase that a folded line begins with and that ends with a word of it.
 * @returns its length, 0 for none
 */
export function startIn(buckets: Buckets, folded: string): number {
  let longest = 0;
  for (const phrase of buckets.get(folded.slice(0, 2)) ?? []) {
    if (phrase.length <= longest || !folded.startsWith(phrase)) continue;
    if (isEdge(folded, phrase.length)) longest = phrase.length;
  }
  return longest;
}

/** Whether a folded text holds a phrase in whole words. */
export function holds(folded: string, phrase: string): boolean {
  for (let at = folded.indexOf(phrase); at !== -1; at = folded.indexOf(phrase, at + 1))
    if (isEdge(folded, at) && isEdge(folded, at + phrase.length)) return true;
  return false;
}

/** Whether no word goes on across a place in a text. */
const isEdge = (text: string, at: number): boolean =>
  !(LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at)));
