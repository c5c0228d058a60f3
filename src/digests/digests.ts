import { faultIn, nextSlots } from '../digest/slots.ts';
import { zoneNamed, zonesNear } from '../digest/zone-names.ts';
import { WAYS_INTO } from '../domain/channel-facts.ts';
import { DIGESTS_AT_MOST, Digest, type DigestId } from '../domain/digest.ts';
import type { DigestChoice, DigestRefusal, DigestView } from '../domain/digest-view.ts';
import type { Result } from '../domain/failure.ts';
import type { SlotKey } from '../domain/outbox.ts';
import type { Review, ReviewDeed } from '../domain/review.ts';
import type { DigestActor, DigestPreview, Digests, DigestWish } from './contract.ts';
import type { DigestPorts } from './ports.ts';
import { channelRefusal, type Looked, looked, warningsOf } from './warnings.ts';

/** Slots that are told beforehand. */
const RUNS = 3;

type Done<T = DigestView> = Result<T, DigestRefusal>;

export function createDigests(ports: DigestPorts): Digests {
  const { store } = ports;
  return {
    create: (wish, actor) => create(wish, actor, ports),
    all: (guildId) => store.list(guildId),
    list: (guildId, nowMs) => list(guildId, nowMs, ports),
    view: async (id, { guildId, nowMs }) => {
      const digest = await store.get(guildId, id);
      return digest && viewOf(digest, nowMs, ports);
    },
    edit: (id, change, actor) => edit(id, change, actor, ports),
    pause: (id, actor) => turn(id, 'paused', actor, ports),
    resume: (id, actor) => turn(id, 'active', actor, ports),
    remove: async (id, { guildId }) => {
      const digest = await store.get(guildId, id);
      if (digest === null || !(await store.remove(guildId, id))) return refused({ kind: 'unknown' });
      return { ok: true, value: digest };
    },
    preview: (id, actor) => preview(id, actor, ports),
    now: (id, actor) => sendNow(id, actor, ports),
    decide: (slot, deed, actor) => decide(slot, deed, actor, ports),
    history: (id, guildId, atMost) => store.history(guildId, id, atMost),
    zone: (typed) => {
      const zone = zoneNamed(typed);
      return zone === null
        ? { ok: false, error: { kind: 'no-zone', zone: typed, near: zonesNear(typed) } }
        : { ok: true, value: zone };
    },
    zonesNear,
  };
}

const refused = (error: DigestRefusal) => ({ ok: false, error }) as const;

async function create(wish: DigestWish, actor: DigestActor, ports: DigestPorts): Promise<Done> {
  const { guildId, userId, nowMs } = actor;
  const channel = await looked(guildId, wish.channelId, ports);
  const digest = Digest.parse({
    ...{ ...wish, how: wish.how ?? usualWay(channel) },
    ...{ id: ports.newId(), guildId, state: 'active', createdBy: userId, createdAtMs: nowMs, fromMs: nowMs },
  });
  const refusal = await refusalOf(digest, wish, channel, nowMs, ports);
  if (refusal !== null) return refused(refusal);
  const isAdded = await ports.store.add(digest, DIGESTS_AT_MOST);
  if (!isAdded) return refused({ kind: 'too-many', limit: DIGESTS_AT_MOST });
  return { ok: true, value: await viewOf(digest, nowMs, ports, channel) };
}

const usualWay = (channel: Looked): Digest['how'] =>
  (channel.kind === 'seen' ? WAYS_INTO[channel.facts.kind][0] : undefined) ?? 'message';

/** Why a digest cannot be as it is asked for; null: it can. */
async function refusalOf(
  digest: Digest,
  asked: Partial<DigestChoice>,
  channel: Looked,
  nowMs: number,
  ports: DigestPorts,
): Promise<DigestRefusal | null> {
  const fault = faultIn(digest.timetable);
  if (asked.timetable && fault !== null) return { kind: 'timetable', fault };
  const lost = asked.queries ? await ports.lost(digest, nowMs) : [];
  if (lost.length > 0) return { kind: 'no-subject', queries: lost };
  const { moderatorChannelId } = await ports.settings(digest.guildId);
  if (asked.vetoMinutes && moderatorChannelId === undefined) return { kind: 'no-moderators' };
  return channelRefusal(digest, asked, channel);
}

async function edit(
  id: DigestId,
  change: Partial<DigestChoice>,
  { guildId, nowMs }: DigestActor,
  ports: DigestPorts,
): Promise<Done> {
  const before = await ports.store.get(guildId, id);
  if (before === null) return refused({ kind: 'unknown' });
  const channel = await looked(guildId, change.channelId ?? before.channelId, ports);
  const how = change.channelId === undefined || change.how ? {} : { how: usualWay(channel) };
  const digest = Digest.parse({ ...before, ...how, ...change, ...(change.timetable && { fromMs: nowMs }) });
  const refusal = await refusalOf(digest, change, channel, nowMs, ports);
  if (refusal !== null) return refused(refusal);
  return replaced(digest, nowMs, ports, channel);
}

/** Looks at each channel once. */
async function list(guildId: string, nowMs: number, ports: DigestPorts): Promise<readonly DigestView[]> {
  const digests = await ports.store.list(guildId);
  const channels = new Map(digests.map(({ channelId }) => [channelId, null as Promise<Looked> | null]));
  for (const id of channels.keys()) channels.set(id, looked(guildId, id, ports));
  return Promise.all(
    digests.map(async (digest) => viewOf(digest, nowMs, ports, await (channels.get(digest.channelId) ?? undefined))),
  );
}

async function turn(
  id: DigestId,
  state: Digest['state'],
  { guildId, nowMs }: DigestActor,
  ports: DigestPorts,
): Promise<Done> {
  const before = await ports.store.get(guildId, id);
  if (before === null) return refused({ kind: 'unknown' });
  if (before.state === state) return refused({ kind: 'already' });
  return replaced({ ...before, state, ...(state === 'active' && { fromMs: nowMs }) }, nowMs, ports);
}

async function replaced(digest: Digest, nowMs: number, ports: DigestPorts, channel?: Looked): Promise<Done> {
  if (!(await ports.store.replace(digest))) return refused({ kind: 'unknown' });
  return { ok: true, value: await viewOf(digest, nowMs, ports, channel) };
}

async function preview(
  id: DigestId,
  { guildId, nowMs }: DigestActor,
  { store, reviews, compose }: DigestPorts,
): Promise<Done<DigestPreview>> {
  const [digest, progress] = await Promise.all([store.get(guildId, id), store.progress(guildId, id)]);
  if (digest === null || progress === null) return refused({ kind: 'unknown' });
  const composed = await compose(digest, progress, nowMs);
  if (composed.kind === 'no-subject') return refused({ kind: 'no-subject', queries: [composed.query] });
  const coming = await reviews.coming(guildId, id);
  return { ok: true, value: { digest, content: composed.kind === 'content' ? composed.content : null, coming } };
}

/** What moderators are shown at the moment is not put together again. */
async function sentAlready({ guildId, id }: Digest, actor: DigestActor, ports: DigestPorts): Promise<boolean> {
  const coming = await ports.reviews.coming(guildId, id);
  return coming !== null && (await decide(coming, { kind: 'send' }, actor, ports)).ok;
}

async function decide(
  slot: SlotKey,
  deed: ReviewDeed,
  { guildId, userId, nowMs }: DigestActor,
  { reviews }: DigestPorts,
): Promise<Done<Review>> {
  const done = await reviews.decide(guildId, slot, deed, userId, nowMs);
  const review = await reviews.review(guildId, slot);
  if (done === 'unknown' || review === null) return refused({ kind: 'unknown' });
  return done === 'late' ? refused({ kind: 'too-late' }) : { ok: true, value: review };
}

async function sendNow(id: DigestId, actor: DigestActor, ports: DigestPorts): Promise<Done> {
  const { guildId, nowMs } = actor;
  const digest = await ports.store.get(guildId, id);
  if (digest === null) return refused({ kind: 'unknown' });
  const channel = await looked(guildId, digest.channelId, ports);
  const refusal = channel.kind === 'unchecked' ? { kind: channel.kind } : channelRefusal(digest, digest, channel);
  if (refusal !== null) return refused(refusal);
  const isBegun = (await ports.store.begin(guildId, id, nowMs)) || (await sentAlready(digest, actor, ports));
  if (!isBegun) return refused({ kind: 'under-way' });
  return { ok: true, value: await viewOf(digest, nowMs, ports, channel) };
}

async function viewOf(digest: Digest, nowMs: number, ports: DigestPorts, channel?: Looked): Promise<DigestView> {
  const { guildId, channelId, id, timetable } = digest;
  const seen = channel ?? (await looked(guildId, channelId, ports));
  const [warnings, [last = null], coming] = await Promise.all([
    warningsOf(digest, seen, nowMs, ports),
    ports.store.history(guildId, id, 1),
    ports.reviews.coming(guildId, id),
  ]);
  return { digest, runs: nextSlots(timetable, nowMs, RUNS), warnings, last, coming };
}
