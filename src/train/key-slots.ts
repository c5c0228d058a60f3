import type { ExtractedClaim } from '../domain/extracted-claim.ts';
import { type GoldClaim, sameName, samePlace, valuesOf, within } from './gold.ts';

type Same = (one: string, other: string) => boolean;

/** Whether every key slot of a claim is right: what the guideline calls so, and as the scorer of the annotation judges it. */
export function keySlotsRight(gold: GoldClaim, claim: ExtractedClaim): boolean {
  const neg = Boolean(gold.neg) === claim.neg || [gold.altNeg].flat().includes(claim.neg);
  return neg && slotsRight(gold, claim);
}

function slotsRight(gold: GoldClaim, claim: ExtractedClaim): boolean {
  switch (claim.type) {
    case 'aid':
      return aidRight(gold, claim);
    case 'move':
      return (
        actorRight(gold, claim.actor) &&
        all(gold.action, gold.altAction, [claim.action]) &&
        placeRight(gold, claim.place)
      );
    case 'strike':
      return (
        actorRight(gold, claim.actor) &&
        (Boolean(gold.weaponImplicit) || all(gold.weapon, gold.altWeapon, claim.weapon, within)) &&
        placeRight(gold, claim.place)
      );
    case 'visit':
      return visitRight(gold, claim);
    case 'impact':
      return all(gold.kind, gold.altKind, claim.kind) && placeRight(gold, claim.place);
    case 'statement':
      return true;
  }
}

type Of<T extends ExtractedClaim['type']> = Extract<ExtractedClaim, { readonly type: T }>;

function aidRight(gold: GoldClaim, claim: Of<'aid'>): boolean {
  const donor = Boolean(gold.donorImplicit) || all(gold.donor, gold.altDonor, claim.donor);
  return donor && all(gold.status, gold.altStatus, [claim.status]) && whatRight(gold, claim);
}

function whatRight(gold: GoldClaim, { amount, items, kind }: Of<'aid'>): boolean {
  if (gold.amount) return amountRight(gold.amount, amount);
  const wanted = valuesOf(gold.items, gold.altItems);
  if (valuesOf(gold.items).length === 0 || wanted.some((item) => items.some((each) => within(item, each)))) return true;
  return items.length === 0 && kind !== undefined && valuesOf(gold.kind, gold.altKind).includes(kind);
}

const CLOSE = 0.01;

function amountRight({ value, cur }: NonNullable<GoldClaim['amount']>, amount: Of<'aid'>['amount']): boolean {
  if (amount === undefined) return false;
  if (value == null) return true;
  return Math.abs(amount.value - value) <= Math.abs(value) * CLOSE && (!cur || cur === amount.cur);
}

function visitRight(gold: GoldClaim, { visitor, place, host, status }: Of<'visit'>): boolean {
  const travellers = valuesOf(gold.visitor, gold.altVisitor);
  const who =
    all(gold.visitor, [gold.altVisitor, gold.host, gold.altHost], visitor) &&
    visitor.some((each) => travellers.some((name) => sameName(name, each)));
  const nowhere = valuesOf(gold.place, gold.host).length === 0;
  const there = valuesOf(gold.place, gold.altPlace).some((name) => place.some((each) => samePlace(name, each)));
  const received = valuesOf(gold.host, gold.altHost).some((name) => host.some((each) => sameName(name, each)));
  return who && (nowhere || there || received) && all(gold.status, gold.altStatus, [status]);
}

export const actorRight = (gold: GoldClaim, actor: string | null): boolean =>
  Boolean(gold.actorImplicit) || all(gold.actor, gold.altActor, actor === null ? [] : [actor]);

const placeRight = (gold: GoldClaim, place: readonly string[]): boolean =>
  (Boolean(gold.placeImplicit) && place.length === 0) || all(gold.place, gold.altPlace, place, samePlace);

/** Every given value must be an accepted one; where nothing is annotated, anything is right. */
function all(own: unknown, alternatives: unknown, given: readonly string[], same: Same = sameName): boolean {
  const accepted = valuesOf(own, alternatives);
  if (accepted.length === 0) return true;
  if (given.length === 0) return valuesOf(own).length === 0;
  return given.every((value) => accepted.some((each) => same(each, value)));
}
