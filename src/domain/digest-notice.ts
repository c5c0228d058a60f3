import { z } from 'zod';

/** Why nothing of a digest can be sent to a channel until somebody changes something. */
export const Refusal = z.enum(['no-channel', 'no-permission', 'not-in-server', 'not-accepted']);
export type Refusal = z.infer<typeof Refusal>;

/** What moderators are told about one of their digests. */
export const Notice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('refused'), why: Refusal }).readonly(),
  /** Nobody can tell whether the digest of the slot arrived; it is not sent again. */
  z.strictObject({ kind: z.literal('undecided'), slotMs: z.int() }).readonly(),
  /** Moderators were to be shown the digest of the slot before it comes, and nobody could be; it comes as planned. */
  z.strictObject({ kind: z.literal('not-shown'), slotMs: z.int(), why: Refusal }).readonly(),
  /** Some of it arrived; so many events did not, and the next digest tells of them. `why`: null where it was too late for them. */
  z
    .strictObject({ kind: z.literal('partly'), slotMs: z.int(), events: z.int().positive(), why: Refusal.nullable() })
    .readonly(),
  /** The role that it mentioned is gone; it came without a mention. */
  z.strictObject({ kind: z.literal('no-role'), roleId: z.string() }).readonly(),
  /** What it is about is no longer known by that name, or by several. */
  z.strictObject({ kind: z.literal('no-subject'), query: z.string() }).readonly(),
]);
export type Notice = z.infer<typeof Notice>;

/** What went wrong with a digest last, and whether moderators were told. */
export const Trouble = z.strictObject({ notice: Notice, isTold: z.boolean() }).readonly();
export type Trouble = z.infer<typeof Trouble>;
