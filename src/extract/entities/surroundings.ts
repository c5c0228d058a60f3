import type { Token } from '../document.ts';
import type { Draft } from './draft.ts';
import type { TermClass } from './lexicon.ts';
import type { Names } from './names.ts';
import { foldNameWord } from './word.ts';

/** Prepositions that put a thing into a place, whatever else they do. */
const PLACING: ReadonlySet<string> = new Set(
  'in near outside inside into toward towards across throughout around at в во у біля під около возле под из із з зі до на'.split(
    ' ',
  ),
);

export const before = ({ sentence, from }: Draft): Token | undefined => sentence.tokens[from - 1];

/** The words of a draft in small letters. */
export const surfaceOf = ({ sentence, from, to }: Draft): string =>
  sentence.tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(' ');

/** Whether a preposition of place stands before, articles and compass words aside. */
export function placedBefore({ sentence, from }: Draft): boolean {
  let at = from - 1;
  while (
    at > from - 4 &&
    /^(?:the|a|nearby|neighboring|neighbouring|downtown|central|city|of)$/.test(sentence.tokens[at]?.lower ?? '')
  )
    at -= 1;
  return PLACING.has(sentence.tokens[at]?.lower ?? '');
}

/** Prepositions that stand before places far more often than before people. */
const SITES: ReadonlySet<string> = new Set(
  'in near outside inside into toward towards across throughout в во у біля під около возле под районе районі'.split(
    ' ',
  ),
);

/** Whether one of those stands directly before. */
export const isSite = (draft: Draft): boolean => SITES.has(before(draft)?.lower ?? '');

const PLACE_NOUNS = /^(?:cities|towns|villages|settlements|hamlets|districts|suburbs|communities|camps|ports)$/;

/** "The villages of X and Y", "cities such as X": the noun stands a few words before. */
export const saysPlace = ({ sentence, from }: Draft): boolean =>
  sentence.tokens.slice(Math.max(0, from - 6), from).some(({ lower }) => PLACE_NOUNS.test(lower));

/** "X, a town less than …". */
export function isCalledPlace({ sentence: { tokens }, to }: Draft, names: Names): boolean {
  if (tokens[to]?.text !== ',' || !/^(?:an?|the)$/.test(tokens[to + 1]?.lower ?? '')) return false;
  return tokens.slice(to + 2, to + 6).some((token) => hasTerm(token, 'settlement', names));
}

const HELPERS = new Set(['AUX', 'ADV', 'PART', 'X']);
const MOST_HELPERS = 3;

/** Whether a verb of saying or deciding follows at once ("Kyiv has said", "Moscow again denied"). */
export function isSubjectOfSpeech(draft: Draft, names: Names): boolean {
  if (placedBefore(draft)) return false;
  const { tokens } = draft.sentence;
  for (let at = draft.to; at <= draft.to + MOST_HELPERS; at += 1) {
    if (hasTerm(tokens[at], 'speech', names)) return true;
    if (!HELPERS.has(tokens[at]?.pos ?? '')) return false;
  }
  return false;
}

/** Whether a word's dictionary form has a class. */
const hasTerm = (token: Token | undefined, cls: TermClass, names: Names): boolean =>
  token !== undefined &&
  [token.lemma, token.lower].some((word) =>
    names.terms.byPhrase.get(foldNameWord(word))?.some((term) => term.cls === cls),
  );
