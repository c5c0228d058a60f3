import { describeFailure, type IngestFailure } from '../ingest/failure.ts';
import { ThreadEnded } from '../thread.ts';

/** What reading one document came to: what is wrong with it, or what it did to the thread that read it. */
export type ReadingFailure =
  | IngestFailure
  /** Not done within the deadline. */
  | { readonly kind: 'too-slow'; readonly afterMs: number }
  /** Took more memory than the thread may have. */
  | { readonly kind: 'too-heavy' }
  /** Failed on our side; `problem` is for the log. */
  | { readonly kind: 'broken'; readonly problem: string };

/** One line in English for whoever started the reading. */
export function describeReadingFailure(failure: ReadingFailure): string {
  switch (failure.kind) {
    case 'too-slow':
      return `cannot be read within ${failure.afterMs / 1_000} s`;
    case 'too-heavy':
      return 'takes more memory to read than a document may';
    case 'broken':
      return `failed on our side (${failure.problem})`;
    default:
      return describeFailure(failure);
  }
}

/**
 * What a document did to the thread that read it, as a value.
 * @throws what was thrown, where the thread was closed: nothing is known of the document then
 */
export function failureOfThread(error: unknown, deadlineMs: number): ReadingFailure {
  if (!(error instanceof ThreadEnded)) return { kind: 'broken', problem: problemIn(error) };
  switch (error.kind) {
    case 'too-slow':
      return { kind: 'too-slow', afterMs: deadlineMs };
    case 'too-heavy':
      return { kind: 'too-heavy' };
    case 'broken':
      return { kind: 'broken', problem: problemIn(error.cause) };
    default:
      throw error;
  }
}

const problemIn = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300);
