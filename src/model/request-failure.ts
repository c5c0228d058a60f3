import { APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import type { ModelFailure } from '../domain/model.ts';
import { TooLong } from './bounded-fetch.ts';

const PROBLEM_CHARS = 2_000;
const MOST_CAUSES = 8;

/** What a request failed over; `problem` are the server's words, to be looked into and never shown. */
export interface RequestFailure {
  readonly failure: ModelFailure;
  readonly problem: string;
}

/**
 * @param signal ended the request where it is aborted
 * @param deadlineMs by when
 */
export function requestFailure(error: unknown, signal: AbortSignal, deadlineMs: number): RequestFailure {
  return { failure: kindOf(error, signal, deadlineMs), problem: problemIn(error) };
}

function kindOf(error: unknown, signal: AbortSignal, afterMs: number): ModelFailure {
  if (causesOf(error).some((cause) => cause instanceof TooLong)) return { kind: 'too-long' };
  if (signal.aborted || error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError)
    return { kind: 'timeout', afterMs };
  const status = error instanceof APIError && typeof error.status === 'number' ? error.status : null;
  if (status === null) return error instanceof SyntaxError ? { kind: 'malformed' } : { kind: 'unreachable' };
  if (status === 429) return { kind: 'rate-limited', ...retryAfter(error) };
  return status >= 500 ? { kind: 'server-error', status } : { kind: 'refused', status };
}

function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let at = error; at instanceof Error && causes.length < MOST_CAUSES; at = at.cause) causes.push(at);
  return causes;
}

/** Of seconds alone: a date is as good as none. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfter(error: unknown): { readonly retryAfterMs?: number } {
  const headers = error instanceof APIError && error.headers instanceof Headers ? error.headers : new Headers();
  const seconds = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(seconds) ? { retryAfterMs: Number(seconds) * 1_000 } : {};
}

const problemIn = (error: unknown): string =>
  error instanceof Error ? error.message.slice(0, PROBLEM_CHARS).toLowerCase() : '';
