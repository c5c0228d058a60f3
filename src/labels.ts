import type { Label } from './domain/brief.ts';
import { type Claim, refsOf } from './domain/claim.ts';
import type { Entity } from './domain/entity.ts';

/**
 * Names for what claims refer to, and for `further` ids, by id or code. What the gazetteer does not have goes by the name
 * that the first of the claims spells it by; without one it is left out.
 */
export function labelsOf(
  claims: readonly Claim[],
  entityOf: (ref: string) => Entity | undefined,
  further: readonly string[] = [],
): Readonly<Record<string, Label>> {
  const refs = [...new Set([...further, ...claims.flatMap(refsOf)])].sort();
  const spelt = new Map(claims.toReversed().flatMap(({ surface = {} }) => Object.entries(surface)));
  return Object.fromEntries(
    refs.flatMap((ref): [string, Label][] => {
      const entity = entityOf(ref);
      const name = spelt.get(ref);
      if (entity) return [[ref, labelOf(entity)]];
      return name === undefined ? [] : [[ref, { names: { en: name, uk: name }, kind: '' }]];
    }),
  );
}

function labelOf({ names, role, kind, at, side, code }: Entity): Label {
  const acts = code ?? side;
  return { names, kind, ...(role && { role }), ...(at && { at }), ...(acts !== undefined && { side: acts }) };
}
