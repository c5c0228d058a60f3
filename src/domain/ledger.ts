import { z } from 'zod';
import { AID_STATUSES, Bound } from './claim.ts';
import { EntityRef } from './entity.ts';

/** A line's id. */
const LineId = z.string();
const Currency = z.string().regex(/^[A-Z]{3}$/);

/** Money of several packages together, in whole units of one currency. */
const Total = z
  .strictObject({
    low: z.number().nonnegative(),
    /** Above `low` where an article gives a range; else the same. */
    high: z.number().nonnegative(),
    /** How the whole is bounded; `ge` also where something was left out that may belong to it. */
    op: Bound.exclude(['about']),
    /** Of a figure in it, only about how much is said. */
    about: z.boolean(),
  })
  .readonly();
export type Total = z.infer<typeof Total>;

/** A figure on which articles differ, from the lowest to the highest that any gives. */
const Contested = z.strictObject({ line: LineId, low: z.number(), high: z.number() }).readonly();

/**
 * Why an amount is not added. `part`: of a package that is; `perhaps_part`: it may be a part of one, or the same; `doubted`:
 * the article's word should be doubted; `unproven`: only claimed, or denied by others; `unreal`: planned, attempted or possible;
 * `open`: only an upper bound is given, and the sum has none.
 */
export const LeftOutReason = z.enum(['part', 'perhaps_part', 'doubted', 'unproven', 'unreal', 'open']);
export type LeftOutReason = z.infer<typeof LeftOutReason>;
const LeftOut = z.strictObject({ line: LineId, why: LeftOutReason }).readonly();
export type LeftOut = z.infer<typeof LeftOut>;

/** What one giver gives one taker in one currency and one status: nothing else is ever added up. */
export const LedgerSum = z
  .strictObject({
    /** null: not said. */
    recipient: EntityRef.nullable(),
    currency: Currency,
    status: z.enum(AID_STATUSES),
    /** null: there is nothing that may be added up. */
    total: Total.nullable(),
    /** The lines whose amounts are in `total`. */
    added: z.array(LineId).readonly(),
    /** In no total. */
    contested: z.array(Contested).readonly(),
    leftOut: z.array(LeftOut).readonly(),
  })
  .readonly();
export type LedgerSum = z.infer<typeof LedgerSum>;

const LedgerEntry = z
  .strictObject({
    /** Who gives it together; [] where it is not said. */
    donors: z.array(EntityRef).readonly(),
    /** Furthest on first: delivered, on its way, approved, announced, pledged, proposed, asked for; then what is withheld. */
    sums: z.array(LedgerSum).readonly(),
    /** Those with an amount first, then those with a number, then other gifts; in each, best first. */
    lines: z.array(LineId).min(1).readonly(),
  })
  .readonly();
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** Who gives what, computed from the lines of an answer about aid. */
export const Ledger = z
  .strictObject({
    entries: z.array(LedgerEntry).readonly(),
    /** Lines in the articles' own words, whose slots are not relied on: in no entry and no sum. */
    quoted: z.array(LineId).readonly(),
    /** Gifts that nobody gives an amount of. */
    withoutAmount: z.int().nonnegative(),
  })
  .readonly();
export type Ledger = z.infer<typeof Ledger>;
