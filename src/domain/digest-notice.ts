/** Why nothing of a digest can be sent to a channel until somebody changes something. */
export type Refusal = 'no-channel' | 'no-permission' | 'not-in-server' | 'not-accepted';

/** What moderators are told about one of their digests. */
export type Notice =
  | { readonly kind: 'refused'; readonly why: Refusal }
  /** Nobody can tell whether the digest of the slot arrived; it is not sent again. */
  | { readonly kind: 'undecided'; readonly slotMs: number }
  /** Moderators were to be shown the digest of the slot before it comes, and nobody could be; it comes as planned. */
  | { readonly kind: 'not-shown'; readonly slotMs: number; readonly why: Refusal }
  /** Some of it arrived; so many events did not, and the next digest tells of them. `why`: null where it was too late for them. */
  | { readonly kind: 'partly'; readonly slotMs: number; readonly events: number; readonly why: Refusal | null }
  /** What it is about is no longer known by that name, or by several. */
  | { readonly kind: 'no-subject'; readonly query: string };
