import { z } from 'zod';
import { Article } from './article.ts';
import { Claim } from './claim.ts';
import { evidenceAround } from './claim-parts.ts';
import { slotKey } from './fact.ts';
import { Scope } from './scope.ts';
import type { SourcedClaim } from './sourced-claim.ts';

/**
 * Why a claim does not stand as it was printed. `withdrawn`: its article does not say so any more; `superseded`: the same voice
 * has given another figure since, which is an update and no error; `wrong`: a person judged it so.
 */
export const CORRECTION_KINDS = ['withdrawn', 'superseded', 'wrong'] as const;
export const CorrectionKind = z.enum(CORRECTION_KINDS);
export type CorrectionKind = z.infer<typeof CorrectionKind>;

/** Names a correction among those of all servers; short, since people type it. */
export const CorrectionId = z.string().regex(/^[a-z0-9]{8}$/);
export type CorrectionId = z.infer<typeof CorrectionId>;

/** Longest words of a person for what is wrong. */
export const CORRECTION_REASON_CHARS = 300;

/** A member's id on the chat platform; null: nobody there, but whoever runs the bot, or the source itself. */
const Who = z.string().min(1).max(32).nullable();

/** A claim with its article as they stood, for when neither is there any more. */
export const ToldClaim = z
  .strictObject({
    article: Article,
    claim: Claim,
    /** The verbatim piece that was printed of an excerpt, where the text was at hand. */
    excerpt: z.string().min(1).optional(),
  })
  .readonly();
export type ToldClaim = z.infer<typeof ToldClaim>;

const common = {
  id: CorrectionId,
  /** In whose answers it holds: one server's, or everybody's (the operator). */
  scope: Scope,
  /** What is corrected, by `statementKey`. */
  key: z.string().min(1),
  /** As it was when the correction was made. */
  told: ToldClaim,
  /** Unix ms. */
  atMs: z.int(),
  /** Who took it back and when; null: it holds. */
  undone: z.strictObject({ by: Who, atMs: z.int() }).readonly().nullable(),
};

/** A correction of one claim of one article. */
export const Correction = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...common,
      kind: z.literal('withdrawn'),
      /** The article is not there any more; its text is another; or its text is the same, and who wrote down what it says has changed that. */
      how: z.enum(['gone', 'changed', 'reread']),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('superseded'),
      /** The later figure. */
      now: ToldClaim,
    }),
    z.strictObject({
      ...common,
      kind: z.literal('wrong'),
      /** In the words of who judged it. */
      reason: z.string().trim().min(1).max(CORRECTION_REASON_CHARS),
      by: Who,
    }),
  ])
  .readonly();
export type Correction = z.infer<typeof Correction>;

/**
 * Names what an article says, for as long as it says so: unlike `sourcedKey`, whose claim ids are places in one reading of the
 * article, it is the same in every version that states the same fact of the same time, and no other statement's.
 */
export function statementKey({
  article,
  claim,
}: {
  readonly article: Pick<SourcedClaim['article'], 'id'>;
  readonly claim: Claim;
}): string {
  return `${article.id} ${claim.mode === 'excerpt' ? excerptKey(claim) : factKey(claim, article)}`;
}

const factKey = (claim: Claim, article: Pick<SourcedClaim['article'], 'id'>): string =>
  JSON.stringify([slotKey(claim, article), claim.date?.iso ?? claim.date?.text ?? '']);

/** By its words rather than by where they stand, which moves with every word before them. */
function excerptKey(claim: Extract<Claim, { readonly mode: 'excerpt' }>): string {
  const { start, end } = claim.excerpt;
  const span = evidenceAround(claim);
  return JSON.stringify(['excerpt', claim.type, span?.sha256, start - (span?.start ?? 0), end - start]);
}

/** The correction that is told where several hold for one claim: a person's word, then what the article does, then an update. */
export const foremost = (corrections: readonly Correction[]): Correction | undefined =>
  corrections.toSorted((a, b) => FIRST.indexOf(a.kind) - FIRST.indexOf(b.kind) || b.atMs - a.atMs)[0];

const FIRST: readonly CorrectionKind[] = ['wrong', 'withdrawn', 'superseded'];

/** What is marked as wrong of an event is shown as an event of its own, which no event that stands is called. */
export const struckEventId = (event: string): string => `${event}x`;
