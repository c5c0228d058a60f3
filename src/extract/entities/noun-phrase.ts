import type { TermClass } from './lexicon.ts';
import { type Reader, termAt, termEnd } from './reader.ts';

const HEADS = ['office', 'people', 'force', 'fighter', 'government', 'body', 'institution'] as const;
type HeadClass = (typeof HEADS)[number];

/** The noun that an actor is called by, with the words before it that belong to its name. */
export interface Head {
  readonly cls: HeadClass;
  readonly at: number;
  readonly end: number;
  /** Of the head alone. */
  readonly slug: string;
  /** With its modifiers: `military-spokesman`. */
  readonly full: string;
}

const MAX_WORDS = 7;
const MAX_MODIFIERS = 3;
const MODIFIERS = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM']);
/** Endings of adjectives in Russian and Ukrainian, whose tagger knows no parts of speech. */
const ADJECTIVE = /(?:[ыио]й|[ая]я|[ео]е|[ыи]е|[оеь]го|[оеь]му|[ыиі]х|[ыи]ми?|[уюоею]ю|[вскн]і|ої|ій)$/;
const CLOSED: readonly TermClass[] = ['place-preposition', 'of', 'join', 'he', 'she', 'they', 'it', 'definite'];

/**
 * The last head noun of the noun phrase that goes on at a word: "senior military officials", "army captain".
 * @param first whether a mark may stand before the word
 */
export function headAt(reader: Reader, from: number, first = false): Head | null {
  const parts: string[] = [];
  let head: Head | null = null;
  let modifiers = 0;
  for (let at = from; at < reader.words.length && at < from + MAX_WORDS && modifiers <= MAX_MODIFIERS; ) {
    const word = reader.words[at];
    if (word === undefined || word.possessive || (word.apart && !(first && at === from))) break;
    const term = headTerm(reader, at);
    const end = term ? termEnd(reader, at) : at + 1;
    if (!term && !isModifier(reader, at)) break;
    if (!term) modifiers += 1;
    if (term || !termAt(reader, at, 'rank')) parts.push(term?.slug ?? word.fold);
    if (term) head = { cls: term.cls, at, end, slug: term.slug, full: parts.join('-') };
    at = end;
  }
  return head;
}

function headTerm(reader: Reader, at: number): { readonly cls: HeadClass; readonly slug: string } | null {
  const capital = reader.words[at]?.capital ?? false;
  for (const cls of HEADS) {
    const written = capital || (cls !== 'institution' && !termAt(reader, at, 'title'));
    const term = written ? termAt(reader, at, cls) : undefined;
    if (term && isNoun(reader, at)) return { cls, slug: term.slug };
  }
  return null;
}

/** A word that the tagger takes for a verb is none, unless it is capitalised. */
function isNoun({ sentence, words }: Reader, at: number): boolean {
  const word = words[at];
  const pos = word && sentence.tokens[word.token]?.pos;
  return word?.capital === true || (pos !== 'VERB' && pos !== 'AUX' && pos !== 'ADV');
}

function isModifier(reader: Reader, at: number): boolean {
  const word = reader.words[at];
  if (word === undefined || (word.capital && !reader.shouting)) return false;
  if (CLOSED.some((cls) => termAt(reader, at, cls))) return false;
  const pos = reader.sentence.tokens[word.token]?.pos ?? '';
  return pos === 'X' ? ADJECTIVE.test(reader.sentence.tokens[word.token]?.lower ?? '') : MODIFIERS.has(pos);
}
