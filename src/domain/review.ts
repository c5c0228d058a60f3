import { z } from 'zod';
import type { Digest } from './digest.ts';
import type { Delivery, DigestContent, SlotKey } from './outbox.ts';
import { Snowflake } from './settings.ts';

/** What a moderator said of a digest that is about to come: that it is not to, or that it is to come at once. */
export const Verdict = z
  .strictObject({
    kind: z.enum(['hold', 'send']),
    by: Snowflake,
    /** Unix ms. */
    atMs: z.int(),
  })
  .readonly();
export type Verdict = z.infer<typeof Verdict>;

/** A line that a moderator took out of a digest that is about to come. */
export const Dropped = z.strictObject({ event: z.string(), by: Snowflake }).readonly();
export type Dropped = z.infer<typeof Dropped>;

/** A digest as its moderators are shown it before it comes, and are told what came of it. */
export interface Review extends SlotKey {
  /** Stands in its message, so that this is found again: ten characters, the same for as long as the slot is. */
  readonly mark: string;
  readonly digest: Digest;
  /** As it was put together, dropped lines included; null once it is decided what came of it. */
  readonly content: DigestContent | null;
  /** null: nobody said anything, so it comes as planned. */
  readonly verdict: Verdict | null;
  readonly dropped: readonly Dropped[];
  /** From when on it comes as planned: its time, or later where moderators would have had too little. Unix ms. */
  readonly comesAtMs: number;
  /** `withdrawn`: the digest was changed, paused or removed meanwhile; null: it is still to come. */
  readonly end: Delivery | 'withdrawn' | null;
  /** Which page of its lines they look at, from 1. */
  readonly page: number;
  /** The message in which they are shown it; null: none yet. */
  readonly message: ReviewMessage | null;
}

export interface ReviewMessage {
  readonly channelId: string;
  readonly messageId: string;
}

/** What a moderator does about a digest that is about to come. */
export type ReviewDeed =
  | { readonly kind: 'hold' | 'send' }
  /** Takes either back. */
  | { readonly kind: 'release' }
  /** Takes a line out, or puts it back. */
  | { readonly kind: 'toggle'; readonly event: string }
  /** Looks at another page of its lines, from 1. */
  | { readonly kind: 'turn'; readonly page: number };
