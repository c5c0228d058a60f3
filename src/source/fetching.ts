import { Agent } from 'undici';
import type { AllowedHost } from '../domain/allowed-host.ts';
import type { FetchDocument, FetchRequest } from '../domain/fetch.ts';
import { sendable } from './answer.ts';
import { askWith } from './ask.ts';
import { createConnector } from './connector.ts';
import { ACCEPT_ENCODING } from './decompress.ts';
import { createFetchDocument, type DocumentOptions } from './document.ts';
import { FetchFault } from './fault.ts';
import { FETCH_LIMITS, type FetchLimits } from './limits.ts';
import { localResolver, publicResolver, type Resolve } from './resolve.ts';
import { createRobotsGate } from './robots-gate.ts';
import { createPoliteFetch } from './turns.ts';

export interface FetchingOptions {
  /** Hosts that may be private, and their ports. */
  readonly allowedHosts: readonly AllowedHost[];
  /** Ours, for the User-Agent. */
  readonly version: string;
  /** Where whoever runs this bot can be found; null: the User-Agent does not say. */
  readonly contact: string | null;
  /** Unix ms. */
  readonly now: () => number;
  /** Looks names up instead of the system's name servers. */
  readonly resolve?: Resolve;
  /** Those that differ from FETCH_LIMITS. */
  readonly limits?: Partial<FetchLimits>;
}

export interface Fetching {
  readonly fetch: FetchDocument;
  /** Ends what is under way, which then fails as `stopping`. */
  readonly close: () => Promise<void>;
}

/** By which robots.txt may name us: https://www.rfc-editor.org/rfc/rfc9309#section-2.2.1 */
const PRODUCT = 'Sitrep';

/** For a site's next page. Servers propose minutes, which would keep the connections of a thousand sites open. */
const KEPT_OPEN_MS = 2_000;

const ACCEPT: Readonly<Record<FetchRequest['accept'], string>> = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1',
  page: 'text/html, application/xhtml+xml, application/xml;q=0.8, */*;q=0.1',
};

/** Fetches documents from the network, safely and politely: docs/fetching.md. */
export function createFetching(options: FetchingOptions): Fetching {
  const { allowedHosts, now } = options;
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const ending = new AbortController();
  const agent = agentFor(options, limits);
  const common = { ask: askWith(agent, limits), allowedHosts, now, ending: ending.signal };
  const robots = createRobotsGate({
    fetch: createFetchDocument(robotsOptions(options, common, limits)),
    now,
    token: PRODUCT.toLowerCase(),
  });
  const headersFor = (request: FetchRequest) => headersOf(request, userAgent(options));
  const polite = createPoliteFetch(createFetchDocument({ ...common, limits, headersFor, admit: robots.admit }), {
    hostsAtOnce: limits.hostsAtOnce,
    waiting: limits.waiting,
    pauseMs: (url) => pauseFor(robots.crawlDelayMs(new URL(url).origin), limits),
  });
  return {
    fetch: polite.fetch,
    close: async () => {
      polite.stop();
      ending.abort(new FetchFault({ kind: 'not-sent', why: 'stopping' }));
      await agent.destroy();
    },
  };
}

const pauseFor = (crawlDelayMs: number | null, { pauseMs, maxPauseMs }: FetchLimits): number =>
  Math.max(pauseMs, Math.min(maxPauseMs, crawlDelayMs ?? 0));

function agentFor({ allowedHosts, resolve }: FetchingOptions, { connectMs, headerBytes }: FetchLimits): Agent {
  const resolvePublic = resolve ?? publicResolver(connectMs / 2);
  const connect = createConnector({
    allowedHosts,
    resolvePublic,
    resolveAllowed: resolve ?? localResolver,
    connectMs,
  });
  const keepAlive = { keepAliveTimeout: KEPT_OPEN_MS, keepAliveMaxTimeout: KEPT_OPEN_MS };
  return new Agent({ connect, maxHeaderSize: headerBytes, allowH2: false, ...keepAlive });
}

/** robots.txt is no page: it needs nobody's leave. */
const robotsOptions = (
  options: FetchingOptions,
  common: Pick<DocumentOptions, 'ask' | 'allowedHosts' | 'now' | 'ending'>,
  limits: FetchLimits,
): DocumentOptions => ({
  ...common,
  limits: { ...limits, wholeMs: limits.robotsMs },
  headersFor: () => ({
    'user-agent': userAgent(options),
    accept: 'text/plain, */*;q=0.1',
    'accept-encoding': ACCEPT_ENCODING,
  }),
  admit: async () => null,
});

const userAgent = ({ version, contact }: FetchingOptions): string =>
  `${PRODUCT}/${version}${contact === null ? '' : ` (+${contact})`}`;

function headersOf({ accept, validators }: FetchRequest, agent: string): Readonly<Record<string, string>> {
  const [etag, since] = [sendable(validators?.etag ?? null), sendable(validators?.lastModified ?? null)];
  return {
    'user-agent': agent,
    accept: ACCEPT[accept],
    // What a site shows to everybody: articles are not ours to choose by language.
    'accept-language': '*',
    'accept-encoding': ACCEPT_ENCODING,
    ...(etag !== null && { 'if-none-match': etag }),
    ...(since !== null && { 'if-modified-since': since }),
  };
}
