import type { Result } from '../domain/failure.ts';
import type { Track, TrackId, TrackOwner } from '../domain/track.ts';
import type { TrackChoice, TrackRefusal, TrackView } from '../domain/track-view.ts';

/** Who acts and when. */
export interface TrackActor {
  readonly userId: string;
  /** Unix ms. */
  readonly nowMs: number;
}

type Done<T = TrackView> = Promise<Result<T, TrackRefusal>>;

/** What people do with tracks: moderators with those of their server, everybody with their own. */
export interface Tracks {
  /** From now on. */
  readonly create: (choice: TrackChoice, actor: TrackActor) => Done;
  /** The oldest first. */
  readonly all: (owner: TrackOwner) => Promise<readonly Track[]>;
  /** The same, each with how it stands with it; the platform is asked about each channel. */
  readonly list: (owner: TrackOwner, nowMs: number) => Promise<readonly TrackView[]>;
  readonly view: (owner: TrackOwner, id: TrackId, nowMs: number) => Promise<TrackView | null>;
  /** What is absent stays as it is. Whose it is stays too. */
  readonly edit: (owner: TrackOwner, id: TrackId, change: Partial<TrackChoice>, nowMs: number) => Done;
  /** What has not been told by then is not told. */
  readonly pause: (owner: TrackOwner, id: TrackId, nowMs: number) => Done;
  /** From now on. */
  readonly resume: (owner: TrackOwner, id: TrackId, nowMs: number) => Done;
  readonly remove: (owner: TrackOwner, id: TrackId) => Done<Track>;
  /** Deletes all of somebody's, with what is known of their messages. @returns how many there were */
  readonly drop: (owner: TrackOwner) => Promise<number>;
}
