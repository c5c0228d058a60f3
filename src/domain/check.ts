import { z } from 'zod';
import { Claim } from './claim.ts';

/** What of a statement is held against sources; `day`: that it gives one, or is of the same days as the sources. */
export const CHECK_PARTS = [
  'what',
  'who',
  'whom',
  'where',
  'when',
  'day',
  'number',
  'object',
  'stage',
  'polarity',
  'speaker',
  'wording',
] as const;
export const CheckPart = z.enum(CHECK_PARTS);
export type CheckPart = z.infer<typeof CheckPart>;

/**
 * `supports`: articles say all of it in their own voice, or hand on the same speaker's word; `claims`: they say all of it as a
 * speaker's word alone; `disputes`: they deny it, or give another number; `mixed`: some support and some dispute it; `partly`:
 * only part of it agrees.
 */
export const Stance = z.enum(['supports', 'claims', 'mixed', 'disputes', 'partly']);
export type Stance = z.infer<typeof Stance>;

/** What the sources of one event say to what was read of a statement. */
export const Finding = z
  .strictObject({
    /** Of the answer's line for the event. */
    line: z.string(),
    stance: Stance,
    /** Parts on which the sources say something else. */
    differs: z.array(CheckPart).readonly(),
    /** Parts that the statement or the sources leave open. */
    open: z.array(CheckPart).readonly(),
  })
  .readonly();
export type Finding = z.infer<typeof Finding>;

/** What was read of a statement, with what sources say to it; best first. */
export const StatementReading = z
  .strictObject({ claim: Claim, isSure: z.boolean(), findings: z.array(Finding).readonly() })
  .readonly();
export type StatementReading = z.infer<typeof StatementReading>;

/** A sentence of a message. */
export const Statement = z
  .strictObject({
    text: z.string().min(1),
    readings: z.array(StatementReading).readonly(),
    /** Of a statement that could not be read: lines about the same names. */
    near: z.array(z.string()).readonly(),
  })
  .readonly();
export type Statement = z.infer<typeof Statement>;

/** A message held against sources. */
export const Checked = z
  .strictObject({
    statements: z.array(Statement).readonly(),
    /** BCP 47 primary subtag; `und` where it is not known. */
    language: z.string(),
    /** Whether there was more of it than was looked at. */
    isCut: z.boolean(),
  })
  .readonly();
export type Checked = z.infer<typeof Checked>;
