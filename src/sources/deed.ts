import type { SourceDeed } from '../domain/source.ts';
import type { Actor } from './contract.ts';

/** As much of a detail, such as an address, as the trail holds. */
const DETAIL_CHARS = 400;

/** What somebody did to a source, for the trail. */
export const deedOf = (
  { userId: by, nowMs: atMs }: Actor,
  deed: SourceDeed['deed'],
  detail: string,
): Omit<SourceDeed, 'source' | 'name'> => ({
  ...{ atMs, by, deed },
  detail: detail.slice(0, DETAIL_CHARS).toWellFormed(),
});
