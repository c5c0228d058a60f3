import { publishedAtMs } from '../domain/article.ts';
import type { Claim } from '../domain/claim.ts';
import { detailsOf, slotKey } from '../domain/fact.ts';
import type { RankedClaim } from '../domain/sourced-claim.ts';
import { mayCoincide } from './happening.ts';

/** Claims that state one fact; the first says least, so that every other supports each word of it. */
export type Group = readonly [RankedClaim, ...RankedClaim[]];

/**
 * Puts together claims with equal key slots, voice and speaker whose times may coincide. A claim joins another only if it
 * gives every detail that the other gives (host, purpose, outlet in between …): what is printed once is then said by all.
 * Wrong merging is worse than none: a claim without any time stays alone.
 *
 * @returns groups in the order of their first claims; the same for any order of `claims`
 */
export function groupClaims(claims: readonly RankedClaim[]): readonly Group[] {
  const told = claims.map(
    (one): Told => ({ one, key: slotKey(one.claim, one.article), details: detailsOf(one.claim) }),
  );
  const byKey = Map.groupBy(told.sort(leastFirst), ({ key }) => key);
  return [...byKey.values()].flatMap(groupEqual);
}

/** A claim with what it is compared by. */
interface Told {
  readonly one: RankedClaim;
  readonly key: string;
  readonly details: readonly string[];
}

function groupEqual(claims: readonly Told[]): readonly Group[] {
  const groups: { readonly lead: Told; readonly group: [RankedClaim, ...RankedClaim[]] }[] = [];
  for (const told of claims) {
    const home = groups.find(({ lead }) => supports(told, lead) && mayCoincide(lead.one, told.one));
    if (home) home.group.push(told.one);
    else groups.push({ lead: told, group: [told.one] });
  }
  return groups.map(({ group }) => group);
}

/** Whether a claim gives every detail that `lead` does, and is doubted for the same reason or for none like it. */
function supports(told: Told, lead: Told): boolean {
  return (
    told.one.claim.suspect?.en === lead.one.claim.suspect?.en &&
    lead.details.every((detail) => told.details.includes(detail))
  );
}

function leastFirst({ one: a, details }: Told, { one: b, details: others }: Told): number {
  return (
    details.length - others.length ||
    sentenceChars(a.claim) - sentenceChars(b.claim) ||
    (publishedAtMs(b.article) ?? 0) - (publishedAtMs(a.article) ?? 0) ||
    compare(a.article.id, b.article.id) ||
    compare(a.claim.id, b.claim.id)
  );
}

/** What is made from the slots says nothing beyond them. */
const sentenceChars = (claim: Claim): number => (claim.mode === 'paraphrase' ? claim.sentence.en.length : 0);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
