import type { Article } from './article.ts';
import type { Amount, Claim, Count } from './claim.ts';

/**
 * What must be equal for two claims to state one fact: type, key slots with every figure, polarity, realis,
 * and who says it in which voice. Time is not part of it, nor are details such as a host or a purpose. What an excerpt
 * states is not sure in every slot: it is one fact with the same piece of the same article alone.
 * Equal strings for equal facts; not meant to be read back.
 */
export function slotKey(claim: Claim, { id }: Pick<Article, 'id'>): string {
  if (claim.mode === 'excerpt')
    return JSON.stringify(['excerpt', claim.type, id, claim.excerpt.start, claim.excerpt.end]);
  const key = knownKeys.get(claim) ?? keyOf(claim);
  knownKeys.set(claim, key);
  return key;
}

/** Claims do not change, and the same one is part of many answers. */
const knownKeys = new WeakMap<Claim, string>();

const keyOf = (claim: Claim): string =>
  JSON.stringify([
    claim.type,
    ...keySlots(claim),
    claim.neg,
    claim.realis,
    claim.epi,
    claim.confirmation ?? '',
    claim.attr?.who ?? '',
  ]);

/**
 * What a claim's sentence may hold beyond the key slots (host, purpose, outlet in between …), as `slot=value`. The date is
 * none of it: it is printed only where all agree on it. An excerpt is printed as it stands: [].
 */
export function detailsOf(claim: Claim): readonly string[] {
  const details = knownDetails.get(claim) ?? detailsIn(claim);
  knownDetails.set(claim, details);
  return details;
}

/** As `knownKeys`. */
const knownDetails = new WeakMap<Claim, readonly string[]>();

function detailsIn(claim: Claim): readonly string[] {
  if (claim.mode === 'excerpt') return [];
  const details = { ...slotDetails(claim), via: claim.attr?.via };
  return Object.entries(details).flatMap(([slot, value]) => [value].flat().flatMap((v) => (v ? [`${slot}=${v}`] : [])));
}

/** Whether a claim says of something that it is not so. */
export const isDenial = (claim: Claim): boolean => claim.neg || claim.epi === 'denied';

/** Whether it is told of as a thing that has happened or goes on, and not as tried, planned or possible. */
export const hasHappened = ({ realis }: Claim): boolean => realis === 'actual' || realis === 'ongoing';

/** Whether it is told of as planned or possible. */
export const liesAhead = ({ realis }: Claim): boolean => realis === 'planned' || realis === 'hypothetical';

/** Who moves or strikes; null where that is not said, and of claims of other types. */
export const actorOf = (claim: Claim): string | null =>
  claim.type === 'move' || claim.type === 'strike' ? claim.actor : null;

const sorted = (values: readonly string[]): readonly string[] => [...values].sort();
const figure = (count: Count | Amount | undefined): string =>
  count ? JSON.stringify(Object.entries(count).sort()) : '';

function keySlots(claim: Claim): readonly unknown[] {
  switch (claim.type) {
    case 'aid':
      return [
        sorted(claim.donor),
        claim.recipient,
        figure(claim.amount),
        claim.amount ? [] : sorted(claim.items),
        figure(claim.count),
        claim.status,
      ];
    case 'move':
      return [claim.actor, claim.action, sorted(claim.place), figure(claim.count)];
    case 'strike':
      return [
        claim.actor,
        sorted(claim.weapon),
        sorted(claim.place),
        claim.place.length ? '' : (claim.target ?? ''),
        figure(claim.count),
      ];
    case 'visit':
      return [
        sorted(claim.visitor),
        sorted(claim.place.length ? claim.place : claim.host),
        claim.status,
        figure(claim.count),
      ];
    case 'impact':
      return [sorted(claim.kind), sorted(claim.place), claim.who ?? '', figure(claim.count)];
    case 'statement':
      // What is said is not in the slots: a statement is one fact with no other.
      return [claim.speaker, claim.evidence[0]?.sha256];
  }
}

type Detail = string | readonly string[] | undefined;

function slotDetails(claim: Claim): Readonly<Record<string, Detail>> {
  switch (claim.type) {
    case 'aid':
      return { kind: claim.kind, requester: claim.requester, items: claim.items, place: claim.place };
    case 'move':
      return { from: claim.from, to: claim.to };
    case 'strike':
      return { target: claim.target };
    case 'visit':
      return { host: claim.host, purpose: claim.purpose };
    case 'impact':
      return { cause: claim.cause };
    case 'statement':
      return { topic: claim.topic };
  }
}
