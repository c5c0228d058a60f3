import { z } from 'zod';
import { Scope } from './scope.ts';

/** Most marks of one member; the oldest give way. */
export const MARKS_AT_MOST = 8;
/** Most private answers of one member that are kept at a time; the oldest give way. */
export const ANSWERS_AT_MOST = 500;

/** Up to where a member has caught up with a subject in one server or in direct messages. */
export const Mark = z
  .strictObject({
    scope: Scope,
    /** What was asked for; '' for all there is. */
    subject: z.string().max(400),
    /** Unix ms. */
    atMs: z.int(),
    /** Articles that the store held. */
    articles: z.int().nonnegative(),
    /** The last of these, in a form of `brief/news/known.ts`. */
    known: z.string().max(80_000),
  })
  .readonly();
export type Mark = z.infer<typeof Mark>;

/** A kept answer that was shown to the member alone. */
export const PrivateAnswer = z.strictObject({ scope: Scope, id: z.string(), atMs: z.int() }).readonly();
export type PrivateAnswer = z.infer<typeof PrivateAnswer>;

/** All that is kept of one member. */
export const Member = z
  .strictObject({
    marks: z.array(Mark).max(MARKS_AT_MOST).readonly().default([]),
    answers: z.array(PrivateAnswer).max(ANSWERS_AT_MOST).readonly().default([]),
  })
  .readonly();
export type Member = z.infer<typeof Member>;

/** What is kept of one member, wherever it is kept. */
export interface KeptOfMember extends Member {
  /** Mistakes that they reported. */
  readonly mistakes: number;
  /** Those for themselves. */
  readonly tracks: number;
}
