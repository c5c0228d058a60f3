import type { CorrectionKind } from '../../domain/correction.ts';
import type { CorrectionRefusal, ToldOfMistake } from '../../domain/correction-view.ts';

/** Words on what was corrected, and on how that is done. Dates arrive formatted. */
export interface CorrectionMessages {
  /** Before the reason, with the day: an update is never called an error. */
  readonly mark: Readonly<Record<CorrectionKind, (day: string) => string>>;
  /** Why an article does not say so any more. */
  readonly how: Readonly<Record<'gone' | 'changed' | 'reread', string>>;
  /** The later figure, and who gives it. */
  readonly now: (figure: string, publisher: string) => string;
  /** Of an answer that was given before: so many lines of it are struck out. */
  readonly since: (n: number) => string;
  readonly list: {
    readonly title: string;
    readonly none: string;
    readonly count: (n: number) => string;
    /** Only the newest are shown. */
    readonly newest: (shown: number) => string;
    readonly kinds: Readonly<Record<CorrectionKind, string>>;
    /** Who decided. */
    readonly by: Readonly<Record<'moderators' | 'operator' | 'source', string>>;
    readonly everywhere: string;
    readonly undone: (day: string) => string;
    readonly mistakes: (n: number) => string;
  };
  /** What a digest printed before. */
  readonly digest: { readonly title: string; readonly more: (n: number) => string };
  readonly marking: {
    readonly title: string;
    /** What marking does: in a server, or everywhere. */
    readonly ask: (n: number, isEverywhere: boolean) => string;
    readonly reason: string;
    readonly confirm: string;
    readonly cancel: string;
    readonly cancelled: string;
    readonly done: (n: number) => string;
    readonly undoWith: (id: string) => string;
    readonly undone: string;
    readonly undoneNext: string;
    readonly allSources: string;
    readonly pick: string;
    /** Of so many statements a menu holds the first `shown`. */
    readonly menuHolds: (shown: number, all: number) => string;
  };
  readonly report: {
    /** The button under answers. */
    readonly button: string;
    readonly title: string;
    readonly line: string;
    readonly lineHint: string;
    readonly words: string;
    readonly wordsHint: string;
    readonly thanks: Readonly<Record<ToldOfMistake, string>>;
  };
  readonly mistake: {
    readonly title: string;
    readonly by: string;
    readonly answer: string;
    readonly line: string;
    readonly wholeAnswer: string;
    /** The member named a line that is not found. */
    readonly noSuchLine: string;
    readonly mark: string;
    readonly dismiss: string;
    readonly evidence: (id: string) => string;
    readonly list: string;
    readonly none: string;
    readonly settled: Readonly<Record<'marked' | 'dismissed', string>>;
    readonly settledBefore: string;
    readonly formTitle: string;
    readonly code: string;
    readonly codeHint: string;
    readonly reason: string;
  };
  readonly refusal: (refusal: CorrectionRefusal) => string;
}
