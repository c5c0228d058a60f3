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
    /** Prepositions of place and time, whose phrase may stand at the other end of a sentence, or be left out in front of it. */
    movable: Words,
    /** Verbs of what happens where and when what it befalls is: only about these such a phrase may stand at either end. `*`: any letters. */
    located: Words,
    /** Words that open a clause or another member of a list. */
    breaks: Words,
    /** Those of them that join members of a list. */
    links: Words,
    /** Words without which a sentence may mean something else: left out with a whole clause at the end alone. */
    marked: Words,
    /** What stands before or after them depends on them: never left out, nor what holds them. */
    conditions: Words,
    /** Where one of them stays, a phrase that bounds what it says of stays too: "no strikes on hospitals" is not "no strikes". `*`: any letters. */
    bounded: Words,
    /** Those of them that say that something has not happened, or not yet. */
    stages: Words,
    /** What is written in one word → as it is read. */
    contracted: z.record(z.string(), z.string()),
    /** Words that may be left out wherever they stand. */
    droppable: Words,
    /** Auxiliaries by what they tell of time. */
    tenses: z.strictObject({ present: Words, past: Words, perfect: Words, pluperfect: Words, does: Words, did: Words }),
    /** Before a participle, these make a passive; none: the language's passives are not read. */
    be: Words,
    /** What belongs to a verb that stands before it. */
    particles: Words,
    /** Before an infinitive. */
    infinitive: z.string(),
    /** Before whoever acts in a passive. */
    agent: z.string(),
    /** Participles that no ending tells. */
    participles: Words,
    /** Past forms of one verb. */
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
    /** Those of them behind which nobody goes on saying what somebody says before them. */
    fullJoints: Words,
    /** Words that stand for what is named before them. */
    pronouns: Words,
    /** Of these, and of openings of an infinitive, those that stand for a speaker who is named before. */
    forSpeaker: Words,
    /** Endings of a name in the nominative → in the case that `accordingTo` takes; the same where there are none. */
    genitives: z.array(z.tuple([z.string(), z.string()])).readonly(),
    /** Words before a date. */
    datesAfter: Words,
    /** Words that are verbs of a sentence and nothing else. `*`: any letters. */
    finite: Words,
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
  readonly auxiliaries: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  readonly isBounded: (word: string) => boolean;
  readonly isLocated: (word: string) => boolean;
  readonly isFinite: (word: string) => boolean;
  readonly participles: ReadonlySet<string>;
  /** Each verb form → the verb's. */
  readonly verbs: ReadonlyMap<string, string>;
  /** By their first sign: each phrase → what stands for all that mean the same; the longest first. Small letters, but for abbreviations. */
  readonly phrases: ReadonlyMap<string, readonly (readonly [string, string])[]>;
}

export function createProseWords(file: ProseFile, { numbersIn, names, currencies }: ProseKnowledge): ProseWords {
  const set = (words: readonly string[]): ReadonlySet<string> => new Set(words);
  const { perfect, pluperfect, does, did } = file.tenses;
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
    auxiliaries: set([...perfect, ...pluperfect, ...does, ...did]),
    pronouns: set(file.pronouns),
    isBounded: matcher(file.bounded),
    isLocated: matcher(file.located),
    isFinite: matcher(file.finite),
    participles: set([...file.participles, ...file.pastForms.flat()]),
    verbs: new Map(file.pastForms.flatMap((forms) => forms.map((form) => [form, forms[0] ?? form] as const))),
    phrases: phrasesOf([...names, ...file.same], currencies),
  };
}

/** Tells words of a list, in which `*` stands for any letters. */
function matcher(words: readonly string[]): (word: string) => boolean {
  const pattern = new RegExp(`^(?:${words.map((word) => word.replaceAll('*', String.raw`\p{L}*`)).join('|')})$`, 'u');
  return (word) => pattern.test(word);
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
