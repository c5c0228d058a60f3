import { z } from 'zod';
import { ArticleId } from './article.ts';
import { Brief } from './brief.ts';
import { Correction } from './correction.ts';
import { DigestId } from './digest.ts';
import { Snowflake } from './settings.ts';

/** An event that too few sources told of to be printed: by any of the claims that were known of it, and in which articles. */
export const Withheld = z
  .strictObject({
    /** As `sourcedKey` gives them. */
    claims: z.array(z.string()).readonly(),
    articles: z.array(ArticleId).readonly(),
  })
  .readonly();
export type Withheld = z.infer<typeof Withheld>;

/** Up to where the readers of a digest have been told, as it stood when the last digest that reached them was put together. */
export const Told = z
  .strictObject({
    /** Unix ms. */
    atMs: z.int(),
    /** Articles that the store held. */
    articles: z.int().nonnegative(),
    /** The last of these, in a form of `brief/news/known.ts`. */
    known: z.string().max(80_000),
    /** Events of these that no digest has told of yet; those first that have waited longest. */
    withheld: z.array(Withheld).readonly(),
    /** Events that were to be told and did not arrive, or had no room: to be told of by the next, as what is new in these articles. */
    owed: z.array(Withheld).readonly().default([]),
  })
  .readonly();
export type Told = z.infer<typeof Told>;

/** Slots at which nothing came out. */
export const Missed = z.strictObject({ slots: z.int().positive(), firstMs: z.int(), lastMs: z.int() }).readonly();
export type Missed = z.infer<typeof Missed>;

/** An event that was printed: with what about it was new, and the claims that stood behind it, as `sourcedKey` gives them. */
export const Printed = z
  .strictObject({
    event: z.string(),
    changes: z.array(z.string()).readonly(),
    claims: z.array(z.string()).readonly(),
    /** What the articles behind the line say, each by `statementMark`. */
    statements: z.array(z.string()).readonly().optional(),
    /** The articles in which something of it was new. */
    fresh: z.array(ArticleId).readonly().default([]),
    /** Which of the digest's words asked for it; absent where it is about everything. */
    queries: z.array(z.string()).readonly().optional(),
  })
  .readonly();

export type Printed = z.infer<typeof Printed>;

/** What a digest printed before and does not stand as it did, since it came last. */
const Corrected = z
  .strictObject({
    /** The newest first. */
    corrections: z.array(Correction).min(1).readonly(),
    /** How many more there are. */
    more: z.int().nonnegative(),
    labels: Brief.unwrap().shape.labels,
  })
  .readonly();

/** A digest put together, as it is to be sent. */
export const DigestContent = z
  .strictObject({
    brief: Brief,
    /** What did not come out since the last one that did; null: all did. */
    missed: Missed.nullable(),
    /** The slot of a digest of which nobody knows whether it came out, and whose lines are told again; null: there is none. */
    uncertainMs: z.int().nullable(),
    /** What holds once this has been delivered. */
    told: Told,
    printed: z.array(Printed).readonly(),
    /** What it was to be about too, and is known by that name no more. */
    lost: z.array(z.string()).readonly(),
    corrected: Corrected.optional(),
    /** What was not looked at, for there was too much: events left for the next one, events that none will tell, and articles. */
    beyond: z
      .strictObject({
        left: z.int().nonnegative(),
        untold: z.int().nonnegative(),
        articles: z.int().nonnegative(),
      })
      .readonly()
      .optional(),
  })
  .readonly();
export type DigestContent = z.infer<typeof DigestContent>;

/** Why the digest of a slot was not sent. `held`: moderators held it back; `dropped`: they took all its lines out. */
export const SkipReason = z.enum(['late', 'nothing-new', 'no-subject', 'held', 'dropped']);
export type SkipReason = z.infer<typeof SkipReason>;

/** The digest of one slot. */
export const SlotKey = z.strictObject({ digestId: DigestId, slotMs: z.int() }).readonly();
export type SlotKey = z.infer<typeof SlotKey>;

/**
 * What was made of one slot, as a moderator may look it up. `sent`: it has arrived; `undecided`: it may have and nobody can tell;
 * `skipped`: it has not, and will not.
 */
export const Delivery = z
  .strictObject({
    slotMs: z.int(),
    state: z.enum(['sent', 'undecided', 'skipped']),
    /** Of what was skipped alone. */
    reason: SkipReason.nullable(),
    /** When it was known, Unix ms. */
    atMs: z.int(),
    channelId: Snowflake,
    /** Of what was sent alone. */
    messageIds: z.array(Snowflake).readonly(),
    printed: z.array(Printed).readonly(),
  })
  .readonly();
export type Delivery = z.infer<typeof Delivery>;
