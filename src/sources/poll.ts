import type { FeedState } from '../domain/feed-state.ts';
import type { FetchFailure, FetchOutcome } from '../domain/fetch.ts';
import type { ProbeFailure } from '../domain/probe-failure.ts';
import type { FollowedFeed } from '../store/source-contract.ts';
import { noteFailure, noteRead } from './feed-health.ts';
import { FIRST_MS, pacedAfter, pauseAfterFailure, pauseAfterReading, spread } from './pace.ts';
import type { FeedText, SourcePorts } from './ports.ts';
import { OUR_FAULT, wasNotSent } from './read-item.ts';

/** How the reading of one feed went. */
export type Polled =
  | { readonly kind: 'read'; readonly fresh: number; readonly changed: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly failure: ProbeFailure }
  /** Nothing was asked, and nothing is wrong with the feed. */
  | { readonly kind: 'put-off' };

/** Reads a feed whose time has come, and notes what there is to do about it. Rejects only for failures of our own. */
export async function pollFeed(feed: FollowedFeed, ports: SourcePorts): Promise<Polled> {
  const outcome = await ports.fetch({ url: feed.url, accept: 'feed', validators: feed.validators });
  if (outcome.kind === 'unchanged') return unchanged(feed, outcome, ports);
  if (outcome.kind === 'failed') return failed(feed, { kind: 'fetch', failure: outcome.failure }, ports);
  const { body, charset, url } = outcome;
  const read = await ports.documents.feed({ body, charset, url });
  return read.ok ? noted(feed, outcome, read.value, ports) : failed(feed, read.error, ports);
}

type Answered = Exclude<FetchOutcome, { readonly kind: 'failed' }>;

async function unchanged(feed: FollowedFeed, outcome: Answered, ports: SourcePorts): Promise<Polled> {
  await ports.store.noteFeed(afterReading(feed, outcome, false, ports), outcome.movedTo ?? undefined);
  await noteRead(feed, ports);
  return { kind: 'unchanged' };
}

async function noted(
  feed: FollowedFeed,
  outcome: Answered,
  { feed: { url: siteUrl }, items }: FeedText,
  ports: SourcePorts,
): Promise<Polled> {
  const nowMs = ports.now();
  // Before its items wait: it decides whom they are cited by.
  if (siteUrl !== null && feed.followers.some(({ source }) => source.siteUrl === null))
    await ports.store.noteSite(feed.url, siteUrl);
  // Whether anything is new is known only when the items are noted; then the pause is set by it.
  const { fresh, changed } = await ports.store.noteItems(afterReading(feed, outcome, false, ports), items, nowMs);
  const isNew = fresh + changed > 0;
  if (isNew || outcome.movedTo !== null)
    await ports.store.noteFeed(afterReading(feed, outcome, isNew, ports), outcome.movedTo ?? undefined);
  await noteRead(feed, ports);
  return { kind: 'read', fresh, changed };
}

/** The state after a reading that went well. */
function afterReading(feed: FollowedFeed, outcome: Answered, isNew: boolean, ports: SourcePorts): FeedState {
  const nowMs = ports.now();
  const intervalMs = pacedAfter(feed.intervalMs || FIRST_MS, isNew);
  return {
    url: feed.url,
    validators: outcome.validators,
    intervalMs,
    nextAtMs: nowMs + spread(pauseAfterReading(intervalMs, outcome.freshForMs), ports.random()),
    lastReadAtMs: nowMs,
    lastNewAtMs: isNew ? nowMs : feed.lastNewAtMs,
    ...{ failingSinceMs: null, failures: 0, failure: null, toldAtMs: null },
  };
}

async function failed(feed: FollowedFeed, failure: ProbeFailure, ports: SourcePorts): Promise<Polled> {
  if (wasNotSent(failure)) return { kind: 'put-off' };
  const nowMs = ports.now();
  const failures = feed.failures + 1;
  const pause = pauseAfterFailure(failures, retryAfterOf(failure));
  const state: FeedState = {
    ...stateOf(feed),
    nextAtMs: nowMs + spread(pause, ports.random()),
    failingSinceMs: feed.failingSinceMs ?? nowMs,
    failures,
    failure,
  };
  await noteFailure({ ...state, followers: feed.followers }, failure, ports);
  return { kind: 'failed', failure };
}

function stateOf({ followers: _, ...state }: FollowedFeed): FeedState {
  return state;
}

/** After a fault of ours: the feed is asked again later, as one that fails, and moderators are told when that lasts. */
export const putOffFeed = (feed: FollowedFeed, ports: SourcePorts): Promise<Polled> => failed(feed, OUR_FAULT, ports);

const retryAfterOf = (failure: ProbeFailure): number | null =>
  failure.kind === 'fetch' ? waitOf(failure.failure) : null;
const waitOf = (failure: FetchFailure): number | null => (failure.kind === 'status' ? failure.retryAfterMs : null);
