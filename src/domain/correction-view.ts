import type { Brief } from './brief.ts';
import type { Correction, CorrectionId, ToldClaim } from './correction.ts';
import type { Mistake } from './mistake.ts';
import type { Travelled } from './travelled.ts';

/** Something that an article says and that may be corrected. */
export interface Statement {
  readonly told: ToldClaim;
  /** What holds of it already, in the scope that asks. */
  readonly corrections: readonly Correction[];
}

type Labels = Brief['labels'];

/** What one code stands for: what each source of an event says, or one claim. */
export interface Statements {
  readonly statements: readonly Statement[];
  readonly labels: Labels;
}

/** What is to be marked as wrong when somebody confirms it. */
export interface Proposal {
  readonly id: string;
  readonly reason: string;
  /** All that the code stands for and that is not marked yet. */
  readonly all: readonly ToldClaim[];
  /** Which of these alone is meant, by its place; null: all. */
  readonly only: number | null;
  readonly labels: Labels;
}

/** What of it is to be marked. */
export const meantIn = ({ all, only }: Pick<Proposal, 'all' | 'only'>): readonly ToldClaim[] =>
  all.filter((_, at) => only === null || at === only);

/** A page of corrections, the newest first. */
export interface CorrectionList {
  readonly corrections: readonly Correction[];
  /** On all pages. */
  readonly total: number;
  readonly labels: Labels;
  /** How far each has come in messages that were there, by its id; one that is on none is not in it. */
  readonly travelled: Readonly<Record<CorrectionId, Travelled>>;
}

/** A page of mistakes that nobody has looked at, the newest first. */
export interface MistakeList {
  readonly mistakes: readonly Mistake[];
  /** On all pages. */
  readonly total: number;
}

/** Why something was not done. */
export type CorrectionRefusal =
  /** Nothing has that code. */
  | { readonly kind: 'unknown'; readonly id: string }
  /** It is the code of an answer, which has many lines. */
  | { readonly kind: 'answer'; readonly id: string }
  /** None of its sources goes by that. */
  | { readonly kind: 'no-source'; readonly source: string }
  /** All of it is marked so. */
  | { readonly kind: 'already' }
  /** No correction has that code. */
  | { readonly kind: 'no-correction'; readonly id: string }
  /** The correction is taken back already. */
  | { readonly kind: 'undone' }
  /** What a source withdrew or updated by itself is nobody's to take back. */
  | { readonly kind: 'sources' }
  /** The proposal is kept no more, or the button is another's. */
  | { readonly kind: 'expired' }
  /** Whoever runs the bot made it. */
  | { readonly kind: 'operators' }
  /** A form came back without the words that it asks for. */
  | { readonly kind: 'no-words' }
  | { readonly kind: 'too-many'; readonly limit: number }
  /** The answer is kept no more. */
  | { readonly kind: 'no-answer' };

/** Who was told of a reported mistake: the moderators in their channel; nobody yet, since there is none; or whoever runs the bot, in the log. */
export type ToldOfMistake = 'channel' | 'list' | 'operator';
