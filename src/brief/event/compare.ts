import { foldName } from '../../domain/entity.ts';
import type { Profile } from '../../domain/event.ts';
import { contradict, type Figure, gapOf } from '../figure.ts';

/** How two values of a slot stand: one in the other; not said on one side or both, or not comparable; or different. */
export type Match = 'same' | 'open' | 'different';

/** Whether two lists have a value in common. */
export function overlap(a: readonly string[], b: readonly string[]): Match {
  if (a.length === 0 || b.length === 0) return 'open';
  return a.some((one) => b.includes(one)) ? 'same' : 'different';
}

/** How places lie: one the same; one in the other, short of whole countries; one in the country that is the other; or apart. */
export function placesMatch(a: Profile, b: Profile): Match | 'within' | 'country' {
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

/** Days by which the times of two claims lie apart; 0 or less where they overlap. */
export const daysApart = (a: Profile, b: Profile): number =>
  Math.max(a.fromDay, b.fromDay) - Math.min(a.toDay, b.toDay);

/** Both give their days: few of them, or the very same. */
export const onSameDay = (a: Profile, b: Profile): boolean =>
  a.isDated && b.isDated && ((isNarrow(a) && isNarrow(b)) || haveSameSpan(a, b));

const haveSameSpan = (a: Profile, b: Profile): boolean => a.fromDay === b.fromDay && a.toDay === b.toDay;

/** What is told of a day is no part of what is told of a month, nor are two months that overlap the same. */
export const areUnlikeSpans = (a: Profile, b: Profile): boolean => !(isNarrow(a) && isNarrow(b)) && !haveSameSpan(a, b);

const NARROW_DAYS = 3;
const isNarrow = ({ fromDay, toDay }: Profile): boolean => toDay - fromDay < NARROW_DAYS;

/** How two counts stand; words for a number ("several") and counts of different things are open. */
export function countsMatch(a: Profile, b: Profile, gap: number): Match {
  if (!a.count || !b.count || !('value' in a.count) || !('value' in b.count)) return 'open';
  if (!haveLikeUnits(a.count, b.count)) return 'open';
  return nearFigures(a.count, b.count, gap) ? 'same' : 'different';
}

interface Counted {
  readonly unit?: string | undefined;
}

/** Whether two counts may be of the same things. */
export const haveLikeUnits = (a: Counted, b: Counted): boolean => overlap(unitOf(a), unitOf(b)) !== 'different';

const unitOf = ({ unit }: Counted): readonly string[] =>
  foldName(unit ?? '')
    .split(' ')
    .filter(Boolean)
    .map((word) => word.slice(0, 5));

/** Figures that agree, by rounding or as bounds too, without being far apart; or that are no further apart than a share of the larger. */
export const nearFigures = (a: Figure, b: Figure, gap: number): boolean =>
  gapOf(a, b) <= (contradict(a, b) ? gap : Math.max(gap, AGREEING_GAP));

/** "More than 5" agrees with 5,000 and says nothing of it. */
const AGREEING_GAP = 0.2;
