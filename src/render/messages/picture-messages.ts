import type { ClaimOf } from '../../domain/claim.ts';

/** Why an event of the answer, or a figure of it, is not in its picture. */
export type LeftOut = 'nowhere' | 'undated' | 'notDone' | 'uncounted' | 'otherCount' | 'revised' | 'doubted' | 'quoted';

/** Words around pictures; those inside of them and their alternative texts are the picture's own. */
export interface PictureMessages {
  /** What a move was, as a noun. */
  readonly action: Readonly<Record<ClaimOf<'move'>['action'], string>>;
  /** What those who are counted have suffered; what is damaged, likewise. */
  readonly harm: Readonly<Record<ClaimOf<'impact'>['kind'][number], string>>;
  /** What the picture does not show, and why. */
  readonly leftOut: (reasons: readonly string[]) => string;
  readonly reason: Readonly<Record<LeftOut, (n: number) => string>>;
  /** The button that leads to the map. */
  readonly map: string;
  /** The button that leads to the chart. */
  readonly chart: string;
}
