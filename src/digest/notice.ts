import type { Digest } from '../domain/digest.ts';
import type { Notice } from '../domain/digest-notice.ts';
import type { HeldSlot } from '../store/digest-contract.ts';

/** Tells the moderators of the digest's server. Does not reject: that nobody can be told is for the log. */
export type Tell = (digest: Digest, notice: Notice) => Promise<void>;

const keyOf = (notice: Notice): string => Object.values(notice).join(' ');

/** Tells moderators once of what keeps a digest from being delivered, until one is; twice if the process dies in between. */
export async function tellOnce(
  tell: Tell,
  note: (trouble: string) => Promise<void>,
  { digest, progress }: HeldSlot,
  notice: Notice,
): Promise<void> {
  if (progress.trouble === keyOf(notice)) return;
  await tell(digest, notice);
  await note(keyOf(notice));
}
