import { setImmediate as soon } from 'node:timers/promises';
import { differenceFrom, KNOWN_AT_MOST, knownOf } from './brief/news/known.ts';
import { trackQuestion } from './compose-alert.ts';
import { CLAIMS_KEPT, type Untold } from './domain/alert.ts';
import type { ArticleId } from './domain/article.ts';
import type { EventId, Witness } from './domain/event.ts';
import { topicsAsked } from './domain/form.ts';
import { OPERATOR, type Scope } from './domain/scope.ts';
import { type RankedClaim, sourcedKey } from './domain/sourced-claim.ts';
import { claimTypeOf } from './domain/topic.ts';
import { scopeOf, type Track } from './domain/track.ts';
import type { Ports } from './ports.ts';
import type { FoundNews, Look, TrackStore } from './store/track-contract.ts';
import { targetOf } from './target.ts';

/** Articles that are looked through in one go, so that nothing else waits long. */
const ARTICLES_AT_ONCE = 100;
/** Events of one subject that so many articles tell of, at most; they tell of fewer. */
const EVENTS_AT_MOST = 1_000;
const LOOK_EVERY_MS = 5_000;
/** What comes within this time is told together. */
const GATHERED_MS = 20_000;

interface Following {
  readonly ports: Ports;
  readonly tracks: Pick<TrackStore, 'active' | 'look' | 'noteLook' | 'forgetLook'>;
  /** Unix ms. */
  readonly now: () => number;
}

/**
 * Looks through the articles that have come since the last look, once for all tracks on one subject, and notes for each track what
 * it has news of. Does next to nothing where the store is as it was.
 */
export async function followTracks(following: Following): Promise<void> {
  const revision = await following.ports.claims.revision();
  // It is noted last, so all others have been looked through up to there too.
  const last = await following.tracks.look(OPERATOR);
  if (last !== null && (last.revision === revision || isRecent(last, following.now()))) return;
  const active = await following.tracks.active();
  if (active.length === 0) return;
  const scopes = Map.groupBy(active, (track) => scopeOf(track).guildId);
  const asOperator: Track[] = [];
  for (const [guildId, tracks] of scopes) {
    if (guildId === null || !(await lookAsServer(following, { guildId }, tracks, revision))) asOperator.push(...tracks);
  }
  // Last: a server's first articles of its own are told apart from what was looked through with the operator's.
  await look(following, OPERATOR, asOperator, revision);
}

/** What comes in quick succession is looked at together. */
const isRecent = ({ atMs }: Look, nowMs: number): boolean => atMs <= nowMs && nowMs - atMs < LOOK_EVERY_MS;

/** Has tracks of a scope that nobody follows yet begin now. */
export async function beginFollowing(following: Following, scope: Scope): Promise<void> {
  const { ports, tracks } = following;
  const active = await tracks.active();
  const followed = active.some((track) => scopeOf(track).guildId === scope.guildId);
  if (active.length === 0) await lookFromNow(following, OPERATOR);
  if (!followed && scope.guildId !== null && (await hasOwn(ports, scope))) await lookFromNow(following, scope);
}

const hasOwn = async ({ claims }: Ports, scope: Scope): Promise<boolean> => (await claims.articleIds(scope)).length > 0;

/** Most servers have no articles of their own, and see what the operator's tracks see. @returns whether this one has some */
async function lookAsServer(
  following: Following,
  scope: Scope,
  tracks: readonly Track[],
  revision: number,
): Promise<boolean> {
  if (await hasOwn(following.ports, scope)) {
    await look(following, scope, tracks, revision);
    return true;
  }
  await following.tracks.forgetLook(scope);
  return false;
}

async function lookFromNow({ ports, tracks, now }: Following, scope: Scope): Promise<void> {
  const revision = await ports.claims.revision();
  const known = knownOf(await ports.claims.arrivals(scope, KNOWN_AT_MOST));
  await tracks.noteLook(scope, await tracks.look(scope), { revision, atMs: now(), known }, [], now());
}

async function look(following: Following, scope: Scope, followers: readonly Track[], revision: number): Promise<void> {
  const { ports, tracks, now } = following;
  const own = await tracks.look(scope);
  if (own?.revision === revision) return;
  const before: Look | null = own ?? (await tracks.look(OPERATOR));
  if (before === null) return lookFromNow(following, scope);
  const arrivals = await ports.claims.arrivals(scope, KNOWN_AT_MOST);
  const { arrived, replaced } = differenceFrom(before.known, arrivals);
  const found = await newsFor(ports, scope, followers, arrived, replaced, now());
  const atMs = now();
  await tracks.noteLook(scope, own, { revision, atMs, known: knownOf(arrivals) }, found, atMs + GATHERED_MS);
}

/** Tracks on the same subject have the same news. */
async function newsFor(
  ports: Ports,
  scope: Scope,
  followers: readonly Track[],
  arrived: readonly ArticleId[],
  replaced: readonly ArticleId[],
  nowMs: number,
): Promise<readonly FoundNews[]> {
  if (arrived.length + replaced.length === 0) return [];
  const found: FoundNews[] = [];
  for (const tracks of Map.groupBy(followers, ({ query, about }) => JSON.stringify([query, about])).values()) {
    const [first] = tracks;
    const untold = first ? await newsOn(ports, scope, first, new Set(arrived), new Set(replaced), nowMs) : [];
    if (untold.length > 0) found.push(...tracks.map(({ id }) => ({ trackId: id, untold })));
    await soon();
  }
  return found;
}

type Articles = ReadonlySet<ArticleId>;

async function newsOn(
  ports: Ports,
  scope: Scope,
  track: Track,
  arrived: Articles,
  replaced: Articles,
  nowMs: number,
): Promise<readonly Untold[]> {
  const question = { ...trackQuestion(track, nowMs), scope };
  const target = await targetOf(ports, question);
  if ('kind' in target) return [];
  const { subject, about } = target;
  const types = topicsAsked({ form: question.form, about }).map(claimTypeOf);
  const all = [...arrived, ...replaced];
  const found = new Map<EventId, Untold>();
  for (let at = 0; at < all.length; at += ARTICLES_AT_ONCE) {
    const articles = all.slice(at, at + ARTICLES_AT_ONCE);
    const { claims } = await ports.claims.touched({ scope, subject, articles }, types, EVENTS_AT_MOST);
    const events = Map.groupBy(claims, ({ event }) => event);
    const witnesses = await ports.claims.witnesses(scope, [...events.keys()]);
    for (const [id, those] of events) found.set(id, untoldOf(those, witnesses.get(id) ?? [], arrived, replaced));
  }
  return [...found.values()];
}

function untoldOf(
  claims: readonly RankedClaim[],
  witnesses: readonly Witness[],
  arrived: Articles,
  replaced: Articles,
): Untold {
  const tellers = [...witnesses.map(({ articleId }) => articleId), ...claims.map(({ article }) => article.id)];
  const told = [...new Set(tellers)];
  return {
    claims: claims.slice(0, CLAIMS_KEPT).map(sourcedKey),
    articles: told.filter((id) => arrived.has(id)),
    corrected: told.filter((id) => replaced.has(id)),
  };
}
