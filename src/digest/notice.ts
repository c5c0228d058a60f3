import type { Digest } from '../domain/digest.ts';
import type { Notice, Trouble } from '../domain/digest-notice.ts';
import type { HeldSlot } from '../store/digest-contract.ts';

/** Tells the moderators of the digest's server. Does not reject. @returns whether they were told; what nobody can be told is for the log */
export type Tell = (digest: Digest, notice: Notice) => Promise<boolean>;

const keyOf = (notice: Notice): string => Object.values(notice).join(' ');

/**
 * Tells moderators once of what keeps a digest from being delivered, until one is; twice if the process dies in between, and
 * again for as long as nobody could be told.
 */
export async function tellOnce(
  tell: Tell,
  note: (trouble: Trouble) => Promise<void>,
  { digest, progress: { trouble } }: HeldSlot,
  notice: Notice,
): Promise<void> {
  if (trouble?.isTold && keyOf(trouble.notice) === keyOf(notice)) return;
  await note({ notice, isTold: await tell(digest, notice) });
}
