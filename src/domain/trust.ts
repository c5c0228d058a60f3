import { z } from 'zod';
import { Ownership } from './ownership.ts';
import { Tier } from './source.ts';

/** Whose reports an answer counts: everybody's, all but the doubtful ones', or the trusted ones' alone. */
export const SOURCE_LIMITS = ['all', 'not-doubtful', 'trusted'] as const;
export const SourceLimit = z.enum(SOURCE_LIMITS);
export type SourceLimit = z.infer<typeof SourceLimit>;

/** Whether what a publisher of this tier reports counts in an answer that is so limited. */
export function countsWithin(limit: SourceLimit, tier: Tier): boolean {
  if (limit === 'all') return true;
  return limit === 'trusted' ? tier === 'trusted' : tier !== 'doubtful';
}

/** What is to be known of a publisher: whom it belongs to, and how moderators judge it where that is not as usual. */
export const Standing = z
  .strictObject({ ownership: Ownership.optional(), tier: Tier.exclude(['usual']).optional() })
  .readonly();
export type Standing = z.infer<typeof Standing>;

const STATE_RUN: ReadonlySet<Ownership['kind']> = new Set(['state', 'government', 'military', 'party']);

/** Whether a state, or who governs or fights, decides what is reported; what is public by law does not belong there. */
export const isStateRun = ({ kind }: Ownership): boolean => STATE_RUN.has(kind);
