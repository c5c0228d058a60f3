import { publishedAtMs } from '../../domain/article.ts';
import type { Claim } from '../../domain/claim.ts';
import { foldName } from '../../domain/entity.ts';
import type { PlacesAround, Profile } from '../../domain/event.ts';
import { isDenial } from '../../domain/fact.ts';
import { DAY_MS } from '../../domain/period.ts';
import type { SourcedClaim } from '../../domain/sourced-claim.ts';
import { happeningOf } from '../happening.ts';

type Slots = Pick<Profile, 'actors' | 'partners' | 'what'> & {
  readonly words: readonly string[];
  readonly places: readonly string[];
} & Partial<Pick<Profile, 'amount' | 'count' | 'status'>>;

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
    words: [...new Set(words.flatMap(wordsOf))].sort(),
    ...placesOf(places, around),
    ...days,
    isDated: claim.date?.iso !== undefined,
  };
}

function daysOf(one: SourcedClaim): Pick<Profile, 'fromDay' | 'toDay'> | null {
  const happening = happeningOf(one);
  if (happening === null) return null;
  const publishedMs = publishedAtMs(one.article);
  // What is planned without a date lies ahead.
  const aheadMs = one.claim.date?.iso === undefined && isAhead(one.claim) && publishedMs !== null ? AHEAD_DAYS * DAY_MS : 0;
  return {
    fromDay: Math.floor(happening.fromMs / DAY_MS),
    toDay: Math.floor((happening.toMs - 1 + aheadMs) / DAY_MS),
  };
}

const AHEAD_DAYS = 10;

const isAhead = ({ realis }: Claim): boolean => realis === 'planned' || realis === 'hypothetical';

/** Words that tell things apart: longer than most that do not. */
const wordsOf = (text: string): readonly string[] =>
  foldName(text)
    .split(' ')
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 6));

function placesOf(refs: readonly string[], around: PlacesAround): Pick<Profile, 'places' | 'countries'> {
  const found = refs.map((ref) => ({ ref, all: around(ref) }));
  const countries = found.flatMap(({ all }) => all.flatMap(({ id, isCountry }) => (isCountry ? [id] : [])));
  const places = found.map(({ ref, all }) => [
    ref,
    ...all.flatMap(({ id, isCountry }) => (isCountry || id === ref ? [] : [id])),
  ]);
  return { places, countries: [...new Set(countries)].sort() };
}

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
      return { actors: given(claim.actor), partners: [], what: [claim.action], words: [], places: claim.place, ...counted };
    case 'strike':
      return { actors: given(claim.actor), partners: [], what: claim.weapon, words: given(claim.target), places: claim.place, ...counted };
    case 'visit':
      return { actors: claim.visitor, partners: claim.host, what: [], words: [], places: claim.place, status: claim.status };
    case 'impact':
      return { actors: [], partners: [], what: claim.kind, words: given(claim.who), places: claim.place, ...counted };
    case 'statement':
      return { actors: [claim.speaker], partners: [], what: [], words: [], places: [] };
  }
}
