import type { DigestId } from '../domain/digest.ts';
import type { SlotKey } from '../domain/outbox.ts';
import type { Review, ReviewDeed, ReviewMessage } from '../domain/review.ts';
import type { Lease } from './digest-contract.ts';

/** A review in the hands of whoever has its lease, to be shown as it stands. */
export interface HeldReview {
  readonly review: Review;
  /** Grows with each change of what is to be shown. */
  readonly version: number;
  /** When it was first tried to post its message, Unix ms; null: never before. */
  readonly postingAtMs: number | null;
}

/**
 * Digests that moderators are shown before they come, in the same store as the digests and changed in the same transactions. A
 * review begins with the step `composed` that asks for one. An adapter is done when `test/store/review-contract.ts` passes on it.
 */
export interface ReviewStore {
  /** null: nobody is shown anything of that slot, or not any more. */
  review(guildId: string, slot: SlotKey): Promise<Review | null>;
  /** The one of the slot that is open; null: there is none. */
  coming(guildId: string, id: DigestId): Promise<Review | null>;
  /**
   * Does what a moderator wants; a `toggle` of an event that is none of its lines changes nothing.
   * @returns `late`: it is on its way, or something was made of it; `unknown`: there is no such review
   */
  decide(
    guildId: string,
    slot: SlotKey,
    deed: ReviewDeed,
    by: string,
    nowMs: number,
  ): Promise<'done' | 'late' | 'unknown'>;
  /** Those whose message does not show how they stand and that may be tried now, those first that have waited longest. */
  unshown(nowMs: number, atMost: number): Promise<readonly SlotKey[]>;
  /** Takes the lease; notes that its message may have been posted from now on. null where it is shown as it stands or somebody has it. */
  holdReview(slot: SlotKey, lease: Lease, nowMs: number): Promise<HeldReview | null>;
  /**
   * Notes that the message shows that version, and gives the lease back; null: nobody can be shown it. Where it is shown for the
   * first time, it does not come before `notBeforeMs`. What has come to its end and is shown so is forgotten.
   */
  shown(
    slot: SlotKey,
    owner: string,
    version: number,
    message: ReviewMessage | null,
    notBeforeMs: number,
  ): Promise<void>;
  /** Gives the lease back; it is to be tried again then. */
  unshownUntil(slot: SlotKey, owner: string, notBeforeMs: number): Promise<void>;
  /**
   * Closes what is held and will not come any more: so long after its slot, or when the next slot of its digest is to be begun.
   * Returns how many.
   */
  closeHeld(nowMs: number, afterMs: number): Promise<number>;
}
