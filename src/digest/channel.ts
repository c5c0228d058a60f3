import { hash } from 'node:crypto';
import type { Digest } from '../domain/digest.ts';
import type { Refusal } from '../domain/digest-notice.ts';
import type { DigestContent, SlotKey } from '../domain/outbox.ts';

/** A digest that is to be sent. */
export interface Outgoing {
  readonly digest: Digest;
  /** Unix ms. */
  readonly slotMs: number;
  readonly content: DigestContent;
  readonly channelId: string;
  /** The same for each attempt; 24 characters. The message carries it, so that it is found again; where the platform has nonces it is the message's. */
  readonly mark: string;
  /** Messages of it that are there already, in order: what is missing beside them is sent. */
  readonly there: readonly string[];
}

/** What became of sending. */
export type SendOutcome =
  /** `refused`: why no more of it arrived than this; absent: all has. `noRole`: of the role that was to be mentioned and is gone. */
  | {
      readonly kind: 'sent';
      readonly messageIds: readonly string[];
      readonly refused?: Refusal;
      readonly noRole?: string;
    }
  /** It surely did not arrive. `afterMs`: how long to wait before it is tried again. */
  | { readonly kind: 'later'; readonly afterMs: number }
  /** It surely did not arrive, and will not until somebody changes something. */
  | { readonly kind: 'refused'; readonly why: Refusal }
  /** It may have arrived: no answer came, or one that does not tell. */
  | { readonly kind: 'unknown' };

/** What a look into the channel gave. */
export type FoundOwn =
  | { readonly kind: 'found'; readonly messageIds: readonly string[] }
  | { readonly kind: 'absent' }
  /** What stands there cannot be read, and nobody but the server's own can change that. */
  | { readonly kind: 'unreadable'; readonly why: Refusal }
  /** It could not be read this time. */
  | { readonly kind: 'later'; readonly afterMs: number };

/** Where digests go. Neither rejects for what the platform or the network does. */
export interface DigestChannel {
  /** Gives up within `SEND_WITHIN_MS`: what arrives later is taken for what did not arrive. */
  readonly send: (outgoing: Outgoing) => Promise<SendOutcome>;
  /** The events of the lines that are only on messages after the first so many. */
  readonly eventsAfter: (outgoing: Outgoing, messages: number) => readonly string[];
  /** Looks for own messages with the mark since an instant (Unix ms, of this machine's clock); finds them in their order. */
  readonly findOwn: (channelId: string, mark: string, sinceMs: number) => Promise<FoundOwn>;
}

/** How long an attempt to send may take. */
export const SEND_WITHIN_MS = 20_000;

export const markOf = ({ digestId, slotMs }: SlotKey): string =>
  hash('sha256', `${digestId}:${slotMs}`, 'hex').slice(0, 24);
