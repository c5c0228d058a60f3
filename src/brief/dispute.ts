import { publishedAtMs } from '../domain/article.ts';
import type { Amount, Claim, ClaimOf } from '../domain/claim.ts';
import { contestKey, isDenial } from '../domain/fact.ts';
import { DAY_MS, type Span } from '../domain/period.ts';
import type { SourcedClaim } from '../domain/sourced-claim.ts';
import { contradict, gapOf } from './figure.ts';
import { happeningOf, mayCoincide } from './happening.ts';

export interface Disagreement {
  readonly over: 'amount' | 'count' | 'denial';
  /** Claims that give one value stand together; the value of the line itself first. */
  readonly values: readonly (readonly [SourcedClaim, ...SourcedClaim[]])[];
}

/** Sums further apart than this share are taken for different packages, not for two accounts of one. */
const SAME_PACKAGE_GAP = 0.1;
/** Accounts of one package are looked for among articles at most this far apart. */
const PACKAGE_DAYS = 60;
/** How long after and before a happening others are looked for who contradict it. */
const REACH_DAYS = 3;

/**
 * The time in which what may contradict a claim came out, in whole days (UTC); null where nothing can be looked for.
 */
export function reachOf(one: SourcedClaim): Span | null {
  const publishedMs = publishedAtMs(one.article);
  const isSum = one.claim.type === 'aid';
  const happening = isSum && publishedMs !== null ? { fromMs: publishedMs, toMs: publishedMs + 1 } : happeningOf(one);
  if (!happening) return null;
  const days = isSum ? PACKAGE_DAYS : REACH_DAYS;
  const [from, to] = [Math.floor(happening.fromMs / DAY_MS) - days, Math.ceil(happening.toMs / DAY_MS) + days];
  return { fromMs: from * DAY_MS, toMs: to * DAY_MS };
}

/**
 * Where others contradict what a claim says: another sum for what must be the same package, another number for the same
 * happening, or a denial of it.
 * @param relatives claims that may share the `contestKey` of those asked about; others are passed over. Sorted into their
 *   families once, so that asking about many claims takes no longer for each.
 */
export function disagreementsAmong(
  relatives: readonly SourcedClaim[],
): (lead: SourcedClaim) => readonly Disagreement[] {
  const families = Map.groupBy(relatives, ({ claim }) => contestKey(claim));
  return (lead) => {
    const key = contestKey(lead.claim);
    const family = key === null ? [] : (families.get(key) ?? []);
    return [amounts(lead, family), counts(lead, family), denials(lead, family)].filter((d) => d !== null);
  };
}

function amounts(lead: SourcedClaim, family: readonly SourcedClaim[]): Disagreement | null {
  const { claim } = lead;
  if (claim.type !== 'aid' || !claim.amount || claim.neg) return null;
  const { amount } = claim;
  const rivals = family.filter((other) => sumAtStage(other.claim, stageOf(claim)) !== null && nearInTime(lead, other));
  const others = rivals.filter((other) => {
    const sum = sumAtStage(other.claim, stageOf(claim));
    return sum !== null && contradict(amount, sum) && gapOf(amount, sum) <= SAME_PACKAGE_GAP;
  });
  return byValue('amount', lead, others, rivals, ({ claim: c }) => JSON.stringify(sumAtStage(c, stageOf(claim))));
}

/** A sum asked for, a sum given and a sum withheld are three things. */
function stageOf(claim: ClaimOf<'aid'>): 'asked' | 'given' | 'withheld' {
  if (claim.status === 'requested' || claim.status === 'proposed') return 'asked';
  return claim.status === 'refused' || claim.status === 'suspended' ? 'withheld' : 'given';
}

function sumAtStage(claim: Claim, stage: ReturnType<typeof stageOf>): Amount | null {
  return claim.type === 'aid' && claim.amount && !claim.neg && stageOf(claim) === stage ? claim.amount : null;
}

function nearInTime(a: SourcedClaim, b: SourcedClaim): boolean {
  const [one, other] = [publishedAtMs(a.article), publishedAtMs(b.article)];
  return one !== null && other !== null && Math.abs(one - other) <= PACKAGE_DAYS * DAY_MS;
}

function counts(lead: SourcedClaim, family: readonly SourcedClaim[]): Disagreement | null {
  const own = numberOf(lead.claim);
  if (!own || lead.claim.type === 'aid' || isDenial(lead.claim)) return null;
  const counted = family.filter((other) => {
    const count = numberOf(other.claim);
    return count?.unit === own.unit && count !== null && !isDenial(other.claim) && mayCoincide(lead, other);
  });
  const others = counted.filter(({ claim }) => {
    const count = numberOf(claim);
    return count !== null && contradict(own, count);
  });
  return byValue('count', lead, others, counted, ({ claim }) => JSON.stringify(numberOf(claim)));
}

function numberOf(claim: Claim) {
  return 'count' in claim && claim.count && 'value' in claim.count ? claim.count : null;
}

function denials(lead: SourcedClaim, family: readonly SourcedClaim[]): Disagreement | null {
  if (lead.claim.realis === 'planned' || lead.claim.realis === 'hypothetical') return null;
  const happening = family.filter((other) => other.claim.realis === lead.claim.realis && mayCoincide(lead, other));
  const others = happening.filter(({ claim }) => isDenial(claim) !== isDenial(lead.claim));
  return byValue('denial', lead, others, happening, ({ claim }) => String(isDenial(claim)));
}

/** Gathers the claims of each value; those of the family that give the line's own value stand with it. */
function byValue(
  over: Disagreement['over'],
  lead: SourcedClaim,
  others: readonly SourcedClaim[],
  family: readonly SourcedClaim[],
  valueIn: (one: SourcedClaim) => string,
): Disagreement | null {
  if (others.length === 0) return null;
  const same = family.filter((one) => valueIn(one) === valueIn(lead) && !isLead(one, lead));
  const values = [...Map.groupBy([lead, ...same, ...others], valueIn).values()];
  return { over, values: values.flatMap(([first, ...rest]) => (first ? [[first, ...rest] as const] : [])) };
}

const isLead = (one: SourcedClaim, lead: SourcedClaim): boolean =>
  one.article.id === lead.article.id && one.claim.id === lead.claim.id;
