import { z } from 'zod';
import { TrackId } from '../domain/track.ts';

const DEEDS = ['show', 'pause', 'resume', 'remove', 'confirm'] as const;

/** What a button of the pages about tracks asks for; `confirm`: that it is removed after all. */
const Action = z.union([
  z.tuple([z.enum(DEEDS), TrackId]).transform(([kind, id]) => ({ kind, id })),
  z
    .tuple([z.literal('list'), z.coerce.number().pipe(z.int().min(1).max(999))])
    .transform(([kind, page]) => ({ kind, page })),
]);
export type TrackAction = z.output<typeof Action>;

/** The action of a button: at most 30 characters. */
export const trackAction = (action: TrackAction): string =>
  ['track', action.kind, 'id' in action ? action.id : action.page].join(':');

/** Reads what stands after `track:`; null for what no button of ours says. */
export function parseTrackAction(rest: string): TrackAction | null {
  const parsed = Action.safeParse(rest.split(':'));
  return parsed.success ? parsed.data : null;
}
