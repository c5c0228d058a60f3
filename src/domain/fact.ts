import type { Article } from './article.ts';
import { publishedAtMs } from './article.ts';
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
  return JSON.stringify([
    claim.type,
    ...keySlots(claim),
    claim.neg,
    claim.realis,
    claim.epi,
    claim.confirmation ?? '',
    claim.attr?.who ?? '',
  ]);
}

/**
 * What a claim's sentence may hold beyond the key slots (host, purpose, outlet in between …), as `slot=value`. The date is
 * none of it: it is printed only where all agree on it. An excerpt is printed as it stands: [].
 */
export function detailsOf(claim: Claim): readonly string[] {
  if (claim.mode === 'excerpt') return [];
  const details = { ...slotDetails(claim), via: claim.attr?.via };
  return Object.entries(details).flatMap(([slot, value]) => [value].flat().flatMap((v) => (v ? [`${slot}=${v}`] : [])));
}

/**
 * The slot key with every detail, with what is doubted, and with the day: the date given, or the day of publication (UTC),
 * or nothing. Claims of one key would be printed in the same words.
 */
export function factKey(claim: Claim, article: Pick<Article, 'id' | 'published'>): string {
  if (claim.mode === 'excerpt') return slotKey(claim, article);
  const at = publishedAtMs(article);
  const day = claim.date?.iso ?? (at === null ? '' : new Date(at).toISOString().slice(0, 10));
  return JSON.stringify([slotKey(claim, article), sorted(detailsOf(claim)), claim.suspect?.en ?? '', day]);
}

/** Whether a claim says of something that it is not so. */
export const isDenial = (claim: Claim): boolean => claim.neg || claim.epi === 'denied';

type Part = 'denial' | 'figure' | 'plain';

function partOf(claim: Claim): Part {
  if (isDenial(claim)) return 'denial';
  const hasFigure = ('amount' in claim && claim.amount) || ('count' in claim && claim.count && 'value' in claim.count);
  return hasFigure ? 'figure' : 'plain';
}

/**
 * Under which a claim is found by those that it may contradict: what it is about (`contestKey`) and the part it takes in a
 * contradiction. null where none is looked for.
 */
export function familyKey(claim: Claim): string | null {
  const contest = contestKey(claim);
  return contest === null ? null : JSON.stringify([partOf(claim), contest]);
}

const RIVALS: Readonly<Record<Part, readonly Part[]>> = {
  denial: ['figure', 'plain'],
  figure: ['figure', 'denial'],
  plain: ['denial'],
};

/** The `familyKey`s of claims that may contradict this one; [] where none can. */
export function rivalKeys(claim: Claim): readonly string[] {
  const contest = contestKey(claim);
  return contest === null ? [] : RIVALS[partOf(claim)].map((part) => JSON.stringify([part, contest]));
}

/**
 * What claims share that may contradict each other: who did what to whom or where, without figures, polarity or speaker.
 * null where no contradiction is looked for, as with an excerpt, whose figures are not sure.
 */
export function contestKey(claim: Claim): string | null {
  if (claim.mode === 'excerpt') return null;
  switch (claim.type) {
    case 'aid':
      return claim.amount && claim.donor.length > 0
        ? JSON.stringify(['aid', sorted(claim.donor), claim.recipient, claim.amount.cur])
        : null;
    case 'move':
      return claim.actor && claim.place.length > 0
        ? JSON.stringify(['move', claim.actor, claim.action, sorted(claim.place)])
        : null;
    case 'strike':
      return claim.place.length > 0
        ? JSON.stringify(['strike', claim.actor, sorted(claim.weapon), sorted(claim.place)])
        : null;
    case 'impact':
      return claim.place.length > 0 ? JSON.stringify(['impact', sorted(claim.kind), sorted(claim.place)]) : null;
    case 'visit':
      return JSON.stringify(['visit', sorted(claim.visitor), sorted(claim.place)]);
    case 'statement':
      return null;
  }
}

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
