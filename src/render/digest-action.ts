import { z } from 'zod';
import { DigestId } from '../domain/digest.ts';

const Page = z.coerce.number().pipe(z.int().min(1).max(9_999));
const DEEDS = ['show', 'preview', 'now', 'pause', 'resume', 'remove', 'confirm'] as const;

/** What a button of the pages about digests asks for; `confirm`: that it is removed after all; `part`: another message of its preview. */
const Action = z.union([
  z.tuple([z.enum(DEEDS), DigestId]).transform(([kind, id]) => ({ kind, id })),
  z.tuple([z.enum(['history', 'part']), DigestId, Page]).transform(([kind, id, page]) => ({ kind, id, page })),
  z.tuple([z.literal('list'), Page]).transform(([kind, page]) => ({ kind, page })),
]);
export type DigestAction = z.output<typeof Action>;

/** The action of a button: at most 30 characters. */
export const digestAction = (action: DigestAction): string =>
  ['digest', action.kind, ...('id' in action ? [action.id] : []), ...('page' in action ? [action.page] : [])].join(':');

/** Reads what stands after `digest:`; null for what no button of ours says. */
export function parseDigestAction(rest: string): DigestAction | null {
  const parsed = Action.safeParse(rest.split(':'));
  return parsed.success ? parsed.data : null;
}
