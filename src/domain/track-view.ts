import type { ChannelRight } from './channel-facts.ts';
import type { TimetableFault } from './schedule.ts';
import type { Track } from './track.ts';

/** What is chosen of a track. */
export type TrackChoice = Pick<
  Track,
  'to' | 'query' | 'about' | 'origins' | 'confirmedOnly' | 'quiet' | 'zone' | 'perDay' | 'language' | 'sources'
>;

/** What keeps alerts from coming as they were asked for, for as long as nobody changes it. */
export type TrackWarning =
  /** The channel is gone, or the bot does not see it. */
  | { readonly kind: 'no-channel' }
  /** No message can come into channels of this kind. */
  | { readonly kind: 'unfit' }
  | { readonly kind: 'no-right'; readonly rights: readonly ChannelRight[] }
  /** The role that is to be mentioned is gone. */
  | { readonly kind: 'no-role' }
  /** What it is about is known by these words no more, or by several. */
  | { readonly kind: 'lost' }
  /** There are no channels here to look at. */
  | { readonly kind: 'unchecked' }
  /** The platform did not answer. */
  | { readonly kind: 'unanswered' };

/** A track, and how it stands with it. */
export interface TrackView {
  readonly track: Track;
  readonly warnings: readonly TrackWarning[];
}

/** Why something was not done to a track. */
export type TrackRefusal =
  | { readonly kind: 'unknown' | 'no-channel' | 'unfit' | 'no-role' | 'already' }
  /** Nothing, or several things, are known by these words. */
  | { readonly kind: 'no-subject' }
  | { readonly kind: 'too-many'; readonly limit: number; readonly whose: 'server' | 'member' }
  | Extract<TimetableFault, { readonly kind: 'no-zone' }>;
