import { zoneNamed, zonesNear } from '../digest/zone-names.ts';
import type { Result } from '../domain/failure.ts';
import { ownerOf, scopeOf, TRACKS_AT_MOST, Track, type TrackId, type TrackOwner } from '../domain/track.ts';
import type { TrackChoice, TrackRefusal, TrackView } from '../domain/track-view.ts';
import type { TrackActor, Tracks } from './contract.ts';
import type { TrackPorts } from './ports.ts';
import { channelWarnings, warningsOf } from './warnings.ts';

type Done<T = TrackView> = Result<T, TrackRefusal>;

export function createTracks(ports: TrackPorts): Tracks {
  const { store } = ports;
  return {
    create: (choice, actor) => create(choice, actor, ports),
    all: (owner) => store.list(owner),
    list: async (owner, nowMs) => Promise.all((await store.list(owner)).map((track) => viewOf(track, nowMs, ports))),
    view: async (owner, id, nowMs) => {
      const track = await store.get(owner, id);
      return track && viewOf(track, nowMs, ports);
    },
    edit: (owner, id, change, nowMs) => edit(owner, id, change, nowMs, ports),
    pause: (owner, id, nowMs) => turn(owner, id, 'paused', nowMs, ports),
    resume: (owner, id, nowMs) => turn(owner, id, 'active', nowMs, ports),
    drop: (owner) => store.erase(owner),
    remove: async (owner, id) => {
      const track = await store.get(owner, id);
      if (track === null || !(await store.remove(owner, id))) return refused({ kind: 'unknown' });
      return { ok: true, value: track };
    },
  };
}

const refused = (error: TrackRefusal) => ({ ok: false, error }) as const;

async function create(choice: TrackChoice, { userId, nowMs }: TrackActor, ports: TrackPorts): Promise<Done> {
  const made = { id: ports.newId(), state: 'active', createdBy: userId, createdAtMs: nowMs };
  const track = Track.parse({ ...choice, ...made });
  const refusal = await refusalOf(track, choice, nowMs, ports);
  if (refusal !== null) return refused(refusal);
  const whose = 'guildId' in ownerOf(track) ? 'server' : 'member';
  await ports.begin(scopeOf(track));
  const isAdded = await ports.store.add(track, TRACKS_AT_MOST[whose]);
  if (!isAdded) return refused({ kind: 'too-many', limit: TRACKS_AT_MOST[whose], whose });
  return { ok: true, value: await viewOf(track, nowMs, ports) };
}

/** Why a track cannot be as it is asked for; null: it can. */
async function refusalOf(
  track: Track,
  asked: Partial<TrackChoice>,
  nowMs: number,
  ports: TrackPorts,
): Promise<TrackRefusal | null> {
  const { zone } = track;
  if (zoneNamed(zone) === null) return { kind: 'no-zone', zone, near: zonesNear(zone) };
  if (asked.query !== undefined && (await ports.isLost(track, nowMs))) return { kind: 'no-subject' };
  if (asked.to === undefined) return null;
  for (const { kind } of await channelWarnings(track, ports))
    if (kind === 'no-channel' || kind === 'unfit' || kind === 'no-role') return { kind };
  return null;
}

async function edit(
  owner: TrackOwner,
  id: TrackId,
  change: Partial<TrackChoice>,
  nowMs: number,
  ports: TrackPorts,
): Promise<Done> {
  const before = await ports.store.get(owner, id);
  if (before === null) return refused({ kind: 'unknown' });
  const track = Track.parse({ ...before, ...change });
  const refusal = await refusalOf(track, change, nowMs, ports);
  return refusal === null ? replaced(track, nowMs, ports) : refused(refusal);
}

async function turn(
  owner: TrackOwner,
  id: TrackId,
  state: 'active' | 'paused',
  nowMs: number,
  ports: TrackPorts,
): Promise<Done> {
  const before = await ports.store.get(owner, id);
  if (before === null) return refused({ kind: 'unknown' });
  if (before.state === state) return refused({ kind: 'already' });
  if (state === 'active') await ports.begin(scopeOf(before));
  return replaced({ ...before, state }, nowMs, ports);
}

async function replaced(track: Track, nowMs: number, ports: TrackPorts): Promise<Done> {
  if (!(await ports.store.replace(track))) return refused({ kind: 'unknown' });
  return { ok: true, value: await viewOf(track, nowMs, ports) };
}

const viewOf = async (track: Track, nowMs: number, ports: TrackPorts): Promise<TrackView> => ({
  track,
  warnings: await warningsOf(track, nowMs, ports),
});
