import type { CorrectionKind } from '../../domain/correction.ts';

/** Words on what was corrected, and on how that is done. */
export interface CorrectionMessages {
  /** Before the reason, with the day: an update is never called an error. */
  readonly mark: Readonly<Record<CorrectionKind, (day: string) => string>>;
  /** Why an article does not say so any more. */
  readonly how: Readonly<Record<'gone' | 'changed' | 'reread', string>>;
  /** The later figure, and who gives it. */
  readonly now: (figure: string, publisher: string) => string;
  /** Of an answer that was given before: so many statements of it are struck out. */
  readonly since: (n: number) => string;
}
