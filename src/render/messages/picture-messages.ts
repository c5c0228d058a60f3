import type { ClaimOf } from '../../domain/claim.ts';

/** Why an event of the answer is not in its picture. */
export type LeftOut = 'nowhere' | 'undated' | 'notDone' | 'quoted';

/** Words around pictures; those inside of them and their alternative texts are the picture's own. */
export interface PictureMessages {
  /** What a move was, as a noun. */
  readonly action: Readonly<Record<ClaimOf<'move'>['action'], string>>;
  /** What the picture does not show, and why. */
  readonly leftOut: (reasons: readonly string[]) => string;
  readonly reason: Readonly<Record<LeftOut, (n: number) => string>>;
  /** The button that leads to the map. */
  readonly map: string;
}
