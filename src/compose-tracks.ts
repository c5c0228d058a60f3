import { trackQuestion } from './compose-alert.ts';
import { beginFollowing } from './follow-tracks.ts';
import { newId } from './new-id.ts';
import type { Ports } from './ports.ts';
import type { TrackStore } from './store/track-contract.ts';
import { targetOf } from './target.ts';
import type { Tracks } from './tracks/contract.ts';
import type { TrackPorts } from './tracks/ports.ts';
import { createTracks } from './tracks/tracks.ts';

/** Puts together what people do with tracks. */
export const composeTracks = (
  ports: Ports,
  store: TrackStore,
  channels: TrackPorts['channels'],
  now: () => number,
): Tracks =>
  createTracks({
    ...{ store, channels, newId, report: ports.report },
    isLost: async (track, nowMs) => 'kind' in (await targetOf(ports, trackQuestion(track, nowMs))),
    begin: (scope) => beginFollowing({ ports, tracks: store, now }, scope),
  });
