import { z } from 'zod';
import { ArticleId } from './article.ts';
import { Brief } from './brief.ts';
import type { Refusal } from './digest-notice.ts';

/** Claims that an event is kept by: it may be merged, split and renamed, they stay. */
export const CLAIMS_KEPT = 8;

/** An event by some of its claims, as `sourcedKey` gives them, with articles of it. */
const Known = z.strictObject({
  claims: z.array(z.string()).min(1).max(CLAIMS_KEPT).readonly(),
  articles: z.array(ArticleId).readonly(),
  /** Articles that were changed. */
  corrected: z.array(ArticleId).readonly(),
});

/** An event that articles have come of which the readers of a track have not been told; `articles`: these. */
export const Untold = Known.readonly();
export type Untold = z.infer<typeof Untold>;

/** An event that a message tells of; `articles`: those that told of it when the message was first sent. */
export const ToldEvent = Known.readonly();
export type ToldEvent = z.infer<typeof ToldEvent>;

/** An alert put together, as it is to be sent or as its message is to be edited. */
export const AlertContent = z
  .strictObject({
    brief: Brief,
    events: z.array(ToldEvent).min(1).readonly(),
  })
  .readonly();
export type AlertContent = z.infer<typeof AlertContent>;

/** Why nothing of a track can be sent until somebody changes something. */
export type AlertRefusal = Refusal | 'direct-closed';

/** What moderators are told about one of their tracks. */
export type TrackNotice =
  | { readonly kind: 'refused'; readonly why: AlertRefusal }
  /** Nobody can tell whether the alert that was put together then (Unix ms) arrived; it is not sent again. */
  | { readonly kind: 'undecided'; readonly madeAtMs: number }
  /** It could not be sent for so long that it is not sent any more. */
  | { readonly kind: 'late'; readonly madeAtMs: number };
