import type { FetchDocument, FetchFailure, FetchOutcome, FetchRequest } from '../domain/fetch.ts';
import { tellable } from './address.ts';

export interface Turns {
  readonly hostsAtOnce: number;
  /** How long a host is left alone after a request, in ms. */
  readonly pauseMs: (hostname: string) => number;
  /** Requests that may wait at once; more fail as `queue-full`. */
  readonly waiting: number;
}

interface Waiting {
  readonly request: FetchRequest;
  readonly answer: (outcome: FetchOutcome) => void;
  readonly fail: (error: unknown) => void;
}

/** A host that is asked, that is left alone for a while, or that has requests waiting. */
interface Host {
  readonly name: string;
  readonly waiting: Waiting[];
}

export interface PoliteFetch {
  readonly fetch: FetchDocument;
  /** Whatever waits fails as `stopping`, and so does whatever comes. What is under way goes on. */
  readonly stop: () => void;
}

/**
 * Asks each host one thing at a time, with a pause after each, and a few hosts at once. Hosts take turns: one of which much is
 * wanted holds up no other, and one that is slow holds its own turn alone. Of one host, what was asked first comes first.
 */
export function createPoliteFetch(fetchDocument: FetchDocument, turns: Turns): PoliteFetch {
  const hosts = new Map<string, Host>();
  const ready: Host[] = [];
  const pauses = new Set<NodeJS.Timeout>();
  let running = 0;
  let waiting = 0;
  let isStopped = false;

  const startNext = (): void => {
    while (running < turns.hostsAtOnce) {
      const host = ready.shift();
      const next = host?.waiting.shift();
      if (!host || !next) return;
      running += 1;
      waiting -= 1;
      fetchDocument(next.request)
        .then(next.answer, next.fail)
        .finally(() => rest(host));
    }
  };
  const rest = (host: Host): void => {
    running -= 1;
    const pause = setTimeout(() => {
      pauses.delete(pause);
      if (host.waiting.length > 0) ready.push(host);
      else hosts.delete(host.name);
      startNext();
    }, turns.pauseMs(host.name));
    pauses.add(pause);
    startNext();
  };
  const join = (name: string, entry: Waiting): void => {
    const known = hosts.get(name);
    const host = known ?? { name, waiting: [] };
    hosts.set(name, host);
    host.waiting.push(entry);
    waiting += 1;
    if (!known) ready.push(host);
    startNext();
  };

  return {
    fetch: (request) => {
      if (isStopped) return Promise.resolve(notSent(request, 'stopping'));
      if (waiting >= turns.waiting) return Promise.resolve(notSent(request, 'queue-full'));
      const name = URL.parse(request.url)?.hostname;
      // What is no address at all is refused without being sent.
      if (!name) return fetchDocument(request);
      return new Promise((answer, fail) => join(name, { request, answer, fail }));
    },
    stop: () => {
      isStopped = true;
      for (const pause of pauses) clearTimeout(pause);
      for (const host of hosts.values())
        for (const { request, answer } of host.waiting.splice(0)) answer(notSent(request, 'stopping'));
      waiting = 0;
    },
  };
}

const notSent = ({ url }: FetchRequest, why: Extract<FetchFailure, { kind: 'not-sent' }>['why']): FetchOutcome => ({
  kind: 'failed',
  failure: { kind: 'not-sent', why },
  url: tellable(url),
});
