import type { Refusal } from '../domain/digest-notice.ts';
import type { SlotKey } from '../domain/outbox.ts';
import type { Review, ReviewMessage } from '../domain/review.ts';
import type { DigestStore } from '../store/digest-contract.ts';
import type { HeldReview, ReviewStore } from '../store/review-contract.ts';
import type { DigestChannel } from './channel.ts';
import type { Tell } from './notice.ts';
import { vetoMs } from './plan.ts';

/** What became of showing. */
export type ShowOutcome =
  | { readonly kind: 'shown'; readonly message: ReviewMessage }
  /** It is tried again after so long. */
  | { readonly kind: 'later'; readonly afterMs: number }
  /** Moderators have no channel, or not any more. */
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'refused'; readonly why: Refusal };

/** Where moderators are shown digests before they come. Neither rejects for what the platform or the network does. */
export interface ReviewBoard {
  /** The channel in which the moderators of a server are shown things; null: they have none. */
  readonly channelOf: (guildId: string) => Promise<string | null>;
  readonly findOwn: DigestChannel['findOwn'];
  /** Posts a review into a channel, once however often it is repeated within minutes. */
  readonly post: (review: Review, channelId: string) => Promise<ShowOutcome>;
  /** Changes its message to how the review stands now. */
  readonly edit: (review: Review, message: ReviewMessage) => Promise<ShowOutcome>;
}

export interface ReviewPorts {
  readonly reviews: ReviewStore;
  readonly board: ReviewBoard;
  readonly digests: Pick<DigestStore, 'noteTrouble'>;
  readonly tell: Tell;
  /** Unix ms. */
  readonly now: () => number;
  readonly owner: string;
  /** For how long after its slot a held digest may still be sent, in ms. */
  readonly catchUpMs: number;
  readonly report: (error: unknown) => void;
}

const LEASE_MS = 60_000;
const AT_ONCE = 16;
/** How far the platform's clock may be from ours. */
const CLOCKS_APART_MS = 10 * 60_000;
/** What could not be shown for a fault of ours. */
const FAILED_MS = 60_000;

/** Shows moderators what is about to come and what came of it, each as it stands now. Rejects only where the store cannot be asked. */
export async function showReviews(ports: ReviewPorts): Promise<void> {
  const nowMs = ports.now();
  await ports.reviews.closeHeld(nowMs, ports.catchUpMs);
  const waiting = await ports.reviews.unshown(nowMs, AT_ONCE);
  await Promise.all(waiting.map((slot) => showOne(ports, slot)));
}

async function showOne(ports: ReviewPorts, slot: SlotKey): Promise<void> {
  const { reviews, now, owner } = ports;
  const held = await reviews.holdReview(slot, { owner, untilMs: now() + LEASE_MS }, now());
  if (!held) return;
  const failed = (error: unknown): ShowOutcome => {
    ports.report(error);
    return { kind: 'later', afterMs: FAILED_MS };
  };
  await noted(ports, held, await shown(ports, held).catch(failed));
}

async function noted(ports: ReviewPorts, held: HeldReview, outcome: ShowOutcome): Promise<void> {
  const { reviews, now, owner } = ports;
  const { review, version } = held;
  if (outcome.kind === 'later') return reviews.unshownUntil(review, owner, now() + outcome.afterMs);
  const message = outcome.kind === 'shown' ? outcome.message : null;
  if (message === null && review.end === null) await told(ports, review, outcome);
  await reviews.shown(review, owner, version, message, now() + vetoMs(review.digest));
}

async function told({ tell, digests }: ReviewPorts, review: Review, outcome: ShowOutcome): Promise<void> {
  const why = outcome.kind === 'refused' ? outcome.why : 'no-channel';
  const notice = { kind: 'not-shown', slotMs: review.slotMs, why } as const;
  const isTold = await tell(review.digest, notice);
  if (!isTold) await digests.noteTrouble(review.digestId, { notice, isTold });
}

/** Its message is edited, be it one that an earlier attempt has posted; where there is none, what is still to come is posted. */
async function shown({ board }: ReviewPorts, { review, postingAtMs }: HeldReview): Promise<ShowOutcome> {
  if (review.message !== null) return board.edit(review, review.message);
  const channelId = await board.channelOf(review.digest.guildId);
  if (channelId === null) return { kind: 'nowhere' };
  const found =
    postingAtMs === null ? null : await board.findOwn(channelId, review.mark, postingAtMs - CLOCKS_APART_MS);
  if (found?.kind === 'later') return found;
  const [messageId] = found?.kind === 'found' ? found.messageIds : [];
  if (messageId !== undefined) return board.edit(review, { channelId, messageId });
  return review.end === null ? board.post(review, channelId) : { kind: 'nowhere' };
}
