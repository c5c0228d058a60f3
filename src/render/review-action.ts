import { z } from 'zod';
import { DigestId } from '../domain/digest.ts';
import type { ReviewDeed } from '../domain/review.ts';

/** In base 36. */
const Slot = z
  .string()
  .regex(/^[0-9a-z]{1,9}$/)
  .transform((code) => Number.parseInt(code, 36));
const Event = z.string().regex(/^[0-9a-z]{6,12}$/);
const Page = z.coerce.number().pipe(z.int().min(1).max(9_999));

/** What a button or menu below a digest that is about to come asks for. */
const Action = z.union([
  z
    .tuple([z.literal('review'), z.enum(['hold', 'send', 'release']), DigestId, Slot])
    .transform(([, kind, digestId, slotMs]) => ({ digestId, slotMs, deed: { kind } })),
  z
    .tuple([z.literal('review'), z.literal('toggle'), DigestId, Slot, Event])
    .transform(([, kind, digestId, slotMs, event]) => ({ digestId, slotMs, deed: { kind, event } })),
  z
    .tuple([z.literal('review'), z.literal('turn'), DigestId, Slot, Page])
    .transform(([, kind, digestId, slotMs, page]) => ({ digestId, slotMs, deed: { kind, page } })),
]);
export type ReviewAction = z.output<typeof Action>;

/** The action of a button, or, of `toggle`, of a menu, to which the event is added: at most 60 characters with it. */
export function reviewAction(
  digestId: string,
  slotMs: number,
  deed: Exclude<ReviewDeed, { readonly kind: 'toggle' }> | { readonly kind: 'toggle' },
): string {
  const parts = ['digest', 'review', deed.kind, digestId, slotMs.toString(36)];
  return [...parts, ...('page' in deed ? [deed.page] : [])].join(':');
}

/** Reads what stands after `digest:`; null for what no review's button says. */
export function parseReviewAction(rest: string): ReviewAction | null {
  const parsed = Action.safeParse(rest.split(':'));
  return parsed.success ? parsed.data : null;
}
