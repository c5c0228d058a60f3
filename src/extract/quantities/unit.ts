import type { QuantityLexicon, UnitKind } from './lexicon.ts';
import type { Token } from './token.ts';

/** The noun that a number counts, folded, with where it stands: UTF-16 code units, half-open. */
export interface Unit {
  readonly word: string;
  /** null for a noun that is in no list. */
  readonly kind: UnitKind | null;
  readonly start: number;
  readonly end: number;
}

/** Tokens between a number and its noun at most ("two U.S. Air Force B-1 bombers"). */
const REACH = 12;
const INNER_SIGNS: ReadonlySet<string> = new Set(['-', '"', '“', '”', '«', '»', '‘', '’', "'", '/']);

/**
 * The noun that is counted by a number before token `from`: the last of the first run of known nouns in reach ("missile
 * launchers"), one in small letters before a name ("Air Force bombers"), else a plural; null where a sentence goes on without one.
 */
export function unitAfter(tokens: readonly Token[], from: number, lexicon: QuantityLexicon): Unit | null {
  const phrase = phraseFrom(tokens, from, lexicon);
  const small = phrase.findIndex((token) => isKnown(token, lexicon) && !token.capital);
  const first = small < 0 ? phrase.findIndex((token) => isKnown(token, lexicon)) : small;
  if (first < 0) return unlisted(phrase, lexicon);
  let last = first;
  while (isKnown(phrase[last + 1], lexicon)) last++;
  return unitOf(phrase[last], lexicon);
}

const isKnown = (token: Token | undefined, lexicon: QuantityLexicon): boolean =>
  token?.kind === 'word' && lexicon.units.has(token.text);

const unitOf = (token: Token | undefined, lexicon: QuantityLexicon): Unit | null =>
  token ? { word: token.text, kind: lexicon.units.get(token.text) ?? null, start: token.start, end: token.end } : null;

/** The tokens that may belong to the noun phrase: up to a stop word, a verb of the list, or a sign that ends it. */
function phraseFrom(tokens: readonly Token[], from: number, lexicon: QuantityLexicon): readonly Token[] {
  const begin = passPartitives(tokens, from, lexicon);
  const phrase: Token[] = [];
  for (let at = begin; at < Math.min(tokens.length, begin + REACH); at++) {
    const token = tokens[at];
    if (!token || endsPhrase(tokens, at, lexicon)) break;
    phrase.push(token);
  }
  return phrase;
}

/** Past "of the", "more of their", "of 29". */
function passPartitives(tokens: readonly Token[], from: number, lexicon: QuantityLexicon): number {
  let at = from;
  while (at < from + 3 && lexicon.partitives.has(tokens[at]?.text ?? '')) at++;
  return at > from && tokens[at]?.kind === 'number' ? at + 1 : at;
}

function endsPhrase(tokens: readonly Token[], at: number, lexicon: QuantityLexicon): boolean {
  const token = tokens[at];
  const hyphened = token?.glued === true && tokens[at - 1]?.text === '-';
  if (token?.kind === 'word') return lexicon.stops.has(token.text) && !token.upper && !hyphened;
  if (token?.kind === 'number') return tokens[at - 1]?.text !== '-';
  const abbreviates = token?.text === '.' && token.glued && tokens[at - 1]?.upper === true;
  return !abbreviates && !INNER_SIGNS.has(token?.text ?? '');
}

/** Tokens between a number and a noun that is in no list. */
const UNLISTED_REACH = 4;

/** A noun in no list: the first plural, one in small letters before a name; or what stands right behind the number. */
function unlisted(phrase: readonly Token[], lexicon: QuantityLexicon): Unit | null {
  const { plural, counted } = lexicon;
  const isNoun = ({ kind, text }: Token): boolean => kind === 'word' && text.length > 3 && !counted.has(text);
  if (!plural)
    return unitOf(
      phrase.slice(0, 1).find((token) => isNoun(token) && !token.capital),
      lexicon,
    );
  const plurals = phrase
    .slice(0, UNLISTED_REACH)
    .filter((token) => isNoun(token) && token.text.endsWith(plural) && !token.text.includes("'"));
  return unitOf(plurals.find(({ capital }) => !capital) ?? plurals[0], lexicon);
}
