import type { Control } from './lexicon.ts';

/** Tokens of a sentence, half-open, and the index of the word that stands for them. */
interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly head: number;
}

/** A noun with what stands before it. Links are indices among the noun phrases of the sentence. */
export interface NounPhrase extends Phrase {
  readonly determiner: number | null;
  /** "no casualties" */
  readonly negated: boolean;
  readonly possessor: number | null;
  /** What follows with "of". */
  readonly of: number | null;
  /** The noun phrase that it explains: in "Ann Lee, the head of Care," the second explains the first. */
  readonly explains: number | null;
  /** The first member of the list that it continues: "A, B and C". */
  readonly listedWith: number | null;
}

/** A part that a predicate has; `phrase` is its index among the noun phrases. */
export interface Argument extends Phrase {
  readonly phrase: number;
}

export interface Complement extends Argument {
  /** In lower case, several words with a blank between; '' for a bare time ("arrived Friday"). */
  readonly preposition: string;
  /** Whether it stands before the verb. */
  readonly fronted: boolean;
}

/** What a verb and a noun of an event have in common. Other predicates are given as indices. */
interface Roles extends Phrase {
  /** Dictionary form; of a noun the verb that tells the same. */
  readonly lemma: string;
  readonly subject: Argument | null;
  readonly object: Argument | null;
  /** "by" of a passive or of a noun. */
  readonly agent: Argument | null;
  readonly complements: readonly Complement[];
  /** Whether it is negated where it stands; what governs it may negate it too. */
  readonly negated: boolean;
  /** The predicate that it depends on. */
  readonly governor: number | null;
  /** What the governing word says of it. */
  readonly control: Control | null;
  readonly conditional: boolean;
  readonly quoted: boolean;
  readonly question: boolean;
  /** The verb of speech, belief or perception that it is the content of. */
  readonly speech: number | null;
}

export interface VerbGroup extends Roles {
  readonly kind: 'verb';
  readonly particle: string | null;
  readonly form: 'finite' | 'infinitive' | 'gerund' | 'participle';
  readonly tense: 'past' | 'present' | 'future' | null;
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly passive: boolean;
  readonly modal: string | null;
  readonly relative: boolean;
}

export interface EventNoun extends Roles {
  readonly kind: 'noun';
  /** Whose event it is: "Russia's withdrawal", "Russian withdrawal". */
  readonly possessor: Argument | null;
  readonly of: Argument | null;
}

export type Predicate = VerbGroup | EventNoun;

/** A sentence taken apart. */
export interface Clauses {
  readonly nounPhrases: readonly NounPhrase[];
  /** In the order of their heads. */
  readonly predicates: readonly Predicate[];
  /** For each token the noun phrase that it is in, or -1. */
  readonly phraseOf: readonly number[];
  /** For each token how many verb groups have their head before it. */
  readonly verbsBefore: readonly number[];
}
