import { z } from 'zod';

const Words = z.array(z.string().min(1)).readonly();

/** `data/prose/<language>.json`: what the words of a language do to what a sentence means. */
export const ProseFile = z
  .strictObject({
    schema: z.literal(1),
    language: z.string(),
    /** Say nothing by themselves: may come and go. */
    free: Words,
    /** Prepositions that open what may be left out whole. */
    adjuncts: Words,
    /** The others: what they open belongs to what stands before it. */
    prepositions: Words,
    /** Prepositions whose phrase may stand at the other end of a sentence. */
    movable: Words,
    /** Words that open a clause or another member of a list. */
    breaks: Words,
    /** Those of them that join members of a list. */
    links: Words,
    /** Those of them behind which stands the contrary. */
    contrasts: Words,
    /** Words without which a sentence may mean something else: left out with a whole clause at the end alone. */
    marked: Words,
    /** Those of them that what stands before them depends on: never left out. */
    conditions: Words,
    /** Those of them that say that something has not happened, or not yet. */
    stages: Words,
    /** What is written in one word → as it is read. */
    contracted: z.record(z.string(), z.string()),
    /** Words that may be left out wherever they stand. */
    droppable: Words,
    presentBe: Words,
    pastBe: Words,
    /** Before a participle, these make a passive; none: the language's passives are not read. */
    be: Words,
    /** What belongs to a verb that stands before it. */
    particles: Words,
    /** Before whoever acts in a passive. */
    agent: z.string(),
    /** Participles that no ending tells. */
    participles: Words,
    /** Forms of one verb that tell the same. */
    pastForms: z.array(Words).readonly(),
    /** Words and phrases that stand for each other. */
    same: z.array(Words).readonly(),
    /** Verbs that hand what is said to a speaker, by how a line tells it. */
    telling: z.strictObject({ said: Words, acknowledged: Words, claimed: Words, denied: Words }),
    accordingTo: Words,
    that: Words,
    /** In place of a speaker whom nobody names. */
    unnamed: Words,
    /** What may stand between two lines that one sentence words. */
    joints: Words,
    /** Words before a date. */
    datesAfter: Words,
    /** Whether the order of words alone tells who does what, so that their endings may differ. */
    ordered: z.boolean(),
  })
  .readonly();
export type ProseFile = z.infer<typeof ProseFile>;

/** A number in a text: offsets in UTF-16 code units, half-open. */
export interface NumberIn {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** What is known beside the file. */
export interface ProseKnowledge {
  /** Numbers in digits and in words, in their order. */
  readonly numbersIn: (text: string) => readonly NumberIn[];
  /** What stands for one name: a state's and those of its people. */
  readonly names: readonly (readonly string[])[];
  /** Signs and codes of currencies → the code. */
  readonly currencies: Readonly<Record<string, string>>;
}

export interface ProseWords extends Omit<ProseKnowledge, 'names' | 'currencies'> {
  readonly file: ProseFile;
  readonly free: ReadonlySet<string>;
  readonly adjuncts: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly movable: ReadonlySet<string>;
  readonly breaks: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly marked: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  readonly stages: ReadonlySet<string>;
  readonly droppable: ReadonlySet<string>;
  readonly be: ReadonlySet<string>;
  readonly participles: ReadonlySet<string>;
  /** Each verb form → the verb's. */
  readonly verbs: ReadonlyMap<string, string>;
  /** By their first sign: each phrase → what stands for all that mean the same; the longest first. Small letters, but for abbreviations. */
  readonly phrases: ReadonlyMap<string, readonly (readonly [string, string])[]>;
}

export function createProseWords(file: ProseFile, { numbersIn, names, currencies }: ProseKnowledge): ProseWords {
  const set = (words: readonly string[]): ReadonlySet<string> => new Set(words);
  return {
    file,
    numbersIn,
    free: set(file.free),
    adjuncts: set(file.adjuncts),
    prepositions: set([...file.adjuncts, ...file.prepositions]),
    movable: set(file.movable),
    breaks: set(file.breaks),
    links: set(file.links),
    marked: set([
      ...file.marked,
      ...Object.values(file.telling).flat(),
      ...file.accordingTo.flatMap((words) => words.split(' ').slice(0, 1)),
    ]),
    conditions: set(file.conditions),
    stages: set(file.stages),
    droppable: set(file.droppable),
    be: set(file.be),
    participles: set([...file.participles, ...file.pastForms.flat()]),
    verbs: new Map(file.pastForms.flatMap((forms) => forms.map((form) => [form, forms[0] ?? form] as const))),
    phrases: phrasesOf([...names, ...file.same], currencies),
  };
}

/** Each group is known by its first phrase; a phrase of two groups joins them. */
function phrasesOf(groups: readonly (readonly string[])[], currencies: ProseKnowledge['currencies']) {
  const found = new Map<string, string>();
  for (const group of groups) {
    const phrases = group.map(written);
    const known = phrases.map((phrase) => found.get(phrase)).find((as) => as !== undefined) ?? asOne(phrases[0] ?? '');
    for (const phrase of phrases) if (!found.has(phrase)) found.set(phrase, known);
  }
  for (const [sign, code] of Object.entries(currencies)) found.set(written(sign), `money_${code.toLowerCase()}`);
  const longestFirst = [...found].toSorted(([a], [b]) => b.length - a.length);
  return Map.groupBy(longestFirst, ([phrase]) => phrase.charAt(0));
}

/** A phrase as one word. */
const asOne = (phrase: string): string => phrase.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_');

/** "US" is no "us". */
const written = (phrase: string): string => (/^\p{Lu}[\p{Lu}.]+$/u.test(phrase) ? phrase : phrase.toLowerCase());
