import type { Claim } from '../../domain/claim.ts';
import type { PlacesAround, Profile } from '../../domain/event.ts';
import { isDenial, liesAhead } from '../../domain/fact.ts';
import { DAY_MS } from '../../domain/period.ts';
import type { SourcedClaim } from '../../domain/sourced-claim.ts';
import { stemsOf } from '../../domain/stems.ts';
import { happeningOf } from '../happening.ts';

type Slots = Pick<Profile, 'actors' | 'partners' | 'what'> & {
  readonly words: readonly string[];
  readonly places: readonly string[];
} & Partial<Pick<Profile, 'amount' | 'count' | 'status'>>;

const STEM_CHARS = 6;

/** null for a claim whose time is not known. */
export function profileOf(one: SourcedClaim, around: PlacesAround): Profile | null {
  const days = daysOf(one);
  if (days === null) return null;
  const { claim, article } = one;
  const { places, words, ...slots } = slotsOf(claim);
  return {
    type: claim.type,
    article: article.id,
    speaker: claim.attr?.who ?? null,
    denied: isDenial(claim),
    realis: claim.realis,
    ...slots,
    words: [...new Set(words.flatMap((each) => stemsOf(each, STEM_CHARS)))].sort(),
    ...placesOf(places, around),
    ...days,
    isDated: claim.date?.iso !== undefined,
  };
}

function daysOf(one: SourcedClaim): Pick<Profile, 'fromDay' | 'toDay'> | null {
  const happening = happeningOf(one);
  if (happening === null) return null;
  const { back, ahead } = reachOf(one.claim);
  return {
    fromDay: Math.floor(happening.fromMs / DAY_MS) - back,
    toDay: Math.floor((happening.toMs - 1) / DAY_MS) + ahead,
  };
}

interface Reach {
  readonly back: number;
  readonly ahead: number;
}

/** Days by which what has no date may lie further back or ahead. */
const UNDATED: Readonly<Record<Claim['type'], Reach>> = {
  aid: { back: 9, ahead: 0 },
  move: { back: 5, ahead: 0 },
  strike: { back: 0, ahead: 0 },
  visit: { back: 2, ahead: 1 },
  impact: { back: 0, ahead: 0 },
  statement: { back: 0, ahead: 0 },
};
/** Who was somewhere on one day may have been there on the next, on the same journey. */
const TRIP: Reach = { back: 2, ahead: 2 };
/** A sum is asked for, promised and sent on different days. */
const PACKAGE: Reach = { back: 15, ahead: 15 };
/** What is planned lies ahead; a plan that is given up lay ahead too. */
const PLANNED_DAYS: Readonly<Record<Claim['type'], number>> = {
  aid: 10,
  move: 10,
  strike: 3,
  visit: 40,
  impact: 3,
  statement: 0,
};

function reachOf(claim: Claim): Reach {
  const isUndated = claim.date?.iso === undefined;
  const { back, ahead } = isUndated ? UNDATED[claim.type] : datedReach(claim);
  const isPlan = (isUndated && liesAhead(claim)) || (claim.type === 'visit' && claim.status === 'cancelled');
  return { back, ahead: isPlan ? Math.max(ahead, PLANNED_DAYS[claim.type]) : ahead };
}

function datedReach(claim: Claim): Reach {
  if (claim.type === 'visit') return TRIP;
  return claim.type === 'aid' && claim.amount ? PACKAGE : { back: 0, ahead: 0 };
}

function placesOf(refs: readonly string[], around: PlacesAround): Pick<Profile, 'places' | 'countries' | 'isBroad'> {
  const found = refs.map((ref) => ({ ref, all: around(ref) }));
  const countries = found.flatMap(({ all }) => all.flatMap(({ id, kind }) => (kind === 'country' ? [id] : [])));
  const places = found.map(({ ref, all }) => [
    ref,
    ...all.flatMap(({ id, kind }) => (kind === 'country' || id === ref ? [] : [id])),
  ]);
  const isBroad = !found.some(({ ref, all }) => FINE.has(all.find(({ id }) => id === ref)?.kind ?? 'settlement'));
  return { places, isBroad, countries: [...new Set(countries)].sort() };
}

const FINE: ReadonlySet<string> = new Set(['settlement', 'region']);

const given = <T>(value: T | null | undefined): readonly T[] => (value == null ? [] : [value]);

function slotsOf(claim: Claim): Slots {
  const counted = 'count' in claim && claim.count ? { count: claim.count } : {};
  switch (claim.type) {
    case 'aid':
      return {
        actors: claim.donor,
        partners: given(claim.recipient),
        what: given(claim.kind),
        words: claim.items,
        places: claim.place ?? [],
        ...counted,
        ...(claim.amount && { amount: claim.amount }),
        status: claim.status,
      };
    case 'move':
      return {
        actors: given(claim.actor),
        partners: [],
        what: [claim.action],
        words: [],
        places: claim.place,
        ...counted,
      };
    case 'strike':
      return {
        actors: given(claim.actor),
        partners: [],
        what: claim.weapon,
        words: given(claim.target),
        places: claim.place,
        ...counted,
      };
    case 'visit':
      return {
        actors: claim.visitor,
        partners: claim.host,
        what: [],
        words: [],
        places: claim.place,
        status: claim.status,
      };
    case 'impact':
      return { actors: [], partners: [], what: claim.kind, words: given(claim.who), places: claim.place, ...counted };
    case 'statement':
      return { actors: [claim.speaker], partners: [], what: [], words: [], places: [] };
  }
}
