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
  const { kind, place, cause } = claim;
  const participles = [...new Set(kind.flatMap((one) => PARTICIPLES[one]))];
  // A number may be of all kinds together: "and" would give it to each.
  const said = passive(affectedOf(claim, context), participles.join(' or '), onePolarity(claim));
  return `${said}${inPlaces(place, context)}${cause === undefined ? '' : ` (cause: ${articleWords(cause, context)})`}`;
}

/** "Nobody" carries the "not" already. */
const onePolarity = ({ realis, neg, count }: Impact) => ({ realis, neg: neg && count !== undefined });

function affectedOf({ kind, who, count, neg }: Impact, context: WordsContext): Subject {
  const isDamage = kind.includes('damage');
  const of = who === undefined ? '' : ` (${articleWords(who, context)})`;
  if (count === undefined && neg) return { words: `${isDamage ? 'nothing' : 'nobody'}${of}`, isPlural: false };
  if (count === undefined) return { words: `${isDamage ? 'property' : 'people'}${of}`, isPlural: !isDamage };
  const unit = { unit: isDamage ? 'things' : 'people' };
  const words = context.written === context.language || count.unit === undefined ? { ...unit, ...count } : count;
  return {
    words: `${countedWords(words, context)}${who === count.unit ? '' : of}`,
    isPlural: 'vague' in count || count.value !== 1 || count.op !== 'eq',
  };
}
