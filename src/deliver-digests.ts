import { randomUUID } from 'node:crypto';
import { withoutLines } from './brief/without-lines.ts';
import { createDelivery, type Delivery } from './digest/deliver.ts';
import { type ReviewPorts, showReviews } from './digest/reviews.ts';
import type { WorkPorts } from './digest/work.ts';
import type { Brief } from './domain/brief.ts';

/** How old a slot may be when its digest is sent. */
const CATCH_UP_MS = 6 * 3_600_000;

interface DeliverPorts extends Pick<WorkPorts, 'digests' | 'compose' | 'channel' | 'tell' | 'now'> {
  readonly reviews: ReviewPorts['reviews'];
  readonly board: ReviewPorts['board'];
  /** Keeps what a digest was made of, so that its buttons work. */
  readonly keep: (brief: Brief) => void;
  readonly report: (error: unknown) => void;
}

export interface DigestDelivery extends Delivery {
  /** Begins nothing new; resolves when what is under way is done, which takes half a minute at most. */
  readonly stop: () => Promise<void>;
}

/** Brings digests to their channels for as long as the process runs. */
export function deliverDigests({ keep, reviews, board, ...ports }: DeliverPorts): DigestDelivery {
  const underWay = new Set<Promise<void>>();
  let isStopping = false;
  const digests: WorkPorts['digests'] = {
    ...ports.digests,
    due: async (nowMs, atMost) => (isStopping ? [] : ports.digests.due(nowMs, atMost)),
    open: async (nowMs, atMost) => (isStopping ? [] : ports.digests.open(nowMs, atMost)),
  };
  const compose: WorkPorts['compose'] = async (...digest) => {
    const composed = await ports.compose(...digest);
    if (composed.kind === 'content') keep(composed.content.brief);
    return composed;
  };
  const finish: WorkPorts['finish'] = async (_digest, content, dropped) => {
    const left = withoutLines(content, new Set(dropped));
    if (left !== null && left !== content) keep(left.brief);
    return left;
  };
  const shared = { ...ports, owner: randomUUID(), catchUpMs: CATCH_UP_MS };
  const delivery = createDelivery({ ...shared, digests, compose, finish });
  const ticks = [delivery.tick, () => showReviews({ ...shared, reviews, board })];
  return {
    // Not awaited by the clock: one slow channel would keep others from being looked at.
    tick: async () => {
      if (isStopping) return;
      for (const tick of ticks) {
        const run = tick().catch(ports.report);
        underWay.add(run);
        void run.finally(() => underWay.delete(run));
      }
    },
    stop: async () => {
      isStopping = true;
      await Promise.all(underWay);
    },
  };
}
