import type { Chunk, Chunked } from './chunks.ts';
import type { NounPhrase } from './clauses.ts';
import type { Control, OrderGrammar } from './lexicon.ts';
import type { BaseVerb } from './verb-phrases.ts';

/** A complement being collected; `noun` is an index among the noun phrases. */
export interface DraftComplement {
  readonly preposition: string;
  readonly noun: number;
  readonly fronted: boolean;
}

/** A verb whose roles are being found. */
export interface Draft {
  base: BaseVerb;
  readonly verb: number;
  form: Exclude<BaseVerb['form'], 'loose'>;
  passive: boolean;
  subject: number | null;
  object: number | null;
  particle: string | null;
  readonly complements: DraftComplement[];
  /** Index of the verb that it depends on. */
  governor: number | null;
  /** The noun that it depends on: "a plan to leave". */
  governorNoun: number | null;
  control: Control | null;
  negated: boolean;
  conditional: boolean;
  relative: boolean;
  readonly question: boolean;
  readonly quoted: boolean;
  /** Index of the verb whose content it is. */
  speech: number | null;
}

/** A clause that is open: its finite verb has not come, or may still be followed by more. */
export interface Frame {
  readonly kind: 'main' | 'relative' | 'subordinate';
  readonly conditional: boolean;
  readonly question: boolean;
  /** The noun phrase that a relative clause describes. */
  readonly antecedent: number | null;
  speech: number | null;
  subject: number | null;
  verb: Draft | null;
  /** The verb, finite or not, that objects and complements go to. */
  latest: Draft | null;
  /** A noun phrase that may yet turn out to be the subject of what follows. */
  free: number | null;
  readonly fronted: DraftComplement[];
  /** Verbs without a subject of their own that wait for the subject of the clause. */
  readonly waiting: Draft[];
}

/** What is known while the chunks of a sentence are read from left to right. */
export interface State extends Chunked {
  readonly grammar: OrderGrammar;
  readonly phrases: readonly NounPhrase[];
  /** For each noun phrase the one that it follows with "of"; itself where none. */
  readonly parents: readonly number[];
  readonly drafts: Draft[];
  readonly frames: Frame[];
  /** Whether it ends without a full stop, as headlines do: these leave out auxiliaries. */
  readonly headline: boolean;
  /** Preposition behind which no noun phrase came yet. */
  preposition: string | null;
  /** For each token whether it stands in quotation marks. */
  readonly quoted: readonly boolean[];
}

export const openFrame = (kind: Frame['kind'], more: Partial<Frame> = {}): Frame => ({
  kind,
  conditional: false,
  question: false,
  antecedent: null,
  speech: null,
  subject: null,
  verb: null,
  latest: null,
  free: null,
  fronted: [],
  waiting: [],
  ...more,
});

/** The innermost open clause. */
export function topOf(state: State): Frame {
  const top = state.frames.at(-1);
  if (top !== undefined) return top;
  const main = openFrame('main');
  state.frames.push(main);
  return main;
}

/** The chunk before, adverbs passed. */
export function chunkBefore({ chunks }: Chunked, at: number): Chunk | undefined {
  const before = chunks[at - 1];
  return before?.kind === 'other' ? chunks[at - 2] : before;
}

const MAX_CHAIN = 6;

/** The noun phrases from one up the chain of "of" and lists, itself first. */
export function chainOf({ phrases, parents }: Pick<State, 'phrases' | 'parents'>, noun: number): readonly number[] {
  const chain = [noun];
  for (let at = noun; chain.length < MAX_CHAIN; ) {
    const next = phrases[at]?.listedWith ?? parents[at] ?? at;
    if (next === at) break;
    chain.push(next);
    at = next;
  }
  return chain;
}

/** The noun phrase at the top of the chain: the one that has a part in the clause. */
export const rootOf = (state: Pick<State, 'phrases' | 'parents'>, noun: number): number =>
  chainOf(state, noun).at(-1) ?? noun;

/** The lemma of a noun phrase's head; '' for none. */
export const headLemma = ({ words, phrases }: State, noun: number | null): string => {
  const head = noun === null ? undefined : phrases[noun]?.head;
  return head === undefined ? '' : (words[head]?.lemma ?? '');
};

/** Whether a verb may have a clause as its object. */
export const takesClause = ({ grammar }: State, { base }: Draft): boolean => grammar.speech.has(base.lemma);
