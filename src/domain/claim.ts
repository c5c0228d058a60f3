import { z } from 'zod';
import { Attribution, BY_MODE, ClaimDate, Evidence, evidenceAround } from './claim-parts.ts';
import { EntityRef } from './entity.ts';
import { Localised } from './language.ts';

/** The closed values of slots. */
export const AID_STATUSES = [
  'requested',
  'proposed',
  'pledged',
  'approved',
  'announced',
  'delivering',
  'delivered',
  'refused',
  'suspended',
] as const;
export const AID_KINDS = ['military', 'financial', 'humanitarian', 'training', 'permission', 'political'] as const;
export const MOVE_ACTIONS = ['advance', 'capture', 'withdraw', 'deploy', 'reinforce', 'mass', 'hold', 'lose'] as const;
export const WEAPONS = [
  'missile',
  'drone',
  'bomb',
  'artillery',
  'rocket',
  'mortar',
  'tank',
  'gunfire',
  'explosive',
] as const;
export const VISIT_STATUSES = ['planned', 'under_way', 'done', 'cancelled'] as const;
export const IMPACT_KINDS = ['displaced', 'killed', 'injured', 'casualties', 'damage'] as const;

const Refs = z.array(EntityRef).readonly();

/** A number as an article gives it. */
export const Bound = z.enum(['eq', 'gt', 'ge', 'lt', 'le', 'about']);
export type Bound = z.infer<typeof Bound>;

/** How many: a number with its bound, or only a word for it ("several"). */
export const Count = z.union([
  z.strictObject({
    value: z.number().nonnegative(),
    /** Upper end, where the article gives a range. */
    valueMax: z.number().nonnegative().optional(),
    op: Bound,
    unit: z.string().min(1).max(60).optional(),
  }),
  z.strictObject({ vague: z.string().min(1).max(60), unit: z.string().min(1).max(60).optional() }),
]);
export type Count = z.infer<typeof Count>;

/** Money in whole units of its currency (ISO 4217), never converted. */
export const Amount = z.strictObject({
  value: z.number().positive(),
  valueMax: z.number().positive().optional(),
  cur: z.string().regex(/^[A-Z]{3}$/),
  op: Bound,
});
export type Amount = z.infer<typeof Amount>;

const common = {
  /** Unique within its article, and stable. */
  id: z.string().regex(/^[a-z]{1,4}\d{1,5}[a-z]{0,2}$/),
  /** null: the article says it in its own voice. */
  attr: Attribution.nullable(),
  /**
   * asserted: the narrator's own; attributed: handed to a speaker neutrally; claimed: a speaker's unproven word;
   * acknowledged: against the speaker's interest; denied: said not to be so.
   */
  epi: z.enum(['asserted', 'attributed', 'claimed', 'acknowledged', 'denied']),
  /** Only where the text says so. */
  confirmation: z.enum(['unconfirmed', 'denied', 'confirmed']).optional(),
  realis: z.enum(['actual', 'ongoing', 'attempted', 'planned', 'hypothetical']),
  /** The event is said not to happen. */
  neg: z.boolean(),
  date: ClaimDate.optional(),
  evidence: z.array(Evidence).min(1).readonly(),
  /** Why what the article says should be doubted; it is kept as said all the same. */
  suspect: Localised.optional(),
  /** The language model that read it, by its name; absent: Sitrep's own reading. */
  engine: z.string().min(1).max(120).optional(),
  /**
   * Names as the article spells them: id → spelling. Of names that we know, where it differs from ours; of names that no
   * gazetteer has, always: they are printed by it.
   */
  surface: z.record(EntityRef, z.string().min(1).max(120)).optional(),
};

/** A claim of one type in each mode; `loose` are the slots that may say less in an excerpt. */
function claimOf<T extends ClaimType, S extends z.core.$ZodLooseShape, L extends z.core.$ZodLooseShape>(
  type: T,
  slots: S,
  loose: L,
) {
  const shape = { ...common, type: z.literal(type), ...slots };
  return z.discriminatedUnion('mode', [
    z.strictObject({ ...shape, ...BY_MODE.paraphrase }),
    z.strictObject({ ...shape, ...BY_MODE.structured }),
    z.strictObject({ ...shape, ...loose, ...BY_MODE.excerpt }),
  ]);
}

const Aid = claimOf(
  'aid',
  {
    donor: Refs,
    recipient: EntityRef.nullable(),
    requester: EntityRef.optional(),
    amount: Amount.optional(),
    count: Count.optional(),
    items: z.array(z.string().min(1).max(60)).readonly(),
    kind: z.enum(AID_KINDS).optional(),
    status: z.enum(AID_STATUSES),
    /** Where it is meant for. */
    place: Refs.optional(),
  },
  {},
);
const Move = claimOf(
  'move',
  {
    actor: EntityRef.nullable(),
    action: z.enum(MOVE_ACTIONS),
    place: Refs,
    from: Refs.optional(),
    to: Refs.optional(),
    count: Count.optional(),
  },
  {},
);
const Strike = claimOf(
  'strike',
  {
    actor: EntityRef.nullable(),
    weapon: z.array(z.enum(WEAPONS)).readonly(),
    place: Refs,
    /** What was hit, where it is no named place. */
    target: z.string().min(1).max(120).optional(),
    count: Count.optional(),
  },
  {},
);
const Visit = claimOf(
  'visit',
  {
    visitor: z.array(EntityRef).min(1).readonly(),
    place: Refs,
    host: Refs,
    status: z.enum(VISIT_STATUSES),
    purpose: z.string().min(1).max(160).optional(),
    count: Count.optional(),
  },
  { visitor: Refs },
);
const Impact = claimOf(
  'impact',
  {
    kind: z.array(z.enum(IMPACT_KINDS)).min(1).readonly(),
    place: Refs,
    who: z.string().min(1).max(120).optional(),
    count: Count.optional(),
    cause: z.string().min(1).max(160).optional(),
  },
  {},
);
const Statement = claimOf(
  'statement',
  {
    speaker: EntityRef,
    topic: z.string().min(1).max(160).optional(),
  },
  {},
);

export const CLAIM_TYPES = ['aid', 'move', 'strike', 'visit', 'impact', 'statement'] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

/** Claims were all paraphrases before they had a mode. */
const withMode = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !('mode' in value) ? { ...value, mode: 'paraphrase' } : value;

/** One event or state, one actor set, one status, as one article asserts it. */
export const Claim = z
  .preprocess(withMode, z.discriminatedUnion('type', [Aid, Move, Strike, Visit, Impact, Statement]))
  .refine((c) => c.epi === 'asserted' || c.attr !== null, {
    error: 'must name who says it, unless it is asserted',
    path: ['attr'],
  })
  .refine((c) => c.mode !== 'excerpt' || evidenceAround(c) !== undefined, {
    error: 'must lie inside one span of the evidence',
    path: ['excerpt'],
  })
  .readonly();
export type Claim = z.infer<typeof Claim>;
export type ClaimOf<T extends ClaimType> = Extract<Claim, { readonly type: T }>;

/** Every entity a claim refers to, each once, in the order of its slots, the speaker last. */
export function refsOf(claim: Claim): readonly string[] {
  const refs = [...slotRefs(claim), ...(claim.attr ? [claim.attr.who, ...optional(claim.attr.side)] : [])];
  return [...new Set(refs)];
}

const optional = <T>(value: T | null | undefined): readonly T[] => (value == null ? [] : [value]);

function slotRefs(claim: Claim): readonly string[] {
  switch (claim.type) {
    case 'aid':
      return [...claim.donor, ...optional(claim.recipient), ...optional(claim.requester), ...(claim.place ?? [])];
    case 'move':
      return [...optional(claim.actor), ...claim.place, ...(claim.from ?? []), ...(claim.to ?? [])];
    case 'strike':
      return [...optional(claim.actor), ...claim.place];
    case 'visit':
      return [...claim.visitor, ...claim.place, ...claim.host];
    case 'impact':
      return claim.place;
    case 'statement':
      return [claim.speaker];
  }
}
