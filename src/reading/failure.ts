import { Ended } from '../apart/queue.ts';
import type { Result } from '../domain/failure.ts';
import { describeFailure, type IngestFailure } from '../ingest/failure.ts';

/** What reading one document came to: what is wrong with it, or what it did to the thread that read it. */
export type ReadingFailure =
  | IngestFailure
  /** Not done within the deadline. */
  | { readonly kind: 'too-slow'; readonly limitMs: number }
  /** Took more memory than the thread may have. */
  | { readonly kind: 'too-heavy' }
  /** Failed on our side; `problem` is for the log. */
  | { readonly kind: 'broken'; readonly problem: string };

/** One line in English for whoever started the reading. */
export function describeReadingFailure(failure: ReadingFailure): string {
  switch (failure.kind) {
    case 'too-slow':
      return `cannot be read within ${failure.limitMs / 1_000} s`;
    case 'too-heavy':
      return 'takes more memory to read than a document may';
    case 'broken':
      return `failed on our side (${failure.problem})`;
    default:
      return describeFailure(failure);
  }
}

/**
 * What a thread answered, or what the document did to it, as a value. Rejects where the thread was closed: nothing is known of
 * the document then.
 */
export async function outcomeOf(
  answer: Promise<unknown>,
  deadlineMs: number,
): Promise<Result<unknown, ReadingFailure>> {
  try {
    return { ok: true, value: await answer };
  } catch (error) {
    return { ok: false, error: failureOf(error, deadlineMs) };
  }
}

function failureOf(error: unknown, deadlineMs: number): ReadingFailure {
  if (!(error instanceof Ended)) return { kind: 'broken', problem: problemIn(error) };
  switch (error.kind) {
    case 'too-slow':
      return { kind: 'too-slow', limitMs: deadlineMs };
    case 'too-heavy':
      return { kind: 'too-heavy' };
    case 'broken':
      return { kind: 'broken', problem: problemIn(error.cause) };
    default:
      throw error;
  }
}

const problemIn = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300);
