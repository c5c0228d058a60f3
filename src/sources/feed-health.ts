import type { FeedState } from '../domain/feed-state.ts';
import { DAY_MS } from '../domain/period.ts';
import type { ProbeFailure } from '../domain/probe-failure.ts';
import type { Source } from '../domain/source.ts';
import type { SourceNotice } from '../domain/source-notice.ts';
import type { FollowedFeed } from '../store/source-contract.ts';
import type { SourcePorts } from './ports.ts';

/** One failure may be the way of the net; from the second in a row on, answers say that the source cannot be read. */
const SEEN_FROM = 2;
/** Moderators are told once, when a feed has failed for so long. */
const TOLD_AFTER_MS = DAY_MS;

type Health = Pick<SourcePorts, 'store' | 'health' | 'tell' | 'now' | 'report'>;

/** Notes that a feed failed: in its state, in what answers say of it, and, after a day, to those who look after it. */
export async function noteFailure(feed: FollowedFeed, failure: ProbeFailure, ports: Health): Promise<void> {
  const { followers, ...state } = feed;
  if (failure.kind === 'fetch' && failure.failure.kind === 'gone') return noteGone(feed, ports);
  const sinceMs = state.failingSinceMs ?? ports.now();
  const told =
    isToBeTold(state, ports.now()) &&
    (await tellAll(feed, (source) => ({ kind: 'failing', source, sinceMs, failure }), ports));
  await ports.store.noteFeed(told ? { ...state, toldAtMs: ports.now() } : state);
  if (state.failures < SEEN_FROM) return;
  for (const { scope, source } of await stillFollowing(followers, ports))
    await ports.health.failed(scope, source, sinceMs);
}

type Followers = FollowedFeed['followers'];

/** While a feed was asked, a moderator may have removed, paused or edited a source of it: those that still follow, as they are now. */
async function stillFollowing(before: Followers, { store }: Pick<Health, 'store'>): Promise<Followers> {
  const now = await Promise.all(
    before.map(async ({ scope, source }) => ({ scope, source: await store.get(scope, source.id) })),
  );
  return now.flatMap(({ scope, source }) => (source?.state === 'active' ? [{ scope, source }] : []));
}

/** Notes that a feed was read: it fails no longer, and who was told that it does is told so. */
export async function noteRead(before: FollowedFeed, ports: Health): Promise<void> {
  const { followers, failingSinceMs: sinceMs, toldAtMs } = before;
  if (sinceMs === null) return;
  for (const { scope, source } of followers) await ports.health.recovered(scope, source.id);
  if (toldAtMs !== null) {
    const atMs = ports.now();
    await tellAll(before, (source) => ({ kind: 'recovered', source, sinceMs, atMs }), ports);
  }
}

const isToBeTold = ({ failingSinceMs, toldAtMs }: FeedState, nowMs: number): boolean =>
  toldAtMs === null && failingSinceMs !== null && nowMs - failingSinceMs >= TOLD_AFTER_MS;

/** A feed whose server says that it is gone for good is not asked again, unless a moderator resumes it. */
async function noteGone({ followers, ...state }: FollowedFeed, ports: Health): Promise<void> {
  const atMs = ports.now();
  await ports.store.noteFeed(state);
  for (const follower of followers) {
    const [now] = await stillFollowing([follower], ports);
    if (now === undefined) continue;
    const { scope, source } = now;
    const gone = { ...source, state: 'gone' } as const;
    await ports.store.save(scope, gone, { atMs, by: null, deed: 'gone', detail: '' });
    await ports.health.failed(scope, source, atMs);
    await told(ports, () => ports.tell(scope, { kind: 'gone', source: gone }));
  }
}

/** @returns whether anybody was told */
async function tellAll(
  { followers }: FollowedFeed,
  noticeOf: (source: Source) => SourceNotice,
  ports: Health,
): Promise<boolean> {
  const still = await stillFollowing(followers, ports);
  const all = await Promise.all(
    still.map(({ scope, source }) => told(ports, () => ports.tell(scope, noticeOf(source)))),
  );
  return all.some(Boolean);
}

/** That nobody can be told must not keep the feed from being read. */
async function told(ports: Health, tell: () => Promise<boolean>): Promise<boolean> {
  try {
    return await tell();
  } catch (error) {
    ports.report(error, 'telling moderators of a source');
    return false;
  }
}
