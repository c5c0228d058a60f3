import type { Correction, CorrectionId, CorrectionKind } from '../domain/correction.ts';
import type {
  CorrectionList,
  CorrectionRefusal,
  MistakeList,
  Proposal,
  Statements,
  ToldOfMistake,
} from '../domain/correction-view.ts';
import type { Result } from '../domain/failure.ts';
import type { Mistake } from '../domain/mistake.ts';
import type { Scope } from '../domain/scope.ts';

/** Who acts, for which server and when. */
export interface CorrectionActor {
  readonly scope: Scope;
  /** null: whoever runs the bot, from a terminal. */
  readonly userId: string | null;
  /** Unix ms. */
  readonly nowMs: number;
}

/** What is to be marked as wrong. */
export interface CorrectionWish {
  /** Of an event, with or without `event:` before it, or of a claim (`article:claim`). */
  readonly id: string;
  /** One of its sources, as `article:claim`; null: all. */
  readonly source: string | null;
  readonly reason: string;
}

/** A mistake as a member reports it. */
export interface MistakeReport {
  /** The answer's id. */
  readonly answer: string;
  /** The number of a source in it, as `[3]`, or the code of an event; '' for the whole answer. */
  readonly line: string;
  readonly words: string;
}

/** What is done about what does not stand: the same for every edge. */
export interface Corrections {
  /** What a code stands for, marked as wrong or not; null: nothing. */
  readonly statements: (id: string, scope: Scope) => Promise<Statements | null>;
  /** Looks what would be marked as wrong and keeps that for a quarter of an hour; nothing changes by it. */
  readonly propose: (wish: CorrectionWish, actor: CorrectionActor) => Promise<Result<Proposal, CorrectionRefusal>>;
  /** What was proposed by the same actor; null: it is kept no more. */
  readonly proposed: (proposal: string, actor: CorrectionActor) => Promise<Proposal | null>;
  /** Has it be of one of its statements alone, by its place; null: of all. Returns null where it is kept no more. */
  readonly narrow: (proposal: string, only: number | null, actor: CorrectionActor) => Promise<Proposal | null>;
  /** Does what was proposed by the same actor. */
  readonly confirm: (
    proposal: string,
    actor: CorrectionActor,
  ) => Promise<Result<readonly Correction[], CorrectionRefusal>>;
  /** Takes back what was marked as wrong in the actor's own scope. */
  readonly undo: (id: CorrectionId, actor: CorrectionActor) => Promise<Result<Correction, CorrectionRefusal>>;
  /**
   * Those in sight of a scope, the newest first; `kind`: only such. Where there are more, those that people made come before the
   * others: a source that is withdrawn makes thousands.
   */
  readonly list: (scope: Scope, kind: CorrectionKind | null, atMost: number) => Promise<CorrectionList>;
  /** Keeps a member's report and tells moderators of it. */
  readonly report: (
    report: MistakeReport,
    actor: CorrectionActor & { readonly userId: string },
  ) => Promise<Result<ToldOfMistake, CorrectionRefusal>>;
  readonly mistake: (id: string, scope: Scope) => Promise<Mistake | null>;
  readonly mistakes: (scope: Scope, from: number, atMost: number) => Promise<MistakeList>;
  /** Settles a mistake that was reported; null where somebody has done so before. */
  readonly settle: (id: string, how: 'marked' | 'dismissed', actor: CorrectionActor) => Promise<Mistake | null>;
}
