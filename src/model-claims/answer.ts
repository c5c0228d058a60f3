import { z } from 'zod';
import {
  AID_KINDS,
  AID_STATUSES,
  type CLAIM_TYPES,
  IMPACT_KINDS,
  MOVE_ACTIONS,
  VISIT_STATUSES,
  WEAPONS,
} from '../domain/claim.ts';

/** What a model may say of one slot; longer words are none that an article has for a name or a number. */
const Words = z.string().max(300);
const Perhaps = Words.nullable().default(null);
const Names = z.array(Words).max(8).default([]);

const common = {
  /** Number of the sentence that tells it. */
  sentence: z.int(),
  /** Words of that sentence, exactly. */
  quote: z.string().max(2_000),
  /** Who says it, as the article names them; null: the article itself. */
  speaker: Perhaps,
  epi: z.enum(['asserted', 'attributed', 'claimed', 'acknowledged', 'denied']).default('asserted'),
  realis: z.enum(['actual', 'ongoing', 'attempted', 'planned', 'hypothetical']).default('actual'),
  negated: z.boolean().default(false),
  /** As written. */
  date: Perhaps,
};

const claimOf = <T extends (typeof CLAIM_TYPES)[number], S extends z.core.$ZodLooseShape>(type: T, slots: S) =>
  z.object({ type: z.literal(type), ...common, ...slots });

/**
 * A claim as a model says it. Names, numbers and dates are the article's own words, so that they can be held against it;
 * what they stand for is for Sitrep to find out.
 */
export const ModelClaim = z.union([
  claimOf('aid', {
    donor: Names,
    recipient: Perhaps,
    status: z.enum(AID_STATUSES),
    kind: z.enum(AID_KINDS).nullable().default(null),
    amount: Perhaps,
    count: Perhaps,
  }),
  claimOf('move', { actor: Perhaps, action: z.enum(MOVE_ACTIONS), place: Names, count: Perhaps }),
  claimOf('strike', {
    actor: Perhaps,
    weapon: z.array(z.enum(WEAPONS)).max(9).default([]),
    place: Names,
    count: Perhaps,
  }),
  claimOf('visit', { visitor: Names, host: Names, place: Names, status: z.enum(VISIT_STATUSES) }),
  claimOf('impact', { kind: z.array(z.enum(IMPACT_KINDS)).min(1).max(5), place: Names, count: Perhaps }),
  claimOf('statement', {}),
]);
export type ModelClaim = z.infer<typeof ModelClaim>;
/** One that tells an event. */
export type Framed = Exclude<ModelClaim, { readonly type: 'statement' }>;

/** More claims of one answer are not looked at: no stretch of an article holds as many. */
const MOST_CLAIMS = 120;

/** An answer; a claim of another shape is null and costs no other its place. */
export const ModelClaims = z.object({
  claims: z.array(ModelClaim.nullable().catch(null)).transform((claims) => claims.slice(0, MOST_CLAIMS)),
});
