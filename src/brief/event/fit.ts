import type { Profile } from '../../domain/event.ts';
import {
  areUnlikeSpans,
  countsMatch,
  daysApart,
  type Match,
  nearFigures,
  onSameDay,
  overlap,
  placesMatch,
} from './compare.ts';
import type { Fit } from './settle.ts';
import { standOf } from './stage.ts';

/**
 * Whether two claims tell of the same happening, and how sure that is. Wrong merging is worse than none: what one of them
 * leaves open must be made up for by what both say.
 */
export const fitOf: Fit = (one, leader) => {
  if (one.type !== leader.type || daysApart(one, leader) > 0 || wouldContradictItself(one, leader)) return null;
  return BY_TYPE[one.type](one, leader);
};

/** Nobody is taken to say and to deny the same thing. */
const wouldContradictItself = (a: Profile, b: Profile): boolean =>
  a.denied !== b.denied &&
  (a.speaker === null ? a.article === b.article && b.speaker === null : a.speaker === b.speaker);

const BY_TYPE: Readonly<Record<Profile['type'], Fit>> = {
  aid: fitAid,
  move: fitMove,
  strike: fitStrike,
  visit: fitVisit,
  impact: fitImpact,
  statement: () => null,
};

/** Counts of one happening by several accounts; others are taken for two. */
const ACCOUNT_GAP = 0.35;
/** Sums further apart are taken for different packages. */
const PACKAGE_GAP = 0.1;

const isUnreal = ({ realis }: Profile): boolean => realis === 'planned' || realis === 'hypothetical';

/** What one article counts differently is two things. */
const counts = (a: Profile, b: Profile): Match => countsMatch(a, b, a.article === b.article ? 0 : ACCOUNT_GAP);

/** What one article tells twice is mostly two things, unless one is the denial of the other. */
const areSaidTogether = (a: Profile, b: Profile): boolean => a.article === b.article && a.denied === b.denied;

const isSameSpeaker = (a: Profile, b: Profile): boolean => a.speaker !== null && a.speaker === b.speaker;

/** How many of the things that tell one happening from another both say alike; a denial is of what was said. */
function alike(a: Profile, b: Profile): number {
  const said = [
    onSameDay(a, b),
    counts(a, b) === 'same',
    overlap(a.words, b.words) === 'same',
    isSameSpeaker(a, b),
    a.denied !== b.denied,
  ];
  return said.filter(Boolean).length;
}

function fitAid(a: Profile, b: Profile): number | null {
  if (overlap(a.actors, b.actors) !== 'same' || overlap(a.partners, b.partners) === 'different') return null;
  if (a.amount && b.amount) {
    const isNear =
      a.amount.cur === b.amount.cur && nearFigures(a.amount, b.amount, a.article === b.article ? 0 : PACKAGE_GAP);
    return isNear ? 4 + Number(standOf(a.status) === standOf(b.status)) : null;
  }
  if (overlap(a.words, b.words) !== 'same' || overlap(a.what, b.what) === 'different') return null;
  if (counts(a, b) === 'different' || standOf(a.status) !== standOf(b.status)) return null;
  return areSaidTogether(a, b) && alike(a, b) < 2 ? null : 1 + alike(a, b);
}

const SIMILAR_MOVES: Readonly<Record<string, string>> = { reinforce: 'deploy', hold: 'capture' };
const moveOf = ({ what: [action = ''] }: Profile): string => SIMILAR_MOVES[action] ?? action;

function fitMove(a: Profile, b: Profile): number | null {
  if (overlap(a.actors, b.actors) !== 'same' || moveOf(a) !== moveOf(b)) return null;
  const [place, told] = [placesMatch(a, b), alike(a, b)];
  if (counts(a, b) === 'different') return null;
  if (place === 'same') return told < Number(a.isBroad) + Number(areSaidTogether(a, b)) ? null : 2 + told;
  return place === 'within' && told > 1 ? told : null;
}

function fitStrike(a: Profile, b: Profile): number | null {
  if (overlap(a.what, b.what) === 'different' || isUnreal(a) || isUnreal(b)) return null;
  const [place, told, target] = [placesMatch(a, b), alike(a, b), overlap(a.words, b.words)];
  if (counts(a, b) === 'different' || target === 'different' || areUnlikeSpans(a, b)) return null;
  if (overlap(a.actors, b.actors) === 'different')
    return place === 'same' && target === 'same' && told > 1 && a.speaker !== b.speaker ? 1 : null;
  const needed = a.isBroad || areSaidTogether(a, b) ? 2 : Number(overlap(a.what, b.what) !== 'same');
  if (place === 'same') return told < needed ? null : 3 + told;
  return (place === 'within' || areBothNowhere(a, b)) && told > 1 ? told : null;
}

const areBothNowhere = (a: Profile, b: Profile): boolean => a.places.length === 0 && b.places.length === 0;

function fitVisit(a: Profile, b: Profile): number | null {
  const [ofA, ofB] = [new Set([...a.actors, ...a.partners]), new Set([...b.actors, ...b.partners])];
  const shared = [...ofA].filter((who) => ofB.has(who)).length;
  if (shared === 0 || (overlap(a.actors, b.actors) !== 'same' && shared < 2)) return null;
  const place = placesMatch(a, b);
  if (place === 'different') return null;
  if (shared > 1 && place !== 'open') return 3 + Number(place === 'same');
  if (place === 'open') return [...ofA].filter((who) => ofB.has(who) && isPerson(who)).length > 1 ? 1 : null;
  if (isFarAhead(a, b) || isFarAhead(b, a)) return null;
  return 1 + Number(place === 'same');
}

/** A visit of one person may be planned more than once; only the next is taken for the one that was planned. */
const isFarAhead = (plan: Profile, other: Profile): boolean =>
  !plan.isDated && isUnreal(plan) && other.fromDay - plan.fromDay > NEXT_DAYS;
const NEXT_DAYS = 12;

/** Not a state or bloc, whose people meet all the time. */
const isPerson = (ref: string): boolean => !/^[A-Z]+$/.test(ref);

function fitImpact(a: Profile, b: Profile): number | null {
  if (overlap(a.what, b.what) !== 'same' || isUnreal(a) || isUnreal(b)) return null;
  const [place, told] = [placesMatch(a, b), alike(a, b)];
  if (counts(a, b) === 'different' || areUnlikeSpans(a, b)) return null;
  if (overlap(a.words, b.words) === 'different' && counts(a, b) !== 'same') return null;
  if (place === 'same') return told < (a.isBroad || areSaidTogether(a, b) ? 2 : 1) ? null : 3 + told;
  return place === 'within' && told > 1 ? 1 + told : null;
}
