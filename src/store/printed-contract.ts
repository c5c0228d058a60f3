import type { Correction, CorrectionId } from '../domain/correction.ts';
import type { NotePrinted, PrintedMessage } from '../domain/printed-message.ts';
import type { Travelled, Unreachable } from '../domain/travelled.ts';
import type { Lease } from './digest-contract.ts';

/** For how long a message can still be corrected, in days. */
export const PRINTED_KEPT_DAYS = 30;

/** How many messages of a kind are kept of one server, so that many answers push no digest out. */
export const PRINTED_AT_MOST: Readonly<Record<PrintedMessage['body']['kind'], number>> = {
  answer: 1_000,
  digest: 2_000,
  alert: 2_000,
};

/** A change of a correction, as far as it matters to messages. */
export interface CorrectionChange {
  /** Its number in the log of corrections. */
  readonly seq: number;
  readonly correction: Pick<Correction, 'id' | 'scope' | 'key' | 'atMs'>;
}

/** A message that does not show the corrections of its claims as they are now. */
export interface OpenMessage {
  readonly guildId: string;
  readonly messageId: string;
}

/** Such a message in the hands of whoever has its lease. */
export interface HeldMessage {
  readonly message: PrintedMessage;
  /** Another one each time that it was noted: what was laid out by an earlier one may have undone a change of page. */
  readonly version: number;
  /** The last change of a correction that it is to show. */
  readonly seq: number;
  /** How often it was tried, this time included. */
  readonly attempts: number;
  /** It surely stands there as it was noted, with what was marked in it then. */
  readonly isPlain: boolean;
}

/** What became of a message; `isPlain`: it stands there as it was noted. */
export type Settled =
  /** It shows the corrections as they are. */
  | { readonly kind: 'shown'; readonly isPlain: boolean }
  /** What was corrected stands on no page that it shows; whoever turns to it sees it marked. */
  | { readonly kind: 'elsewhere'; readonly isPlain: boolean }
  | { readonly kind: 'unreachable'; readonly why: Unreachable };

/**
 * Messages that printed claims, by the claims, and which of them are still to show what. Every change is on the disk when its promise
 * resolves, and is made whole or not at all, whoever else works on the same store. An adapter is done when
 * `test/store/printed-contract.ts` passes on it.
 */
export interface PrintedStore {
  /**
   * Notes messages; one that is noted already shows something else from now on. Changes of corrections that were spread since it was
   * put together are put on it. Beyond `PRINTED_AT_MOST` the oldest of its server and kind is forgotten.
   */
  note: NotePrinted;
  /** Forgets messages that show something else now, of which nothing is known; what they were still to show counts as not reached. */
  drop(messages: readonly OpenMessage[]): Promise<void>;
  /** The number up to which changes have been spread; 0: none. */
  spreadTo(): Promise<number>;
  /**
   * Puts changes of corrections on every message that printed their claims, in their scope, and notes the last number. A change whose
   * number is not above `spreadTo` is passed over. @returns on how many messages
   */
  spread(changes: readonly CorrectionChange[], nowMs: number): Promise<number>;
  /** Messages that nobody has a lease on and whose time has come, those first that wait longest. */
  open(nowMs: number, atMost: number): Promise<readonly OpenMessage[]>;
  /** Takes the lease on a message; null where nothing is to be done to it any more, or somebody has it. */
  hold(message: OpenMessage, lease: Lease, nowMs: number): Promise<HeldMessage | null>;
  /**
   * Settles what was held: only up to the changes that it had then, and nothing where it was noted anew meanwhile. Gives the lease back.
   * @returns whether nothing more is to be done to it; false also where the lease is another's by now, which changes nothing
   */
  settle(held: HeldMessage, owner: string, settled: Settled): Promise<boolean>;
  /** It could not be reached this time. Gives the lease back. */
  again(held: HeldMessage, owner: string, notBeforeMs: number): Promise<void>;
  /** How far corrections have come, in the messages of one server, or of all; one that is on no message is not in it. */
  travelled(guildId: string | null, ids: readonly CorrectionId[]): Promise<ReadonlyMap<CorrectionId, Travelled>>;
  /** How many messages are kept, and on how many of them something is still to be done. */
  counts(): Promise<{ readonly messages: number; readonly waiting: number }>;
  /** Forgets messages that are older than `PRINTED_KEPT_DAYS`. @returns how many */
  purge(nowMs: number): Promise<number>;
  /** Forgets all messages of a server. */
  erase(guildId: string): Promise<void>;
}
