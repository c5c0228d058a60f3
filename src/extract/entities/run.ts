import { joined, type Reader, termAt } from './reader.ts';

/** Capitalised words in a row that make one name. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly kind: 'person' | 'organisation' | 'place' | 'word' | 'thing';
}

const MAX_WORDS = 9;
const NO_START = ['common', 'office', 'rank'] as const;
const STOPS = ['common', 'office'] as const;
const OWN: ReadonlySet<string> = new Set(['organisation', 'region', 'area']);
const NUMBER = /^\d+$/;

/** The name that goes on at a word; null where the word is no part of a name. */
export function runAt(reader: Reader, from: number): Run | null {
  if (reader.shouting || !startsName(reader, from)) return null;
  let to = from + 1;
  let institution = termAt(reader, from, 'institution') !== undefined;
  while (to < reader.words.length && to - from < MAX_WORDS) {
    const next = continued(reader, to, institution);
    if (next === null) break;
    institution ||= termAt(reader, next - 1, 'institution') !== undefined;
    to = next;
  }
  return { from, to, kind: kindOf(reader, from, to, institution) };
}

function startsName(reader: Reader, at: number): boolean {
  const word = reader.words[at];
  if (!word?.capital || NO_START.some((cls) => termAt(reader, at, cls))) return false;
  const first = word.token === 0 || reader.sentence.tokens[word.token - 1]?.pos === 'PUNCT';
  if (first && reader.named[at + 1] && reader.names.language !== 'en') return false;
  return !first || reader.sentence.tokens[word.token]?.pos !== 'VERB';
}

/** The index after the next word of the name; null where it ends. */
function continued(reader: Reader, at: number, institution: boolean): number | null {
  const word = reader.words[at];
  if (word === undefined || !joined(reader, at)) return null;
  if (word.capital) return isStopped(reader, at) ? null : at + 1;
  if (NUMBER.test(word.fold)) return termAt(reader, at - 1, 'site-front') ? at + 1 : null;
  if (word.possessive) return isCapital(reader, at + 1) && termAhead(reader, at + 1) ? at + 1 : null;
  const small = termAt(reader, at, 'particle') ?? (institution ? termAt(reader, at, 'join') : undefined);
  if (word.hyphened && word.fold.length <= 4) return at + 1;
  return small && isCapital(reader, at + 1) ? at + 2 : null;
}

/** A day, an adjective, an office, or a name that the gazetteer has: none goes on inside another name. */
function isStopped(reader: Reader, at: number): boolean {
  if (reader.demonyms[at] && !reader.words[at]?.hyphened) return true;
  if (termAt(reader, at, 'institution')) return false;
  return STOPS.some((cls) => termAt(reader, at, cls)) || isOwnName(reader, at);
}

/** The name of a state, region or organisation, or one of several words. */
function isOwnName(reader: Reader, at: number): boolean {
  const named = reader.named[at];
  if (!named || reader.words[at]?.hyphened) return false;
  return named.end > at + 1 || named.value.some(({ kind, code }) => code !== undefined || OWN.has(kind));
}

const isCapital = (reader: Reader, at: number): boolean => joined(reader, at) && (reader.words[at]?.capital ?? false);

const termAhead = (reader: Reader, at: number): boolean =>
  [at, at + 1, at + 2].some((k) => isCapital(reader, k) && termAt(reader, k, 'institution'));

function kindOf(reader: Reader, from: number, to: number, institution: boolean): Run['kind'] {
  if (termAt(reader, from, 'site-front') && to > from + 1) return 'place';
  const last = (['site', 'settlement', 'region'] as const).some((cls) => termAt(reader, to - 1, cls));
  if (last && to > from + 1) return 'place';
  if (institution) return 'organisation';
  if (to === from + 1) return 'word';
  return isThing(reader, from, to) ? 'thing' : 'person';
}

/** What ends in a common noun or an abbreviation ("Iran Deal", "Hwasong ICBM", "D-Ohio") is nobody. */
const isThing = (reader: Reader, from: number, to: number): boolean =>
  termAt(reader, to - 1, 'thing') !== undefined ||
  reader.words[to - 1]?.upper === true ||
  (reader.words[from]?.fold.length === 1 && reader.words[from + 1]?.hyphened === true);
