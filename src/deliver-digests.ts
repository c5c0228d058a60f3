import { randomUUID } from 'node:crypto';
import { withoutLines, wrongIn } from './brief/without-lines.ts';
import { createDelivery, type Delivery } from './digest/deliver.ts';
import { type ReviewPorts, showReviews } from './digest/reviews.ts';
import type { WorkPorts } from './digest/work.ts';
import type { DigestPorts } from './digests/ports.ts';
import type { Brief } from './domain/brief.ts';
import { type UntilStopped, untilStopped } from './until-stopped.ts';
import type { WordDigest } from './word-digest.ts';

/** How old a slot may be when its digest is sent. */
const CATCH_UP_MS = 6 * 3_600_000;

interface DeliverPorts extends Pick<WorkPorts, 'digests' | 'channel' | 'tell' | 'now'> {
  readonly compose: DigestPorts['compose'];
  readonly reviews: ReviewPorts['reviews'];
  readonly board: ReviewPorts['board'];
  /** Absent: there is no language model. */
  readonly word?: WordDigest;
  /** An answer with what is corrected of it by now. */
  readonly corrected: (brief: Brief) => Promise<Brief>;
  /** Keeps what a digest was made of, so that its buttons work. */
  readonly keep: (brief: Brief) => void;
  readonly report: (error: unknown) => void;
}

const inLines: WordDigest = async (content) => content;

/** Stopping takes half a minute at most. */
export type DigestDelivery = Delivery & Pick<UntilStopped, 'settle' | 'stop'>;

/** Brings digests to their channels for as long as the process runs. */
export function deliverDigests({
  keep,
  corrected,
  word = inLines,
  reviews,
  board,
  ...ports
}: DeliverPorts): DigestDelivery {
  const digests: WorkPorts['digests'] = {
    ...ports.digests,
    due: async (nowMs, atMost) => (running.isStopping() ? [] : ports.digests.due(nowMs, atMost)),
    open: async (nowMs, atMost) => (running.isStopping() ? [] : ports.digests.open(nowMs, atMost)),
  };
  const compose: WorkPorts['compose'] = async (digest, progress, nowMs, slotMs) => {
    const composed = await ports.compose(digest, progress, nowMs);
    if (composed.kind !== 'content') return composed;
    const content = await word(composed.content, digest, slotMs);
    keep(content.brief);
    return { kind: 'content', content };
  };
  const finish: WorkPorts['finish'] = async (_digest, content, dropped) => {
    const chosen = withoutLines(content, new Set(dropped));
    if (chosen === null) return null;
    // Where all of it is wrong by now, it comes with its marks.
    const marked = await corrected(chosen.brief).catch((error: unknown) => {
      ports.report(error);
      return chosen.brief;
    });
    const left = withoutLines(chosen, wrongIn(marked)) ?? chosen;
    if (left !== content) keep(left.brief);
    return left;
  };
  const shared = { ...ports, owner: randomUUID(), catchUpMs: CATCH_UP_MS };
  const delivery = createDelivery({ ...shared, digests, compose, finish });
  const running = untilStopped([delivery.tick, () => showReviews({ ...shared, reviews, board })], ports.report);
  return running;
}
