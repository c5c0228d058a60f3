import { z } from 'zod';

/** What a word that governs an event says of it: "plans to", "tried to", "may", "refuses to", "fails to", "continues to", "managed to". */
const CONTROLS = ['planned', 'attempted', 'hypothetical', 'refused', 'failed', 'ongoing', 'done'] as const;
export type Control = (typeof CONTROLS)[number];

const words = z.array(z.string().min(1)).readonly();
const byWord = <V extends z.ZodType>(value: V) => z.record(z.string().min(1), value).readonly();

/** What `realisOf` asks for in every language. */
const realisWords = {
  modals: byWord(z.enum(CONTROLS)),
  /** Modals that tell a plan, not a wish, behind a verb of speech. */
  reportedFuture: words,
  /** "did not come until May": with these, what is negated happened. */
  endsOfNegation: words,
  denials: words,
  /** Verbs whose content is wished or feared, not told. */
  unrealSpeech: words,
  /** Verbs that add little to the event that is their object: whose subject does it. */
  light: words,
  linking: words,
  /** Verbs whose object is a fact whatever is said of the verb: "may condemn the attack". */
  presupposing: words,
};

/** Grammar words of a language that tells roles by the order of words. Words are in lower case; verbs and nouns as lemmas. */
const OrderLexicon = z.strictObject({
  grammar: z.literal('order'),
  ...realisWords,
  be: words,
  have: words,
  do: words,
  /** The preposition before the subject of an infinitive: "for". */
  subjectMarker: z.string().min(1),
  negators: words,
  negativeDeterminers: words,
  /** Words that stand before a determiner: "half the". */
  predeterminers: words,
  negativePhrases: words,
  /** Verbs, as lemmas, with a word behind them that says that what they govern does not happen. */
  undoing: words,
  /** Verbs that may stand with a noun of an event and whose subject does not do what it tells: "faced an attack". */
  undergoing: words,
  /** Verbs of a visit whose subject is the host. */
  receiving: words,
  negativePrepositions: words,
  conditionals: words,
  subordinators: words,
  /** Verbs with a preposition that would else open a clause: "known as". */
  namedAs: words,
  relatives: words,
  /** Conjunctions that lead out of what was said before. */
  adversatives: words,
  interrogatives: words,
  prepositions: words,
  compoundPrepositions: words,
  /** Words before a number that belong to it. */
  quantifiers: words,
  possessives: words,
  /** Words may stand behind a verb as part of it; before a noun only in a phrasal verb. */
  particles: words,
  phrasalVerbs: words,
  /** Verbs whose passive has an object: "named", "given". */
  twoObjects: words,
  timeNouns: words,
  demonymEndings: words,
  control: byWord(z.enum(CONTROLS)),
  /** What a verb says of an event that is its object or stands behind its preposition ("call for"). */
  nominalControl: byWord(z.enum(CONTROLS)),
  /** Words behind which an infinitive has happened when they tell of the past: "was able to". */
  achieved: words,
  /** Verbs whose object does what the infinitive says. */
  objectControl: words,
  /** Verbs whose object does what the gerund behind a preposition says. */
  blame: words,
  speech: words,
  intransitive: words,
  /** Lemmas that are nouns and verbs alike and that taggers confuse. */
  ambiguous: words,
  /** Nouns that tell of an event, with the verb that tells the same. */
  eventNouns: byWord(z.string().min(1)),
  /** Past forms that are nouns or adjectives too, with their verbs. */
  homographs: byWord(z.string().min(1)),
  irregularPast: words,
  irregularParticiple: words,
});

/** Grammar words of a language that tells roles by endings, for which there is no tagger. Verbs and nouns as stems. */
const EndingsLexicon = z.strictObject({
  grammar: z.literal('endings'),
  ...realisWords,
  negators: words,
  negativePrepositions: words,
  conditionals: words,
  conjunctions: words,
  prepositions: words,
  pronouns: words,
  /** Times in the case that follows "on" and "in". */
  timeNouns: words,
  adjectiveEndings: words,
  /** Endings of verbs with the form that each tells. */
  verbEndings: byWord(z.enum(['past', 'present', 'infinitive', 'participle'])),
  /** Beginnings that make the present form of a verb tell the future, and endings that undo this. */
  perfectivePrefixes: words,
  imperfectiveEndings: words,
  /** Words that end like verbs and are none, and endings of such words. */
  notVerbs: words,
  notVerbEndings: words,
  /** What may follow the beginning of an event noun. */
  caseEndings: z.array(z.string()).readonly(),
  /** Beginnings of words. */
  control: byWord(z.enum(CONTROLS)),
  speech: words,
  eventNouns: byWord(z.string().min(1)),
});

/** The file `clauses.json` of a language. */
export const ClauseWords = z.discriminatedUnion('grammar', [OrderLexicon, EndingsLexicon]);
export type ClauseWords = z.infer<typeof ClauseWords>;
type OrderWords = z.infer<typeof OrderLexicon>;
type EndingsWords = z.infer<typeof EndingsLexicon>;

type Looked<T> = {
  readonly [K in keyof T]: T[K] extends readonly string[]
    ? ReadonlySet<string>
    : T[K] extends string
      ? T[K]
      : T[K] extends Readonly<Record<string, infer V>>
        ? ReadonlyMap<string, V>
        : T[K];
};

/** The words as they are looked up. */
export type OrderGrammar = Looked<OrderWords>;
export type EndingsGrammar = Looked<EndingsWords>;
export type RealisGrammar = Pick<OrderGrammar, keyof typeof realisWords>;
export type ClauseLexicon = OrderGrammar | EndingsGrammar;

const look = (value: unknown): unknown => {
  if (Array.isArray(value)) return new Set(value);
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : value;
};

/** Prepares the words of a language for `findClauses`; do this once. */
export function clauseLexicon(words: ClauseWords): ClauseLexicon {
  // Each field becomes what Looked says of it; the compiler cannot follow that through fromEntries.
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, look(value)]),
  ) as unknown as ClauseLexicon;
}
