import type { LookAtChannel } from '../domain/channel-facts.ts';
import type { Scope } from '../domain/scope.ts';
import type { Track, TrackId } from '../domain/track.ts';
import type { TrackStore } from '../store/track-contract.ts';

export interface TrackPorts {
  readonly store: Pick<TrackStore, 'add' | 'replace' | 'get' | 'list' | 'remove' | 'erase'>;
  /** `areThere`: false where the platform has no channels. */
  readonly channels: { readonly areThere: () => boolean; readonly look: LookAtChannel };
  /** Whether what the track is about stands for nothing, or for several things. */
  readonly isLost: (track: Track, nowMs: number) => Promise<boolean>;
  /** Has what is new to a scope count from now on where nobody follows it yet. */
  readonly begin: (scope: Scope) => Promise<void>;
  /** A new one each time. */
  readonly newId: () => TrackId;
  /** Told what failed without anybody waiting for it. */
  readonly report: (error: unknown) => void;
}
