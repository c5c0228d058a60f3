import type { Line } from '../../domain/brief.ts';
import type { Amount, ClaimOf } from '../../domain/claim.ts';
import type { LeftOutReason } from '../../domain/ledger.ts';
import { DAY_MS, type Span } from '../../domain/period.ts';
import { hasComeAbout, standOf } from '../event/stage.ts';
import { isoSpan } from '../happening.ts';

/** A line about aid with an amount. */
export interface Package {
  readonly line: Line;
  readonly claim: ClaimOf<'aid'>;
  readonly amount: Amount;
}

/** Packages further apart are told of as two. */
const WINDOW_DAYS = 60;

/** What of the lines names an amount that is given, asked for or withheld, not one that is said not to be. */
export function packagesIn(lines: readonly Line[]): readonly Package[] {
  return lines.flatMap((line) => {
    const { claim } = line;
    if (claim.type !== 'aid' || !claim.amount || claim.neg || claim.epi === 'denied') return [];
    return [{ line, claim, amount: claim.amount }];
  });
}

/** What keeps a package out of a sum whatever else there is; null: nothing does. */
export function doubtOf({ line, claim }: Package): LeftOutReason | null {
  if (claim.suspect) return 'doubted';
  const isContradicted = line.disputes.some(({ over }) => over === 'denial');
  const isConfirmed = claim.confirmation === 'confirmed' || line.statedBySides.length > 0;
  if (isContradicted || claim.confirmation === 'denied' || claim.confirmation === 'unconfirmed') return 'unproven';
  if (claim.epi === 'claimed' && !isConfirmed) return 'unproven';
  return hasComeAbout(claim) ? null : 'unreal';
}

/** Whether something is given or promised, and not only asked for, withheld or possible. */
export const isGift = (claim: ClaimOf<'aid'>): boolean => hasComeAbout(claim) && standOf(claim.status) === 'given';

/**
 * What a package is to a larger one, or to one as large, of the same giver and taker: a part of it, perhaps a part or the same,
 * or, for null, surely another: of another kind, in another time, or of other things on another day.
 */
export function partOf(small: Package, large: Package): 'part' | 'perhaps_part' | null {
  if (areOfOtherKinds(small, large) || areFarApart(small, large)) return null;
  const [ofSmall, ofLarge] = [small.claim.items, large.claim.items];
  const shared = ofSmall.filter((item) => ofLarge.includes(item)).length;
  if (ofSmall.length > 0 && ofLarge.length > 0) {
    if (small.amount.value < large.amount.value && shared === ofSmall.length) return 'part';
    if (shared === 0 && areOnOtherDays(small, large)) return null;
  }
  return 'perhaps_part';
}

function areOfOtherKinds({ claim: a }: Package, { claim: b }: Package): boolean {
  return a.kind !== undefined && b.kind !== undefined && a.kind !== b.kind;
}

function areFarApart(a: Package, b: Package): boolean {
  const [one, other] = [whenOf(a), whenOf(b)];
  if (!one || !other) return false;
  return Math.max(one.fromMs - other.toMs, other.fromMs - one.toMs) > WINDOW_DAYS * DAY_MS;
}

function areOnOtherDays(a: Package, b: Package): boolean {
  const [one, other] = [dayOf(a), dayOf(b)];
  return one !== null && other !== null && one !== other;
}

const dayOf = ({ claim: { date } }: Package): string | null =>
  date?.iso !== undefined && /^\d{4}-\d\d-\d\d$/.test(date.iso) ? date.iso : null;

/** When it was: the date that is given, else when it was reported last; null where neither is known. */
function whenOf({ line, claim }: Package): Span | null {
  const { newestAtMs } = line;
  const told = claim.date?.iso === undefined ? null : isoSpan(claim.date.iso, newestAtMs);
  return told ?? (newestAtMs === null ? null : { fromMs: newestAtMs, toMs: newestAtMs + 1 });
}
