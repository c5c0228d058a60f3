import { z } from 'zod';
import { Sha256 } from './article.ts';
import { EntityRef } from './entity.ts';
import { Localised } from './language.ts';

/** Who says it, where anyone but the article's own voice does. */
export const Attribution = z
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
export const Evidence = z
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
export const ClaimDate = z
  .strictObject({
    text: z.string().min(1).max(80),
    iso: z
      .string()
      .regex(/^(?:\d{4}(?:-\d\d){0,2}(?:\/(?:\d{4}(?:-\d\d){0,2})?)?|\/\d{4}(?:-\d\d){0,2})$/)
      .optional(),
  })
  .readonly();

/**
 * What is printed of a claim. `paraphrase`: its stored sentence; `structured`: our own words, made from its slots;
 * `excerpt`: a verbatim piece of its evidence, where its slots are not sure enough for words of ours.
 */
export const BY_MODE = {
  paraphrase: {
    mode: z.literal('paraphrase'),
    /**
     * The claim in our own words: one sentence that keeps negation and modality, but names neither the speaker,
     * the relaying outlet nor the date: those are printed from their slots beside it. Never printed bare.
     */
    sentence: Localised,
  },
  structured: { mode: z.literal('structured') },
  excerpt: {
    mode: z.literal('excerpt'),
    /** The piece that is printed: inside one span of the evidence, offsets as there. Keeps speaker, negation and modality. */
    excerpt: z
      .strictObject({ start: z.int().nonnegative(), end: z.int().positive() })
      .refine((e) => e.end > e.start, { error: 'must end after it starts', path: ['end'] })
      .readonly(),
  },
} as const;

/** The span of the evidence that holds the excerpt whole; undefined where none does. */
export function evidenceAround<E extends { readonly start: number; readonly end: number }>(claim: {
  readonly evidence: readonly E[];
  readonly excerpt: { readonly start: number; readonly end: number };
}): E | undefined {
  const { start, end } = claim.excerpt;
  return claim.evidence.find((span) => span.start <= start && end <= span.end);
}
