import type { ClaimOf } from '../../../domain/claim.ts';
import { articleWords, countedWords, type WordsContext } from '../context.ts';
import { passive, type Subject } from './clause.ts';
import { inPlaces } from './names.ts';

type Impact = ClaimOf<'impact'>;

const PARTICIPLES: Readonly<Record<Impact['kind'][number], readonly string[]>> = {
  displaced: ['displaced'],
  killed: ['killed'],
  injured: ['injured'],
  casualties: ['killed', 'injured'],
  damage: ['damaged'],
};

export function impactWords(claim: Impact, context: WordsContext): string {
  const { place, who, count, cause } = claim;
  const notes = [
    ...(who === undefined || who === count?.unit ? [] : [articleWords(who, context)]),
    ...(cause === undefined ? [] : [`cause: ${articleWords(cause, context)}`]),
  ];
  const rest = `${inPlaces(place, context)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
  return (isDamage(claim) && count === undefined ? damage(claim) : harm(claim, context)) + rest;
}

const isDamage = ({ kind }: Impact): boolean => kind.includes('damage');

const THERE: Readonly<Record<Impact['realis'], string>> = {
  actual: 'there was',
  ongoing: 'there is',
  attempted: 'there was an attempt at',
  planned: 'there is to be',
  hypothetical: 'there might be',
};

const damage = ({ realis, neg }: Impact): string => `${THERE[realis]}${neg ? ' no' : ''} damage`;

function harm(claim: Impact, context: WordsContext): string {
  const { kind, realis, neg, count } = claim;
  const participles = [...new Set(kind.flatMap((one) => PARTICIPLES[one]))];
  // "Nobody" carries the "not" already.
  const polarity = { realis, neg: neg && count !== undefined };
  // A number may be of all kinds together: "and" would give it to each.
  return passive(harmed(claim, context), participles.join(' or '), polarity);
}

function harmed({ kind, count, neg }: Impact, context: WordsContext): Subject {
  if (count === undefined) return neg ? { words: 'nobody', isPlural: false } : { words: 'people', isPlural: true };
  const unit = kind.includes('damage') ? 'things' : 'people';
  const words = count.unit === undefined ? `${countedWords(count, context)} ${unit}` : countedWords(count, context);
  return { words, isPlural: 'vague' in count || count.value !== 1 || count.op !== 'eq' };
}
