import type { SearchTerm } from '../../domain/search.ts';
import { type Database, int, text } from './database.ts';
import { refWord, scopeWord } from './index-claims.ts';
import { indexWords } from './index-words.ts';
import type { Sight } from './read-claims.ts';

/** Terms next to each other that together name something, or one term by itself. */
export interface Unit {
  readonly terms: readonly SearchTerm[];
  /** What goes by that name, in any language: any claim that refers to it will do as well. */
  readonly named: readonly { readonly num: number; readonly id: string }[];
}

/** Longest name that is looked for, in terms. */
const NAME_TERMS = 4;
const NAMED_AT_MOST = 20;
/** A word that no claim is filed under. */
export const NOTHING = '"_"';
/** Letters that the word index has beginnings of (`prefix` in the schema). */
const PREFIX_CHARS = { min: 3, max: 7 } as const;

/** Names are told from the first term on, the longest first. */
export function unitsOf(database: Database, terms: readonly SearchTerm[]): readonly Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < terms.length; at += units.at(-1)?.terms.length ?? 1)
    units.push(unitAt(database, terms.slice(at)));
  return units;
}

function unitAt(database: Database, terms: readonly SearchTerm[]): Unit {
  const plain = terms.findIndex(({ isPhrase }) => isPhrase);
  const most = Math.min(NAME_TERMS, plain < 0 ? terms.length : plain);
  for (let count = most; count > 0; count -= 1) {
    const name = terms.slice(0, count);
    const named = namedSo(database, name.map(({ words }) => words).join(' '));
    if (named.length > 0) return { terms: name, named };
  }
  return { terms: terms.slice(0, 1), named: [] };
}

function namedSo(database: Database, name: string): Unit['named'] {
  const sql = `SELECT DISTINCT name.ref AS num, ref.ref AS id FROM name JOIN ref ON ref.num = name.ref
    WHERE folded = ? AND whole = 1 ORDER BY num LIMIT ${NAMED_AT_MOST}`;
  return database.all(sql, name).map((row) => ({ num: int(row, 'num'), id: text(row, 'id') }));
}

/**
 * The units as a question to the word index: it knows no order of words, so phrases and long beginnings are checked afterwards.
 * Every word is quoted and made of letters and digits alone: nothing typed can act as an operator.
 * @see https://sqlite.org/fts5.html#full_text_query_syntax
 */
export function matchOf(
  database: Database,
  units: readonly Unit[],
  { operator, own }: Sight,
  types: readonly number[],
): string {
  const asked = units.flatMap((unit) => unitMatch(database, unit));
  const seen = [...new Set([operator, own])].flatMap((scope) => types.map((type) => `"${scopeWord(scope, type)}"`));
  return `${asked.join(' AND ') || NOTHING} AND (${seen.join(' OR ')})`;
}

/** [] for words without a letter that the index knows: they too are checked afterwards. */
function unitMatch(database: Database, { terms, named }: Unit): readonly string[] {
  const words = terms.flatMap((term) => wordsOf(database, term));
  if (words.length === 0) return [];
  const said = `(${words.join(' AND ')})`;
  return [named.length === 0 ? said : `(${[said, ...named.map(({ num }) => `"${refWord(num)}"`)].join(' OR ')})`];
}

function wordsOf(database: Database, { words, isBeginning }: SearchTerm): readonly string[] {
  const known = words.split(' ').flatMap((word) => indexWords(database, word));
  return known.map((word, at) => (isBeginning && at === known.length - 1 ? beginningOf(word) : `"${word}"`));
}

/** What begins so, as far as the index knows beginnings; a short one is a word of its own. */
function beginningOf(word: string): string {
  const letters = [...word];
  return letters.length < PREFIX_CHARS.min ? `"${word}"` : `"${letters.slice(0, PREFIX_CHARS.max).join('')}"*`;
}
