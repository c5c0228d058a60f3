import type { AlertContent, Untold } from '../domain/alert.ts';
import type { Scope } from '../domain/scope.ts';
import type { Track, TrackId, TrackOwner } from '../domain/track.ts';
import type { Lease } from './digest-contract.ts';

/** How far the articles that a scope sees have been looked through for what is new. */
export interface Look {
  /** Of the store, when it was looked at. */
  readonly revision: number;
  /** Unix ms. */
  readonly atMs: number;
  /** The last articles that were there, in a form of `brief/news/known.ts`. */
  readonly known: string;
}

/** What a look has found for one track. */
export interface FoundNews {
  readonly trackId: TrackId;
  readonly untold: readonly Untold[];
}

/** A track whose news is to be gone through. */
export interface DueTrack {
  readonly track: Track;
  /** Another one after each change of the track and each plan. */
  readonly version: number;
  /** Oldest first. */
  readonly untold: readonly NumberedUntold[];
  /** Messages that may still be edited, newest first. */
  readonly live: readonly LiveAlert[];
  /** When its messages of the last 24 hours were sent, ascending, Unix ms. */
  readonly sentAtMs: readonly number[];
}

export interface NumberedUntold {
  readonly num: number;
  readonly atMs: number;
  readonly untold: Untold;
}

/** An alert that has been sent. */
export interface LiveAlert {
  readonly alert: number;
  readonly content: AlertContent;
}

/** What is made of a track's news. */
export interface TrackPlan {
  /** News that is settled: told from now on, or not worth telling. */
  readonly settled: readonly number[];
  /** A new message; null: none. */
  readonly alert: AlertContent | null;
  /** What messages that have been sent are to say instead. */
  readonly edits: readonly LiveAlert[];
  /** When to go through what is left, Unix ms; null: when there is more. */
  readonly wakeAtMs: number | null;
}

/** An alert that is not as it is to be. `composed`: to be sent; `sending`: on its way, so it may have arrived; `outdated`: to be edited. */
export interface OpenAlert {
  readonly alert: number;
  readonly state: 'composed' | 'sending' | 'outdated';
}

/** An alert in the hands of whoever has its lease. */
export interface HeldAlert extends OpenAlert {
  readonly track: Track;
  readonly content: AlertContent;
  /** Of the content: grows with each that is to be shown. */
  readonly version: number;
  /** When it was put together, Unix ms. */
  readonly madeAtMs: number;
  /** Since when it may have arrived, Unix ms; null: it surely has not. */
  readonly sendingAtMs: number | null;
  /** Where its message is; null: it is not known to be anywhere. */
  readonly message: { readonly channelId: string; readonly messageId: string } | null;
  /** How often the message was edited. */
  readonly edits: number;
  /** What keeps alerts of its track from being delivered, as moderators were told; null: nothing they were told of. */
  readonly trouble: string | null;
}

/** What becomes of an alert. Instants are Unix ms. */
export type AlertStep =
  /** The lease goes on until `untilMs`. */
  | { readonly kind: 'sending'; readonly untilMs: number }
  /** It did not arrive this time, and is to be tried again; `sendingAtMs`: since when an earlier attempt may have arrived. */
  | { readonly kind: 'again'; readonly notBeforeMs: number; readonly sendingAtMs: number | null }
  /** What was to be looked for or edited could not be, and is to be later. */
  | { readonly kind: 'wait'; readonly notBeforeMs: number }
  | { readonly kind: 'sent'; readonly channelId: string; readonly messageId: string }
  /** Its message shows the content of this version. */
  | { readonly kind: 'edited'; readonly version: number }
  /** `undecided`: nobody can tell whether it arrived; `late`: it is not sent any more; `gone`: its message cannot be edited any more. */
  | { readonly kind: 'closed'; readonly as: 'undecided' | 'late' | 'gone' };

/**
 * Tracks, what is new to each, and its messages. Every change is on the disk when its promise resolves, and is made whole or not at
 * all, whoever else works on the same store. An adapter is done when `test/store/track-contract.ts` passes on it.
 */
export interface TrackStore {
  /** Returns false, and adds nothing, where the owner has `atMost` already. */
  add(track: Track, atMost: number): Promise<boolean>;
  /**
   * Replaces a track of the same owner and id. Where it is not active, what was not told yet is dropped, and so is a message that has
   * not been set out on its way. Returns whether it was there.
   */
  replace(track: Track): Promise<boolean>;
  get(owner: TrackOwner, id: TrackId): Promise<Track | null>;
  /** The oldest first. */
  list(owner: TrackOwner): Promise<readonly Track[]>;
  /** Takes a track out with all that is known of its messages. Returns whether it was there. */
  remove(owner: TrackOwner, id: TrackId): Promise<boolean>;
  /** Forgets all tracks of a server or member. Returns how many there were. */
  erase(owner: TrackOwner): Promise<number>;
  /** Notes what moderators were told that keeps alerts of a track from being delivered; null: nothing does any more. */
  noteTrouble(id: TrackId, trouble: string | null): Promise<void>;

  /** All that are active, the oldest first. */
  active(): Promise<readonly Track[]>;
  /** null: the scope was never looked at, or not since `forgetLook`. */
  look(scope: Scope): Promise<Look | null>;
  /**
   * Notes how far a scope was looked through, with what that has found. Of a track 500 such entries are kept, the newest; tracks that
   * are not active any more are passed over.
   * @param before the look that was there; null: none
   * @param wakeAtMs when what is found is to be gone through
   * @returns false, with nothing noted, where somebody else has looked meanwhile
   */
  noteLook(
    scope: Scope,
    before: Look | null,
    look: Look,
    found: readonly FoundNews[],
    wakeAtMs: number,
  ): Promise<boolean>;
  /** Nobody follows the scope any more: whoever does next begins then. */
  forgetLook(scope: Scope): Promise<void>;

  /** Active tracks with news whose time has come and that have no message on its way, those first that have waited longest. */
  due(nowMs: number, atMost: number): Promise<readonly DueTrack[]>;
  /** Does what a plan says. Returns false, and changes nothing, where the track is another by now or has a message on its way. */
  plan(due: DueTrack, plan: TrackPlan, nowMs: number): Promise<boolean>;
  /** Alerts that nobody has a lease on and whose time has come, the oldest first. Leases and instants over an hour away are of a clock that was fast. */
  open(nowMs: number, atMost: number): Promise<readonly OpenAlert[]>;
  /** Takes the lease; null where the alert is not open in that state any more, or somebody has it. */
  hold(open: OpenAlert, lease: Lease, nowMs: number): Promise<HeldAlert | null>;
  /** Returns false, and changes nothing, where the lease is another's by now or there is no such alert. */
  step(alert: number, owner: string, step: AlertStep, nowMs: number): Promise<boolean>;
}

/** For how long after it was sent a message is edited rather than a new one sent, in ms. */
export const EDITED_FOR_MS = 48 * 3_600_000;
/** How often one message is edited; what develops further is told anew. */
export const EDITS_AT_MOST = 20;
/** News of one track that is kept until it is told. */
export const UNTOLD_AT_MOST = 500;
