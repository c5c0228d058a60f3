import { z } from 'zod';
import { Claim } from './claim.ts';

const Over = z.enum(['amount', 'count', 'denial', 'date', 'actor', 'place']);

/** What about an event is new since a member last asked. */
export const Change = z.discriminatedUnion('kind', [
  /** None of the articles that tell of it was there before. */
  z.strictObject({ kind: z.literal('new') }),
  /** A package or visit has come further; `from`: how far it had been told to be. */
  z.strictObject({ kind: z.literal('stage'), from: Claim }),
  /** A figure was revised by its own speaker; `from`: the one before. */
  z.strictObject({ kind: z.literal('revised'), from: Claim }),
  /** An article says that it is confirmed, or both sides state it now. */
  z.strictObject({ kind: z.literal('confirmed') }),
  /** An article says that others deny it. */
  z.strictObject({ kind: z.literal('denied') }),
  z.strictObject({ kind: z.literal('disputed'), over: Over }),
  z.strictObject({ kind: z.literal('settled'), over: Over }),
  /** An article that tells of it is another than it was. */
  z.strictObject({ kind: z.literal('corrected') }),
  /** Further articles tell of it. */
  z.strictObject({ kind: z.literal('told') }),
]);
export type Change = z.infer<typeof Change>;
/** What claims of one event may differ on. */
export type Over = z.infer<typeof Over>;

/** What has come since a member last asked, in numbers. */
export const News = z
  .strictObject({
    /** Unix ms; null: they ask for the first time. */
    sinceMs: z.int().nullable(),
    /** Articles that were not there, whatever they are about. */
    arrived: z.int().nonnegative(),
    /** Articles that are others than they were. */
    replaced: z.int().nonnegative(),
    /** Articles that are not there any more; null where that is not known. */
    gone: z.int().nonnegative().nullable(),
    /** Events that these tell of, those included that are not among the lines. */
    events: z.int().nonnegative(),
  })
  .readonly();
export type News = z.infer<typeof News>;
