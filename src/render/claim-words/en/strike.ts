import type { ClaimOf } from '../../../domain/claim.ts';
import { articleWords, countedWords, listWords, type WordsContext } from '../context.ts';
import { active, passive, type Subject, type Verb } from './clause.ts';
import { subjectOf, theNames } from './names.ts';

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
  const { actor, weapon, count } = claim;
  const means =
    weapon.length > 0
      ? ` with ${listWords(
          weapon.map((one) => WEAPONS[one]),
          context.language,
        )}`
      : '';
  const notes = [...targetNote(claim, context), ...(count ? [countedWords(count, context)] : [])];
  const rest = `${means}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
  const attacked = attackedOf(claim, context);
  if (actor === null) return passive(attacked, 'attacked', claim) + rest;
  return `${active(subjectOf([actor], context), ATTACK, claim)} ${attacked.words}${rest}`;
}

function attackedOf({ place, target }: Strike, context: WordsContext): Subject {
  if (place.length > 0) return { words: theNames(place, context), isPlural: place.length > 1 };
  return { words: target === undefined ? 'a place' : `a target (${articleWords(target, context)})`, isPlural: false };
}

const targetNote = ({ place, target }: Strike, context: WordsContext): readonly string[] =>
  place.length > 0 && target !== undefined ? [`target: ${articleWords(target, context)}`] : [];
