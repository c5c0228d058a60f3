import { z } from 'zod';
import { CONFIRMATIONS, VERB_CLASSES } from './attribution.ts';

const COMPLEMENTS = ['any', 'clause', 'opened', 'report', 'topic'] as const;
export type Complement = (typeof COMPLEMENTS)[number];

const Words = z.array(z.string().min(1).max(60)).readonly();

/** What a language's words for speaking are: `data/lexicon/LANGUAGE/attribution.json`. All in lower case, with straight apostrophes. */
export const AttributionLexicon = z
  .strictObject({
    /**
     * Verbs of speaking: dictionary forms, or stems to be joined with each of `endings`.
     * `clause`: speaks only where a clause follows ("suggests that …"), or where it is put in between (", analysts believe,").
     * `topic`: only before one of `pleading` ("called for").
     * `opened`: only before "that" or beside a quotation. `report`: only before one of `nouns` ("rejected the claim").
     */
    verbs: z
      .array(z.strictObject({ class: z.enum(VERB_CLASSES), complement: z.enum(COMPLEMENTS), words: Words }))
      .readonly(),
    endings: z.array(z.string().max(8)).min(1).readonly(),
    /** Participles that with a form of "to be" hand something to nobody ("is believed to"). */
    hearsay: z.array(z.strictObject({ class: z.enum(VERB_CLASSES), words: Words })).readonly(),
    /** Phrases that hand a clause to nobody wherever they stand ("reportedly"). */
    adverbs: z.array(z.strictObject({ class: z.enum(VERB_CLASSES), words: Words })).readonly(),
    /** Nouns for what is said ("claim", "reports"), in all their forms. */
    nouns: z.array(z.strictObject({ class: z.enum(VERB_CLASSES), words: Words })).readonly(),
    /** Those of them that hand over what follows with "of" ("reports of attacks"). */
    eventNouns: Words,
    /** Verbs that things are the subject of as well as people ("suggest"). */
    evidential: Words,
    /** Words before a topic rather than a time or a place ("warned of"). */
    topics: Words,
    /** Words before what is asked for. */
    pleading: Words,
    /** Things that say what those who made them say ("statement", "update"). */
    documents: Words,
    /** Words before a speaker only where one follows who is known to speak ("citing officials"). */
    citing: Words,
    /** Verbs whose negation is that of what follows ("does not believe that …"). */
    raising: Words,
    /** Phrases before a speaker ("according to"). */
    according: z.array(z.strictObject({ class: z.enum(VERB_CLASSES), words: Words })).readonly(),
    /** Words that put "X said" beside what is said ("as X said"). */
    as: Words,
    /** Phrases that hand the sentence before to the speaker named ("об этом"). */
    backReference: Words,
    /** Words for "that" before what is said. */
    that: Words,
    /** "who", "which". */
    relatives: Words,
    /** Words that open another clause ("because", "when"), "and" and its like left out. */
    subordinators: Words,
    /** Words after a comma with which the narrator speaks again ("though"). */
    contrasts: Words,
    /** Phrases and nouns that tell on what occasion somebody spoke ("during a visit"): with these the narrator speaks again. */
    occasions: z.strictObject({ openers: Words, nouns: Words }),
    conjunctions: Words,
    prepositions: Words,
    /** Words before the one who does it in a passive ("by"). */
    agents: Words,
    /** Words between a report and its author ("claims from X"). */
    origins: Words,
    /** Words before a place that stands for those who work there ("in the General Staff they said"). */
    locatives: Words,
    auxiliaries: Words,
    /** Forms of "to be", for passives. */
    be: Words,
    /** Verbs and particles under which what follows is not said ("refused", "would"). */
    unreal: Words,
    negations: Words,
    /** "I", "we": the speaker of the quotation around them. */
    speakerPronouns: Words,
    /** "he", "they". */
    pronouns: Words,
    /** Days, and adverbs that may stand between speaker and verb. */
    fillers: Words,
    /** People to whom things are told who are no outlet ("reporters"). */
    audiences: Words,
    /** Verbs whose object is the one who is told. */
    telling: Words,
    /** Names and last words of names of outlets ("bbc", "times"). */
    outlets: Words,
    /** `words` after one of `negations`, or alone in `phrases`. */
    confirmation: z.strictObject({
      words: Words,
      phrases: z.array(z.strictObject({ status: z.enum(CONFIRMATIONS), words: Words })).readonly(),
      /** Words that mean the sentence before ("this", "the claim"). */
      anaphors: Words,
    }),
  })
  .readonly();
export type AttributionLexicon = z.infer<typeof AttributionLexicon>;
