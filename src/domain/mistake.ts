import { z } from 'zod';
import { CorrectionId } from './correction.ts';
import { EventId } from './event.ts';
import { Scope } from './scope.ts';

/** Longest words of a member for what is wrong. */
export const MISTAKE_CHARS = 500;
/** Longest that the line may be named by. */
export const MISTAKE_LINE_CHARS = 60;
/** Most mistakes that one member reports within an hour. */
export const MISTAKES_AN_HOUR = 5;

/** A mistake that a member reported in an answer or a digest. */
export const Mistake = z
  .strictObject({
    id: CorrectionId,
    /** The server it was reported in; the operator's: in direct messages. */
    scope: Scope,
    /** The member's id on the chat platform. */
    by: z.string().min(1).max(32),
    /** Unix ms. */
    atMs: z.int(),
    /** The answer's id. */
    answer: z.string().regex(/^[0-9a-z]{8}$/),
    /** As the member named the line; '' for the whole answer. */
    line: z.string().max(MISTAKE_LINE_CHARS),
    /** The event whose line that is, and the claim by `article:claim` where a source was named; null: it names no line of the answer. */
    named: z.strictObject({ event: EventId, claim: z.string().nullable() }).readonly().nullable(),
    /** In the member's words. */
    words: z.string().trim().min(1).max(MISTAKE_CHARS),
    /** null: nobody has looked at it. */
    settled: z
      .strictObject({ how: z.enum(['marked', 'dismissed']), by: z.string().nullable(), atMs: z.int() })
      .readonly()
      .nullable(),
  })
  .readonly();
export type Mistake = z.infer<typeof Mistake>;
