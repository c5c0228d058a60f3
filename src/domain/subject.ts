import { z } from 'zod';
import { ArticleId } from './article.ts';
import { EntityId } from './entity.ts';
import { EventId } from './event.ts';

/**
 * What a question is asked of: a place, person or organisation; a topic across all places; words of claims and headlines; one
 * event; or one claim of an article.
 */
export const Subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entity'), id: EntityId }),
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('words'), words: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('event'), id: EventId }),
  z.strictObject({ kind: z.literal('claim'), article: ArticleId, claim: z.string().min(2).max(8) }),
]);
export type Subject = z.infer<typeof Subject>;

/** What claims are found by; what is named by an id is looked up instead. */
export type FoundSubject = Exclude<Subject, { readonly kind: 'event' | 'claim' }>;
