import type { FetchFailure } from '../domain/fetch.ts';
import { FetchFault } from './fault.ts';

/** What ends a document that takes too long, from wherever that is noticed. */
export interface Bounds {
  /** Aborted with a FetchFault as its reason. */
  readonly signal: AbortSignal;
  readonly stop: (failure: FetchFailure) => void;
}

/** Gives `use` so much time for all that it does with `bounds`, or less when `outer` is aborted. */
export async function withinTime<T>(
  wholeMs: number,
  outer: AbortSignal,
  use: (bounds: Bounds) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const stop = (failure: FetchFailure): void => own.abort(new FetchFault(failure));
  const timer = setTimeout(() => stop({ kind: 'too-slow', bound: 'whole', limitMs: wholeMs }), wholeMs);
  try {
    return await use({ signal: AbortSignal.any([own.signal, outer]), stop });
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for what cannot be stopped, but no longer than `signal`; rejects with its reason. */
export async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const stopped = Promise.withResolvers<never>();
  const stop = (): void => stopped.reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, stopped.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
