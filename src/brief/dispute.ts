import type { Amount, Claim } from '../domain/claim.ts';
import { actorOf, hasHappened, isDenial, liesAhead } from '../domain/fact.ts';
import { DAY_MS } from '../domain/period.ts';
import { type SourcedClaim, sourcedKey } from '../domain/sourced-claim.ts';
import { standOf } from './event/stage.ts';
import { contradict } from './figure.ts';
import { happeningOf, mayCoincide } from './happening.ts';

export interface Disagreement {
  readonly over: 'amount' | 'count' | 'denial' | 'date' | 'actor' | 'place';
  /** Claims that give one value stand together; the value of the line itself first. */
  readonly values: readonly (readonly [SourcedClaim, ...SourcedClaim[]])[];
}

/** Ids of all that contain a place. */
export type Containing = (place: string) => readonly string[];

/**
 * Where others who tell of the same happening contradict what a claim says: another sum, number, day, actor or place, or a
 * denial of it. Figures that agree after rounding, and a place inside another, do not.
 * @param event the claims of the happening, the lead among them or not
 */
export function disagreementsOf(
  lead: SourcedClaim,
  event: readonly SourcedClaim[],
  containing: Containing,
): readonly Disagreement[] {
  if (lead.claim.mode === 'excerpt') return [];
  const others = event.filter((one) => one.claim.mode !== 'excerpt' && sourcedKey(one) !== sourcedKey(lead));
  const found = [
    amounts(lead, others),
    counts(lead, others),
    actors(lead, others),
    places(lead, others, containing),
    days(lead, others),
    denials(lead, others),
  ];
  return found.filter((disagreement) => disagreement !== null);
}

/** The places of which `disagreementsOf` may ask what contains them. */
export function placesInQuestion(event: readonly SourcedClaim[]): readonly string[] {
  const lists = [...new Set(event.map(({ claim }) => [...placesOf(claim)].sort().join(' ')))].filter(Boolean);
  return lists.length < 2 ? [] : [...new Set(lists.flatMap((list) => list.split(' ')))];
}

function amounts(lead: SourcedClaim, others: readonly SourcedClaim[]): Disagreement | null {
  const { claim } = lead;
  if (claim.type !== 'aid' || !claim.amount || claim.neg) return null;
  const [own, stand] = [claim.amount, standOf(claim.status)];
  const isRival = (other: Claim): boolean => {
    const sum = sumStanding(other, stand);
    return sum !== null && sum.cur === own.cur && contradict(own, sum);
  };
  return byValue('amount', lead, others, isRival, (one) => JSON.stringify(sumStanding(one, stand)));
}

function sumStanding(claim: Claim, stand: ReturnType<typeof standOf>): Amount | null {
  return claim.type === 'aid' && claim.amount && !claim.neg && standOf(claim.status) === stand ? claim.amount : null;
}

function counts(lead: SourcedClaim, others: readonly SourcedClaim[]): Disagreement | null {
  const own = numberOf(lead.claim);
  if (!own || lead.claim.type === 'aid' || isDenial(lead.claim)) return null;
  const isRival = (other: Claim): boolean => {
    const count = numberOf(other);
    const isOfSame = count?.unit === own.unit && hasHappened(other) === hasHappened(lead.claim);
    return count !== null && isOfSame && !isDenial(other) && contradict(own, count);
  };
  return byValue('count', lead, others, isRival, (one) => JSON.stringify(numberOf(one)));
}

export function numberOf(claim: Claim) {
  return 'count' in claim && claim.count && 'value' in claim.count ? claim.count : null;
}

function actors(lead: SourcedClaim, others: readonly SourcedClaim[]): Disagreement | null {
  const own = actorOf(lead.claim);
  if (own === null || isDenial(lead.claim)) return null;
  const isRival = (other: Claim): boolean => !isDenial(other) && actorOf(other) !== null && actorOf(other) !== own;
  return byValue('actor', lead, others, isRival, (one) => String(actorOf(one)));
}

const placesOf = (claim: Claim): readonly string[] =>
  claim.type === 'strike' || claim.type === 'visit' || claim.type === 'impact' ? claim.place : [];

/** Only between claims of one place each: of several places each may tell of some. */
function places(lead: SourcedClaim, others: readonly SourcedClaim[], containing: Containing): Disagreement | null {
  const [own, ...more] = placesOf(lead.claim);
  if (own === undefined || more.length > 0 || isDenial(lead.claim)) return null;
  const isRival = (other: Claim): boolean => {
    const [place, ...rest] = placesOf(other);
    if (place === undefined || rest.length > 0 || isDenial(other) || place === own) return false;
    return !containing(place).includes(own) && !containing(own).includes(place);
  };
  return byValue('place', lead, others, isRival, (one) => placesOf(one).join(' '));
}

/** Days are compared of what has happened: plans change, and each stage of aid has a day of its own. */
function days(lead: SourcedClaim, others: readonly SourcedClaim[]): Disagreement | null {
  if (!isOfOneDay(lead)) return null;
  const rivals = new Set(
    others.filter((other) => isOfOneDay(other) && !mayCoincide(lead, other)).map(({ claim }) => claim),
  );
  return byValue(
    'date',
    lead,
    others,
    (other) => rivals.has(other),
    (one) => one.date?.iso ?? '',
  );
}

function isOfOneDay(one: SourcedClaim): boolean {
  const { claim } = one;
  if (claim.type === 'aid' || (claim.type === 'visit' && claim.status !== 'done')) return false;
  if (!claim.date?.iso || isDenial(claim) || !hasHappened(claim)) return false;
  const when = happeningOf(one);
  return when !== null && when.toMs - when.fromMs <= DAY_MS;
}

/** Who has no plan to do a thing does not say that it was not done. */
function denials(lead: SourcedClaim, others: readonly SourcedClaim[]): Disagreement | null {
  if (liesAhead(lead.claim)) return null;
  const isRival = (other: Claim): boolean =>
    isDenial(other) ? !isDenial(lead.claim) && !liesAhead(other) : isDenial(lead.claim);
  return byValue('denial', lead, others, isRival, (one) => String(isDenial(one)));
}

/** Gathers the claims of each value; those that give the line's own value stand with it. */
function byValue(
  over: Disagreement['over'],
  lead: SourcedClaim,
  others: readonly SourcedClaim[],
  isRival: (claim: Claim) => boolean,
  valueIn: (claim: Claim) => string,
): Disagreement | null {
  const rivals = others.filter(({ claim }) => isRival(claim));
  if (rivals.length === 0) return null;
  const same = others.filter(({ claim }) => valueIn(claim) === valueIn(lead.claim) && !isRival(claim));
  const values = [...Map.groupBy([lead, ...same, ...rivals], ({ claim }) => valueIn(claim)).values()];
  return { over, values: values.flatMap(([first, ...rest]) => (first ? [[first, ...rest] as const] : [])) };
}
