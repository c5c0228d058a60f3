import type { ClaimOf } from '../../../domain/claim.ts';
import { articleWords, countedWords, listWords, type WordsContext } from '../context.ts';
import { active, passive, type Subject, type Verb } from './clause.ts';
import { holdsPlaces, inPlaces, subjectOf, theNames } from './names.ts';

type Strike = ClaimOf<'strike'>;

/** "Attack" does not say that anything was hit. */
const ATTACK: Verb = { base: 'attack', past: 'attacked', ongoing: 'attacking' };

const WEAPONS: Readonly<Record<Strike['weapon'][number], string>> = {
  missile: 'missiles',
  drone: 'drones',
  bomb: 'bombs',
  artillery: 'artillery',
  rocket: 'rockets',
  mortar: 'mortars',
  tank: 'tanks',
  gunfire: 'gunfire',
  explosive: 'explosives',
};

export function strikeWords(claim: Strike, context: WordsContext): string {
  const { actor, weapon, target, count } = claim;
  const weapons = weapon.map((one) => WEAPONS[one]);
  const means = weapons.length > 0 ? ` with ${listWords(weapons, context.language)}` : '';
  const notes = [
    ...(target === undefined ? [] : [articleWords(target, context)]),
    ...(count ? [countedWords(count, context)] : []),
  ];
  const rest = `${means}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
  const attacked = attackedOf(claim, context);
  if (actor === null) return passive(attacked, 'attacked', claim) + rest;
  return `${active(subjectOf([actor], context), ATTACK, claim)} ${attacked.words}${rest}`;
}

/** Who strikes somebody in a country does not strike the country. */
function attackedOf({ place, target }: Strike, context: WordsContext): Subject {
  if (target !== undefined) return { words: `a target${inPlaces(place, context)}`, isPlural: false };
  if (place.length === 0 || holdsPlaces(place, context))
    return { words: `targets${inPlaces(place, context)}`, isPlural: true };
  return { words: theNames(place, context), isPlural: place.length > 1 };
}
