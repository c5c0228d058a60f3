import type { Profile } from '../../domain/event.ts';
import { contradict, type Figure, gapOf } from '../figure.ts';

/** How two values of a slot stand: the same or one in the other; not said on one side or both; or different. */
export type Match = 'same' | 'open' | 'different';

/** Whether two lists have a value in common. */
export function overlap(a: readonly string[], b: readonly string[]): Match {
  if (a.length === 0 || b.length === 0) return 'open';
  return a.some((one) => b.includes(one)) ? 'same' : 'different';
}

/** How places lie: one the same, one in the other short of whole countries, both in one country of which one tells no more; or apart. */
export function placesMatch(a: Profile, b: Profile): 'same' | 'within' | 'country' | 'open' | 'different' {
  if (a.places.length === 0 || b.places.length === 0) return 'open';
  const [ofA, ofB] = [a.places.map(([id]) => id), b.places.map(([id]) => id)];
  if (ofA.some((id) => ofB.includes(id))) return 'same';
  const isIn = (outer: readonly (string | undefined)[], inner: Profile['places']): boolean =>
    inner.some((place) => place.some((id) => outer.includes(id)));
  if (isIn(ofA, b.places) || isIn(ofB, a.places)) return 'within';
  const isWhole = (outer: readonly (string | undefined)[], inner: Profile): boolean =>
    inner.countries.some((id) => outer.includes(id));
  return isWhole(ofA, b) || isWhole(ofB, a) ? 'country' : 'different';
}

/** Whether a place is no more than a country, so that much may happen there at once. */
export const isBroad = ({ places, countries }: Profile): boolean =>
  places.length === 0 || places.some(([id]) => id !== undefined && countries.includes(id));

/** Days by which the times of two claims lie apart; 0 or less where they overlap. */
export const daysApart = (a: Profile, b: Profile): number => Math.max(a.fromDay, b.fromDay) - Math.min(a.toDay, b.toDay);

/** Both give their days, few of them, and the same ones for the most part. */
export const onSameDay = (a: Profile, b: Profile): boolean =>
  a.isDated && b.isDated && isNarrow(a) && isNarrow(b) && daysApart(a, b) <= 0;

const NARROW_DAYS = 3;
export const isNarrow = ({ fromDay, toDay }: Profile): boolean => toDay - fromDay < NARROW_DAYS;

/** How two figures stand; words for a number ("several") are open. */
export function figuresMatch(a: Profile['count'], b: Profile['count'], gap: number): Match {
  if (!a || !b || !('value' in a) || !('value' in b)) return 'open';
  return nearFigures(a, b, gap) ? 'same' : 'different';
}

/** Figures that agree, by rounding or as bounds too, or are no further apart than a share of the larger. */
export const nearFigures = (a: Figure, b: Figure, gap: number): boolean =>
  (!contradict(a, b) && gapOf(a, b) <= LOOSE_GAP) || gapOf(a, b) <= gap;

/** "More than 5" agrees with 5,000 and says nothing of it. */
const LOOSE_GAP = 0.5;
