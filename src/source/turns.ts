import type { FetchDocument, FetchFailure, FetchOutcome, FetchRequest } from '../domain/fetch.ts';
import { tellable } from './address.ts';
import { createHostQueue } from './host-queue.ts';

export interface Turns {
  readonly hostsAtOnce: number;
  /** How long a host is left alone after a request to this address, in ms. */
  readonly pauseMs: (url: string) => number;
  /** Requests that may wait at once; more fail as `queue-full`. */
  readonly waiting: number;
}

export interface PoliteFetch {
  readonly fetch: FetchDocument;
  /** Whatever waits fails as `stopping`, and so does whatever comes. What is under way goes on. */
  readonly stop: () => void;
}

interface Waiting {
  readonly request: FetchRequest;
  readonly answer: (outcome: FetchOutcome | Promise<FetchOutcome>) => void;
}

/**
 * Asks each host one thing at a time, with a pause after each, and a few hosts at once. Hosts take turns: one of which much is
 * wanted holds up no other, and one that is slow holds its own turn alone.
 */
export function createPoliteFetch(fetchDocument: FetchDocument, turns: Turns): PoliteFetch {
  const queue = createHostQueue<Waiting>();
  const pauses = createPauses();
  let running = 0;
  let isStopped = false;

  const startNext = (): void => {
    const next = running < turns.hostsAtOnce ? queue.take() : null;
    if (next === null) return;
    running += 1;
    const { request, answer } = next.item;
    const outcome = fetchDocument(request);
    answer(outcome);
    const done = (): void => rest(next.host, request);
    outcome.then(done, done);
    startNext();
  };
  const rest = (host: string, { url }: FetchRequest): void => {
    running -= 1;
    pauses.after(turns.pauseMs(url), () => {
      queue.release(host);
      startNext();
    });
    startNext();
  };
  const inTurn = (host: string, request: FetchRequest): Promise<FetchOutcome> =>
    new Promise((answer) => {
      queue.add(host, { request, answer });
      startNext();
    });

  return {
    fetch: async (request) => {
      if (isStopped) return notSent(request, 'stopping');
      if (queue.size() >= turns.waiting) return notSent(request, 'queue-full');
      const host = URL.parse(request.url)?.hostname;
      // What is no address of a host is refused without being sent.
      return host ? inTurn(host, request) : fetchDocument(request);
    },
    stop: () => {
      isStopped = true;
      pauses.end();
      for (const { request, answer } of queue.drain()) answer(notSent(request, 'stopping'));
    },
  };
}

/** Timers that can be ended all at once. */
function createPauses() {
  const timers = new Set<NodeJS.Timeout>();
  return {
    after: (ms: number, then: () => void): void => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        then();
      }, ms);
      timers.add(timer);
    },
    end: (): void => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

const notSent = ({ url }: FetchRequest, why: Extract<FetchFailure, { kind: 'not-sent' }>['why']): FetchOutcome => ({
  kind: 'failed',
  failure: { kind: 'not-sent', why },
  url: tellable(url),
});
