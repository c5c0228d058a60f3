import { setTimeout as after } from 'node:timers/promises';

/** What the work comes to, or `otherwise` when it takes longer than `ms`. */
export async function within<T, Else>(work: Promise<T>, ms: number, otherwise: Else): Promise<T | Else> {
  const stop = new AbortController();
  const late = after(ms, otherwise, { signal: stop.signal });
  late.catch(() => undefined); // rejects when it is no longer needed
  return Promise.race([work, late]).finally(() => stop.abort());
}
