import type { SearchTerm } from '../../domain/search.ts';
import { type Database, int, text } from './database.ts';
import { refWord, scopeWord } from './index-claims.ts';
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
export function matchOf(units: readonly Unit[], { operator, own }: Sight, types: readonly number[]): string {
  const asked = units.map(({ terms, named }) => {
    const words = `(${terms.flatMap(wordsOf).join(' AND ')})`;
    return named.length === 0 ? words : `(${[words, ...named.map(({ num }) => `"${refWord(num)}"`)].join(' OR ')})`;
  });
  const seen = [...new Set([operator, own])].flatMap((scope) => types.map((type) => `"${scopeWord(scope, type)}"`));
  return `${asked.join(' AND ')} AND (${seen.join(' OR ')})`;
}

function wordsOf({ words, isBeginning }: SearchTerm): readonly string[] {
  if (!isBeginning || words.length < PREFIX_CHARS.min) return words.split(' ').map((word) => `"${word}"`);
  return [`"${words.slice(0, PREFIX_CHARS.max)}"*`];
}
