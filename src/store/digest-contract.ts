import type { Digest, DigestId } from '../domain/digest.ts';
import type { Trouble } from '../domain/digest-notice.ts';
import type { Delivery, DigestContent, Missed, SkipReason, SlotKey, Told } from '../domain/outbox.ts';

/** Who works on a slot, and until when nobody else may, in Unix ms. */
export interface Lease {
  readonly owner: string;
  readonly untilMs: number;
}

/** How far a digest has come, whatever its slots. */
export interface Progress {
  /** null: nothing was ever delivered. */
  readonly told: Told | null;
  /** Since the last delivery. */
  readonly missed: Missed | null;
  /** The last slot since the last delivery of which nobody knows whether it was delivered. */
  readonly uncertainMs: number | null;
  /** Claims of lines that moderators took out of digests that did not come since: an event of these alone is not told. */
  readonly dropped: readonly string[];
  /** What keeps it from being delivered, or what moderators could not be told yet; null: nothing. */
  readonly trouble: Trouble | null;
}

/** A digest for which the time has come to see what is to be done next. */
export interface DueDigest {
  readonly digest: Digest;
  /** Another one after each change of the digest. */
  readonly version: number;
  /** The last slot at or before the instant asked for that something was made of or set out on its way; null: none. */
  readonly decidedMs: number | null;
  /** Likewise the slots after that instant, ascending: from a time when the clock was fast. */
  readonly ahead: readonly number[];
}

/** What is to be done next for a digest. Instants are Unix ms. */
export interface Plan {
  /** A slot to be worked on from now on, to be sent at or after its instant; null: none. */
  readonly take: number | null;
  /** Slots before that one that nothing will be made of, ascending. */
  readonly missed: readonly number[];
  /** When to look again; null: never, since no slot is left. */
  readonly wakeAtMs: number | null;
}

/** A slot that is not closed. `claimed`: to be put together; `composed`: to be sent; `sending`: on its way, so it may have arrived. */
export interface OpenSlot extends SlotKey {
  readonly state: 'claimed' | 'composed' | 'sending';
}

/** A slot in the hands of whoever has its lease. */
export interface HeldSlot extends OpenSlot {
  readonly digest: Digest;
  readonly progress: Progress;
  /** Where it goes, or went where it has been set out on its way. */
  readonly channelId: string;
  /** null while it is claimed. */
  readonly content: DigestContent | null;
  /** Events whose lines moderators took out of it. */
  readonly dropped: readonly string[];
  /** How often it was tried to be sent. */
  readonly attempts: number;
  /** Since when it may have arrived, Unix ms; null: it surely has not. */
  readonly sendingAtMs: number | null;
}

/** What becomes of a slot. Instants are Unix ms. */
export type Step =
  /** `review`: that moderators are to be shown it first, and until when it is not to come at least. */
  | { readonly kind: 'composed'; readonly content: DigestContent; readonly review?: { readonly notBeforeMs: number } }
  /** The lease goes on until `untilMs`; `content`: what is left of it, where that is not all that was put together. */
  | { readonly kind: 'sending'; readonly untilMs: number; readonly content?: DigestContent }
  /** It did not arrive this time, and is to be tried again; `sendingAtMs`: since when an earlier attempt may have arrived. */
  | { readonly kind: 'again'; readonly notBeforeMs: number; readonly sendingAtMs: number | null }
  /** It may have arrived for all that is known, and is to be looked for. */
  | { readonly kind: 'look-again'; readonly notBeforeMs: number }
  /** `missing`: events whose lines did not arrive, and that the next digest tells. */
  | { readonly kind: 'sent'; readonly messageIds: readonly string[]; readonly missing?: readonly string[] }
  | { readonly kind: 'undecided' }
  /** `told`: what holds from now on; null: what held before. */
  | { readonly kind: 'skipped'; readonly reason: SkipReason; readonly told: Told | null };

/**
 * Digests, and what was made of each of their slots. Every change is on the disk when its promise resolves, and is made whole or
 * not at all, whoever else works on the same store. An adapter is done when `test/store/digest-contract.ts` passes on it.
 */
export interface DigestStore {
  /** Returns false, and adds nothing, where the server has `atMost` already. */
  add(digest: Digest, atMost: number): Promise<boolean>;
  /**
   * Replaces a digest of the same server and id. What was begun for it and not set out on its way yet is dropped, and begun anew
   * when it is due. Returns whether it was there.
   */
  replace(digest: Digest): Promise<boolean>;
  get(guildId: string, id: DigestId): Promise<Digest | null>;
  /** Of one server, the oldest first. */
  list(guildId: string): Promise<readonly Digest[]>;
  /** Takes a digest out; what was delivered stays known. Returns whether it was there. */
  remove(guildId: string, id: DigestId): Promise<boolean>;
  /** Forgets all digests of a server, with what was delivered. */
  erase(guildId: string): Promise<void>;
  /** What was made of the slots of a digest, be it removed since; the last slot first. */
  history(guildId: string, id: DigestId, atMost: number): Promise<readonly Delivery[]>;
  progress(guildId: string, id: DigestId): Promise<Progress | null>;

  /**
   * Active digests without an open slot whose time to be looked at has come, those first that have waited longest; with them
   * those that were last looked at in the future, since the clock has been put back.
   */
  due(nowMs: number, atMost: number): Promise<readonly DueDigest[]>;
  /**
   * Does what a plan says, for a digest as it was due at `nowMs`. What a fast clock has begun for slots after `nowMs` and not set
   * out on its way, or called late after `nowMs`, is undone first. The slot is claimed; what is missed counts as such, and the last
   * of it as decided.
   * @returns false, with nothing taken, where the digest is another by now, is open, or something was made of the slot
   */
  follow(due: DueDigest, plan: Plan, nowMs: number): Promise<boolean>;
  /**
   * Claims a slot at once, beside the timetable.
   * @returns false, with nothing taken, where the digest is not there or has an open slot, or something was made of this one
   */
  begin(guildId: string, id: DigestId, slotMs: number): Promise<boolean>;
  /**
   * Open slots that nobody has a lease on and whose time has come, those first that are due longest: of what is composed the
   * slot itself, of what is to be tried again that instant. What moderators hold is not among them, and what they want at once is. Leases and instants over an hour away are of a clock that was fast.
   */
  open(nowMs: number, atMost: number): Promise<readonly OpenSlot[]>;
  /** When there is next something to be done, Unix ms; null: nothing is planned. */
  nextAtMs(): Promise<number | null>;
  /** Takes the lease on a slot; null where it is not open in that state any more, or somebody has it. */
  hold(slot: OpenSlot, lease: Lease, nowMs: number): Promise<HeldSlot | null>;
  /** Takes a step with a slot. Returns false, and changes nothing, where the lease is another's by now or the slot is closed. */
  step(slot: SlotKey, owner: string, step: Step, nowMs: number): Promise<boolean>;
  /** Notes what moderators were told that keeps a digest from being delivered; null: nothing does any more. */
  noteTrouble(id: DigestId, trouble: Trouble | null): Promise<void>;
}
