import { type Reader, termAt, termEnd, termJoined } from './reader.ts';
import { type Matcher, stepOf } from './step.ts';

const PRONOUNS = ['he', 'she', 'they', 'it', 'we', 'both', 'enemy'] as const;

/** He, they, the two countries, the enemy; "this region", "his country", "the east". */
export const matchPronoun: Matcher = (reader, at) => {
  const place = termAt(reader, at, 'definite') ? (definitePlace(reader, at) ?? definiteQuarter(reader, at)) : null;
  if (place) return place;
  const pronoun = PRONOUNS.find((cls) => termAt(reader, at, cls));
  return pronoun ? stepOf(reader, at, termEnd(reader, at), { type: 'pronoun', pronoun, slug: pronoun }) : null;
};

/** A place or state told before. */
const definitePlace: Matcher = (reader, at) => {
  const noun = termEnd(reader, at);
  const pronoun = termAt(reader, noun, 'nation') ? 'nation' : 'place';
  const term = termAt(reader, noun, 'nation') ?? termAt(reader, noun, 'region') ?? termAt(reader, noun, 'settlement');
  const end = termEnd(reader, noun);
  if (!term || reader.words[noun]?.apart || termAt(reader, end, 'of') || reader.words[noun]?.capital) return null;
  return stepOf(reader, at, end, { type: 'pronoun', pronoun, slug: term.slug });
};

/** "In the east": of the country that the document is about. */
const definiteQuarter: Matcher = (reader, at) => {
  const noun = termEnd(reader, at);
  const compass = termJoined(reader, noun, 'compass');
  const end = termEnd(reader, noun);
  const next = reader.words[end];
  if (!compass || !reader.words[at - 1] || reader.words[noun]?.capital) return null;
  const goesOn = next?.apart === false && ['NOUN', 'ADJ', 'PROPN'].includes(posAt(reader, end));
  return goesOn || termAt(reader, end, 'of')
    ? null
    : stepOf(reader, at, end, { type: 'pronoun', pronoun: 'quarter', slug: compass.slug });
};

const posAt = ({ sentence, words }: Reader, at: number): string => sentence.tokens[words[at]?.token ?? -1]?.pos ?? '';
