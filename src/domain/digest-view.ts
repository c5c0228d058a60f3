import type { ChannelRight } from './channel-facts.ts';
import type { Digest } from './digest.ts';
import type { Trouble } from './digest-notice.ts';
import type { Delivery } from './outbox.ts';
import type { Review } from './review.ts';
import type { TimetableFault } from './schedule.ts';

/** What moderators choose of a digest. */
export type DigestChoice = Omit<Digest, 'id' | 'guildId' | 'state' | 'createdBy' | 'createdAtMs' | 'fromMs'>;

/** What keeps a digest from coming as it was set up, for as long as nobody changes it. */
export type DigestWarning =
  /** The channel is gone, or the bot does not see it. */
  | { readonly kind: 'no-channel' }
  /** What comes into channels of this kind comes in another way, or not at all. */
  | { readonly kind: 'unfit' }
  | { readonly kind: 'no-right'; readonly rights: readonly ChannelRight[] }
  /** Only what is in an announcement channel can be published. */
  | { readonly kind: 'no-crosspost' }
  /** The role that is to be mentioned is gone. */
  | { readonly kind: 'no-role' }
  /** It is to be shown to moderators first, and they have no channel. */
  | { readonly kind: 'no-moderators' }
  /** What it is about is known by these words no more, or by several. */
  | { readonly kind: 'lost'; readonly queries: readonly string[] }
  /** There are no channels here to look at. */
  | { readonly kind: 'unchecked' }
  /** What went wrong last. */
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  /** The platform did not answer. */
  | { readonly kind: 'unanswered' };

/** A digest, and how it stands with it. */
export interface DigestView {
  readonly digest: Digest;
  /** The next slots of its timetable, ascending, in Unix ms. */
  readonly runs: readonly number[];
  readonly warnings: readonly DigestWarning[];
  /** What was made of its last slot; null: nothing yet. */
  readonly last: Delivery | null;
  /** The one that moderators are shown now, before it comes; null: there is none. */
  readonly coming: Review | null;
}

/** Why something was not done to a digest. */
export type DigestRefusal =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'too-many'; readonly limit: number }
  | { readonly kind: 'timetable'; readonly fault: TimetableFault }
  /** Nothing, or several things, are known by these words. */
  | { readonly kind: 'no-subject'; readonly queries: readonly string[] }
  /** Nothing comes into the channel in the way that was asked for. */
  | { readonly kind: 'unfit'; readonly how: Digest['how'] }
  | { readonly kind: 'no-channel' }
  | { readonly kind: 'no-crosspost' }
  | { readonly kind: 'no-role' }
  /** It is to be shown to moderators first, and they have no channel. */
  | { readonly kind: 'no-moderators' }
  /** It is on its way, or something was made of it. */
  | { readonly kind: 'too-late' }
  /** There are no channels here to send anything into. */
  | { readonly kind: 'unchecked' }
  /** One is on its way, or about to be put together. */
  | { readonly kind: 'under-way' }
  /** It is so already. */
  | { readonly kind: 'already' };
