import { z } from 'zod';
import { Sha256 } from './article.ts';
import { EntityRef } from './entity.ts';
import { Localised } from './language.ts';

const Refs = z.array(EntityRef).readonly();

/** A number as an article gives it. */
const Bound = z.enum(['eq', 'gt', 'ge', 'lt', 'le', 'about']);

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

/** Who says it, where anyone but the article's own voice does. */
const Attribution = z
  .strictObject({
    who: EntityRef,
    /** Code of the state or bloc the speaker acts for. */
    side: z
      .string()
      .regex(/^[A-Z]{2,5}$/)
      .optional(),
    /** The article's word that hands the claim to the speaker ("said"). */
    cue: z.string().min(1).max(60).optional(),
    /** Outlet or translator that passes the words on. */
    via: z.string().min(1).max(120).optional(),
    /** The speaker's name as the article spells it, where that differs. */
    surface: z.string().min(1).max(120).optional(),
  })
  .readonly();

/** Where in the article it stands: offsets in UTF-16 code units, half-open. */
const Evidence = z
  .strictObject({
    start: z.int().nonnegative(),
    end: z.int().positive(),
    /** SHA-256 of those words in UTF-8. */
    sha256: Sha256,
    /** 1-based, counting the non-empty lines of the text. */
    paragraph: z.int().positive(),
    /** The first few of the article's words there, to find the place by; at most seven. */
    pointer: z.string().min(1).max(80),
  })
  .refine((e) => e.end > e.start, { error: 'must end after it starts', path: ['end'] })
  .readonly();

/** A date as the article gives it; `iso` is a day, month, year or `start/end` (either end may be open), where it could be resolved. */
const ClaimDate = z
  .strictObject({
    text: z.string().min(1).max(80),
    iso: z
      .string()
      .regex(/^(?:\d{4}(?:-\d\d){0,2}(?:\/(?:\d{4}(?:-\d\d){0,2})?)?|\/\d{4}(?:-\d\d){0,2})$/)
      .optional(),
  })
  .readonly();

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
  /** Names as the article spells them, where they differ from ours: id → spelling. */
  surface: z.record(EntityRef, z.string().min(1).max(120)).optional(),
  /**
   * The claim in our own words: one sentence that keeps negation and modality, but names neither the speaker,
   * the relaying outlet nor the date: those are printed from their slots beside it. Never printed bare.
   */
  sentence: Localised,
};

const Aid = z.strictObject({
  ...common,
  type: z.literal('aid'),
  donor: Refs,
  recipient: EntityRef.nullable(),
  requester: EntityRef.optional(),
  amount: Amount.optional(),
  count: Count.optional(),
  items: z.array(z.string().min(1).max(60)).readonly(),
  kind: z.enum(['military', 'financial', 'humanitarian', 'training', 'permission', 'political']).optional(),
  status: z.enum([
    'requested',
    'proposed',
    'pledged',
    'approved',
    'announced',
    'delivering',
    'delivered',
    'refused',
    'suspended',
  ]),
  /** Where it is meant for. */
  place: Refs.optional(),
});
const Move = z.strictObject({
  ...common,
  type: z.literal('move'),
  actor: EntityRef.nullable(),
  action: z.enum(['advance', 'capture', 'withdraw', 'deploy', 'reinforce', 'mass', 'hold', 'lose']),
  place: Refs,
  from: Refs.optional(),
  to: Refs.optional(),
  count: Count.optional(),
});
const Strike = z.strictObject({
  ...common,
  type: z.literal('strike'),
  actor: EntityRef.nullable(),
  weapon: z
    .array(z.enum(['missile', 'drone', 'bomb', 'artillery', 'rocket', 'mortar', 'tank', 'gunfire', 'explosive']))
    .readonly(),
  place: Refs,
  /** What was hit, where it is no named place. */
  target: z.string().min(1).max(120).optional(),
  count: Count.optional(),
});
const Visit = z.strictObject({
  ...common,
  type: z.literal('visit'),
  visitor: z.array(EntityRef).min(1).readonly(),
  place: Refs,
  host: Refs,
  status: z.enum(['planned', 'under_way', 'done', 'cancelled']),
  purpose: z.string().min(1).max(160).optional(),
  count: Count.optional(),
});
const Impact = z.strictObject({
  ...common,
  type: z.literal('impact'),
  kind: z
    .array(z.enum(['displaced', 'killed', 'injured', 'casualties', 'damage']))
    .min(1)
    .readonly(),
  place: Refs,
  who: z.string().min(1).max(120).optional(),
  count: Count.optional(),
  cause: z.string().min(1).max(160).optional(),
});
const Statement = z.strictObject({
  ...common,
  type: z.literal('statement'),
  speaker: EntityRef,
  topic: z.string().min(1).max(160).optional(),
});

export const CLAIM_TYPES = ['aid', 'move', 'strike', 'visit', 'impact', 'statement'] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

/** One event or state, one actor set, one status, as one article asserts it. */
export const Claim = z
  .discriminatedUnion('type', [Aid, Move, Strike, Visit, Impact, Statement])
  .refine((c) => c.epi === 'asserted' || c.attr !== null, {
    error: 'must name who says it, unless it is asserted',
    path: ['attr'],
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
