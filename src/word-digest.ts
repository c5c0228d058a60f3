import { vetoMs } from './digest/plan.ts';
import type { Digest } from './domain/digest.ts';
import type { DigestContent } from './domain/outbox.ts';
import type { Wording } from './domain/wording.ts';

/** Puts a digest that is to come in prose into prose, where that is there in time. Never rejects. */
export type WordDigest = (content: DigestContent, digest: Digest, slotMs: number) => Promise<DigestContent>;

/** Longest that a digest waits for its prose; well below the lease on its slot. */
const WAIT_MS = 30_000;
/** Before its time, or that of its moderators, it waits no more. */
const READY_BEFORE_MS = 30_000;
const LEAST_MS = 3_000;
/** Digests that wait at a time: others are not to wait behind them. */
const AT_ONCE = 16;

/** @param now Unix ms */
export function createWordDigest(wording: Pick<Wording, 'known' | 'make'>, now: () => number): WordDigest {
  let waiting = 0;
  return async (content, digest, slotMs) => {
    if (digest.style !== 'prose' || content.brief.outcome !== 'lines') return content;
    const known = await wording.known(content.brief);
    if (known) return inProse(content, known);
    const deadlineMs = Math.min(WAIT_MS, slotMs - vetoMs(digest) - READY_BEFORE_MS - now());
    if (deadlineMs < LEAST_MS || waiting >= AT_ONCE) return inProse(content, { kind: 'none', why: 'down' });
    waiting += 1;
    const prose = await wording.make(content.brief, { deadlineMs, isUrgent: true });
    waiting -= 1;
    return inProse(content, prose);
  };
}

const inProse = (content: DigestContent, prose: NonNullable<DigestContent['brief']['prose']>): DigestContent => ({
  ...content,
  brief: { ...content.brief, prose },
});
