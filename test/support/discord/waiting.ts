/** Resolves when `done` holds, tried at every change; rejects with what was waited for after `withinMs`. */
export type Until = (done: () => boolean, withinMs: number, what: string) => Promise<void>;

/** Those who wait for something to happen: each looks again at every change. */
export function waiters(): { readonly changed: () => void; readonly until: Until } {
  const waiting = new Set<() => void>();
  const changed = (): void => {
    for (const look of waiting) look();
  };
  const until: Until = (done, withinMs, what) =>
    new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        waiting.delete(look);
        settle();
      };
      const look = (): void => {
        if (done()) end(resolve);
      };
      const timer = setTimeout(
        () => end(() => reject(new Error(`Waited ${withinMs} ms in vain for ${what}.`))),
        withinMs,
      );
      waiting.add(look);
      look();
    });
  return { changed, until };
}
