/** Work that lies open in a store, for a few at a time. */
export interface Queueing<T extends { readonly state: string }> {
  /** What is open now, in the order in which it is to be done. */
  readonly open: (atMost: number) => Promise<readonly T[]>;
  readonly keyOf: (one: T) => string;
  readonly work: (one: T) => Promise<void>;
  /** Told what failed; that is tried again when its lease is over. */
  readonly report: (error: unknown) => void;
}

/** Worked on at a time; more than that would wait for the platform's limits anyway. */
const AT_ONCE = 64;
/** How much is queued in one go. */
export const BATCH = 256;

/**
 * What it returns does all that is open, each once in each of its states; it may be called again before it has resolved: what is in
 * hand is left alone. Rejects only where it cannot be asked what is open.
 */
export function createWorkers<T extends { readonly state: string }>(queueing: Queueing<T>): () => Promise<void> {
  const inHand = new Set<string>();
  return async () => {
    const queue = queueOf(queueing, inHand);
    const workers = Math.max(0, AT_ONCE - inHand.size);
    await Promise.all(Array.from({ length: workers }, () => worker(queueing, queue)));
  };
}

interface Queue<T> {
  /** Takes one in hand; null: there is none. */
  readonly next: () => Promise<T | null>;
  readonly done: (one: T) => void;
}

function queueOf<T extends { readonly state: string }>({ open, keyOf }: Queueing<T>, inHand: Set<string>): Queue<T> {
  const given = new Set<string>();
  let waiting: readonly T[] = [];
  // What was done may have brought one to its next state.
  let mayBeMore = true;
  let asking: Promise<void> | null = null;
  const ask = async (): Promise<void> => {
    mayBeMore = false;
    waiting = await open(BATCH);
    asking = null;
  };
  const isFree = (one: T): boolean => !inHand.has(keyOf(one)) && !given.has(`${keyOf(one)} ${one.state}`);
  return {
    next: async () => {
      if (waiting.length === 0 && (mayBeMore || asking)) {
        asking ??= ask();
        await asking;
      }
      const [one = null, ...rest] = waiting.filter(isFree);
      waiting = rest;
      if (one === null) return null;
      inHand.add(keyOf(one));
      given.add(`${keyOf(one)} ${one.state}`);
      return one;
    },
    done: (one) => {
      inHand.delete(keyOf(one));
      mayBeMore = true;
    },
  };
}

async function worker<T extends { readonly state: string }>(
  { work, report }: Queueing<T>,
  { next, done }: Queue<T>,
): Promise<void> {
  for (let one = await next(); one !== null; one = await next()) {
    await work(one).catch(report);
    done(one);
  }
}
