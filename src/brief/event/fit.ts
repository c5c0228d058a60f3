import type { Profile } from '../../domain/event.ts';
import { daysApart, figuresMatch, isBroad, nearFigures, onSameDay, overlap, placesMatch } from './compare.ts';
import type { Fit } from './settle.ts';

/**
 * Whether two claims tell of the same happening, and how sure that is. Wrong merging is worse than none: what one of them
 * leaves open must be made up for by what both say.
 */
export const fit: Fit = (one, leader) => {
  if (one.type !== leader.type || daysApart(one, leader) > 0) return null;
  return BY_TYPE[one.type](one, leader);
};

const BY_TYPE: Readonly<Record<Profile['type'], Fit>> = {
  aid: fitAid,
  move: fitMove,
  strike: fitStrike,
  visit: fitVisit,
  impact: fitImpact,
  statement: () => null,
};

/** Figures of one happening by several accounts; others are taken for two. */
const ACCOUNT_GAP = 0.35;
/** Sums further apart are taken for different packages. */
const PACKAGE_GAP = 0.1;

const isUnreal = ({ realis }: Profile): boolean => realis === 'planned' || realis === 'hypothetical';

/** What one article counts differently is two things. */
function counts(a: Profile, b: Profile): 'same' | 'open' | 'different' {
  const match = figuresMatch(a.count, b.count, a.article === b.article ? 0 : ACCOUNT_GAP);
  return match;
}

function fitAid(a: Profile, b: Profile): number | null {
  if (overlap(a.actors, b.actors) !== 'same' || overlap(a.partners, b.partners) === 'different') return null;
  if (a.amount && b.amount) {
    if (a.amount.cur !== b.amount.cur || !nearFigures(a.amount, b.amount, PACKAGE_GAP)) return null;
    return 4;
  }
  const things = overlap(a.words, b.words);
  if (things === 'different' || overlap(a.what, b.what) === 'different') return null;
  if (things !== 'same' || counts(a, b) === 'different') return null;
  return isUnreal(a) === isUnreal(b) ? 2 : null;
}

const SIMILAR_MOVES: Readonly<Record<string, string>> = { capture: 'advance', reinforce: 'deploy' };
const moveOf = ({ what: [action = ''] }: Profile): string => SIMILAR_MOVES[action] ?? action;

function fitMove(a: Profile, b: Profile): number | null {
  if (overlap(a.actors, b.actors) !== 'same' || moveOf(a) !== moveOf(b)) return null;
  if (isUnreal(a) !== isUnreal(b)) return null;
  const place = placesMatch(a, b);
  const number = counts(a, b);
  if (place !== 'same' || number === 'different') return null;
  if (isBroad(a) && !(onSameDay(a, b) || number === 'same')) return null;
  return 2 + Number(a.what[0] === b.what[0]) + Number(number === 'same');
}

function fitStrike(a: Profile, b: Profile): number | null {
  if (overlap(a.actors, b.actors) === 'different' || overlap(a.what, b.what) === 'different') return null;
  if (isUnreal(a) || isUnreal(b)) return null;
  const [place, number, target] = [placesMatch(a, b), counts(a, b), overlap(a.words, b.words)];
  if (number === 'different' || target === 'different') return null;
  const told = [onSameDay(a, b), number === 'same', target === 'same'].filter(Boolean).length;
  if (place === 'same' && !isBroad(a)) return 3 + told;
  if (place === 'within') return told > 0 ? 1 + told : null;
  return place !== 'different' && told > 1 ? told : null;
}

function fitVisit(a: Profile, b: Profile): number | null {
  const people = overlap(a.actors, b.actors) === 'same' || overlap(a.actors, b.partners) === 'same' || overlap(a.partners, b.actors) === 'same';
  if (!people) return null;
  const [place, host] = [placesMatch(a, b), overlap(a.partners, b.partners)];
  if (place === 'different') return null;
  if (place === 'open') return host === 'same' ? 1 : null;
  return 2 + Number(place === 'same') + Number(host === 'same');
}

function fitImpact(a: Profile, b: Profile): number | null {
  if (overlap(a.what, b.what) !== 'same' || isUnreal(a) || isUnreal(b)) return null;
  const [place, number, who] = [placesMatch(a, b), counts(a, b), overlap(a.words, b.words)];
  if (number === 'different') return null;
  const told = [onSameDay(a, b), number === 'same', who === 'same'].filter(Boolean).length;
  if (place === 'same' && !isBroad(a)) return number === 'open' && told === 0 ? null : 3 + told;
  if (place === 'within') return told > 1 ? 1 + told : null;
  return place === 'same' && told > 1 ? told : null;
}
