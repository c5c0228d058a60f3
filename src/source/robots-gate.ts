import type { FetchDocument, FetchFailure, FetchOutcome } from '../domain/fetch.ts';
import { forbiddenBy, NO_RULES, parseRobots, type Robots } from './robots.ts';

const HOUR_MS = 3_600_000;
/** The most that is allowed: https://www.rfc-editor.org/rfc/rfc9309#section-2.4 */
const GOOD_FOR_MS = 24 * HOUR_MS;
/** How long a site whose robots.txt cannot be read is left alone. */
const BAD_FOR_MS = HOUR_MS / 4;
const MAX_SITES = 2_000;

export interface RobotsGate {
  /** Why a page may not be read; null where it may. Reads the site's robots.txt where it is not known. */
  readonly admit: (url: URL) => Promise<FetchFailure | null>;
  /** The pause that the site at an origin asks for between requests, in ms, as far as it is known; else null. */
  readonly crawlDelayMs: (origin: string) => number | null;
}

interface GateOptions {
  /** Fetches robots.txt itself. */
  readonly fetch: FetchDocument;
  readonly now: () => number;
  /** Our product token, in lower case. */
  readonly token: string;
}

/** What is known of a site: its rules, or why nothing of it may be read. */
type Known = Robots | FetchFailure;

interface Site {
  readonly known: Promise<Known>;
  /** As far as it has been read. */
  crawlDelayMs: number | null;
  untilMs: number;
}

/** Keeps to what sites say in robots.txt, which is read once a day and kept in memory for some thousand sites. */
export function createRobotsGate({ fetch, now, token }: GateOptions): RobotsGate {
  const sites = new Map<string, Site>();
  const read = async (origin: string): Promise<Known> =>
    knownFrom(await fetch({ url: `${origin}/robots.txt`, accept: 'feed', validators: null }), token);
  const siteOf = (origin: string): Site => {
    const kept = sites.get(origin);
    if (kept && now() < kept.untilMs) return kept;
    sites.delete(origin);
    const oldest = sites.size < MAX_SITES ? undefined : sites.keys().next().value;
    if (oldest !== undefined) sites.delete(oldest);
    const site: Site = { known: read(origin), crawlDelayMs: null, untilMs: now() + GOOD_FOR_MS };
    sites.set(origin, site);
    return site;
  };
  return {
    admit: async (url) => {
      const site = siteOf(url.origin);
      const known = await site.known;
      if (!('kind' in known)) return admitted(site, known, url);
      site.untilMs = Math.min(site.untilMs, now() + BAD_FOR_MS);
      return known;
    },
    crawlDelayMs: (origin) => sites.get(origin)?.crawlDelayMs ?? null,
  };
}

function admitted(site: Site, robots: Robots, url: URL): FetchFailure | null {
  site.crawlDelayMs = robots.crawlDelayMs;
  const rule = forbiddenBy(robots, url);
  return rule === null ? null : { kind: 'robots', rule };
}

/** https://www.rfc-editor.org/rfc/rfc9309#section-2.3.1 */
function knownFrom(outcome: FetchOutcome, token: string): Known {
  if (outcome.kind === 'fetched') return parseRobots(new TextDecoder().decode(outcome.body), token);
  return outcome.kind === 'failed' && !isMissing(outcome.failure) ? refusalFor(outcome.failure) : NO_RULES;
}

/** Where there is none, everything may be read; 429 asks to be left alone. */
const isMissing = (failure: FetchFailure): boolean =>
  ['gone', 'redirect-loop', 'too-many-redirects'].includes(failure.kind) ||
  (failure.kind === 'status' && failure.status !== 429 && failure.status < 500);

/** What would keep the page from us, too, is told as it is. */
const refusalFor = (failure: FetchFailure): FetchFailure =>
  ['forbidden-address', 'unknown-host', 'unreachable', 'tls', 'not-sent'].includes(failure.kind)
    ? failure
    : { kind: 'robots', rule: null };
