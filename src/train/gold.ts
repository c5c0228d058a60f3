import { z } from 'zod';

/** Lists hold lists where several are meant at once, and gaps. `valuesOf` makes them flat. */
const Names = z.unknown().optional();
const Flat = z.unknown().optional();
const Money = z.object({ value: z.number().nullish(), cur: z.string().nullish() });

/** An annotated claim; only what training and its scoring need. `altX` are further accepted readings. */
export const GoldClaim = z.object({
  type: z.enum(['aid', 'move', 'strike', 'visit', 'impact', 'statement']),
  spans: z.array(z.tuple([z.number(), z.number()])).readonly(),
  opt: z.number().optional(),
  neg: z.boolean().nullish(),
  altNeg: z.union([z.boolean(), z.array(z.boolean())]).nullish(),
  epi: z.string().nullish(),
  amount: Money.nullish(),
  altAmount: z.unknown().optional(),
  items: Names,
  altItems: Flat,
  donor: Names,
  altDonor: Flat,
  donorImplicit: z.unknown().optional(),
  recipient: Names,
  altRecipient: Flat,
  status: Names,
  altStatus: Flat,
  kind: Names,
  altKind: Flat,
  actor: Names,
  altActor: Flat,
  actorImplicit: z.unknown().optional(),
  action: Names,
  altAction: Flat,
  place: Names,
  altPlace: Flat,
  placeImplicit: z.unknown().optional(),
  weapon: Names,
  altWeapon: Flat,
  weaponImplicit: z.unknown().optional(),
  visitor: Names,
  altVisitor: Flat,
  host: Names,
  altHost: Flat,
});
export type GoldClaim = z.infer<typeof GoldClaim>;

const countries = new Intl.DisplayNames('en', { type: 'region' });

function folded(name: string): string {
  const spelt = /^[A-Z]{2}$/.test(name) && name !== 'EU' && name !== 'UN' ? (countries.of(name) ?? name) : name;
  return spelt
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether two names are the same: a code and its country, a family name and a full one. */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)];
  return a === b || (a.length > 5 && b.length > 5 && (a.endsWith(` ${b}`) || b.endsWith(` ${a}`)));
}

const withoutKind = (name: string): string => folded(name).replace(/ (oblast|region|province|governorate)$/, '');
export const samePlace = (one: string, other: string): boolean => withoutKind(one) === withoutKind(other);
export const within = (one: string, other: string): boolean => {
  const [a, b] = [folded(one), folded(other)];
  return sameName(one, other) || a.includes(b) || b.includes(a);
};

/** All values of a slot and of its other readings, flat. */
export function valuesOf(...given: readonly unknown[]): readonly string[] {
  return given.flat(3).filter((value): value is string => typeof value === 'string');
}

/** Values that are right for a learned slot of a claim; none where anything is. */
export function acceptedValues(gold: GoldClaim, slot: string): readonly string[] {
  const alternative = `alt${slot.charAt(0).toUpperCase()}${slot.slice(1)}`;
  const claim = gold as Readonly<Record<string, unknown>>;
  return valuesOf(claim[slot], claim[alternative]);
}

const MAX_SENTENCE = 600;
const LEAST_SHARED = 3;

/** Whether a stretch of the text is evidence of a claim: half of it lies on the annotated words, or a sentence covers half of them. */
export function liesOn({ spans }: Pick<GoldClaim, 'spans'>, start: number, end: number): boolean {
  return spans.some(([from, to]) => {
    const shared = Math.min(end, to) - Math.max(start, from);
    if (shared < LEAST_SHARED) return false;
    return shared >= (end - start) / 2 || (end - start <= MAX_SENTENCE && shared >= (to - from) / 2);
  });
}
