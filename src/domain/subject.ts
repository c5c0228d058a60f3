import { z } from 'zod';
import { EntityId } from './entity.ts';

/** What a question is asked of: a place, person or organisation; a topic across all places; or words of claims and headlines. */
export const Subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entity'), id: EntityId }),
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('words'), words: z.string().min(1).max(100) }),
]);
export type Subject = z.infer<typeof Subject>;
