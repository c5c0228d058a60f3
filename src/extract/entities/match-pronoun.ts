import { termAt, termEnd } from './reader.ts';
import { type Matcher, stepOf } from './step.ts';

const PRONOUNS = ['he', 'she', 'they', 'it', 'we', 'both', 'enemy'] as const;

/** He, they, the two countries, the enemy. */
export const matchPronoun: Matcher = (reader, at) => {
  const pronoun = PRONOUNS.find((cls) => termAt(reader, at, cls));
  if (pronoun) return stepOf(reader, at, termEnd(reader, at), { type: 'pronoun', pronoun, slug: pronoun });
  return termAt(reader, at, 'definite') ? definitePlace(reader, at) : null;
};

/** "This region", "the city", "his country": a place or state told before. */
const definitePlace: Matcher = (reader, at) => {
  const noun = termEnd(reader, at);
  const pronoun = termAt(reader, noun, 'nation') ? 'nation' : 'place';
  const term = termAt(reader, noun, 'nation') ?? termAt(reader, noun, 'region') ?? termAt(reader, noun, 'settlement');
  const end = termEnd(reader, noun);
  if (!term || reader.words[noun]?.apart || termAt(reader, end, 'of') || reader.words[noun]?.capital) return null;
  return stepOf(reader, at, end, { type: 'pronoun', pronoun, slug: term.slug });
};
