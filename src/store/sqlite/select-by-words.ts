import { CLAIM_TYPES, type ClaimType } from '../../domain/claim.ts';
import { foldName } from '../../domain/entity.ts';
import type { Span } from '../../domain/period.ts';
import type { Coverage } from '../contract.ts';
import { UNDATED_MS } from './count-article.ts';
import { type Database, int, intOrNull } from './database.ts';
import { CLAIMS_A_MINUTE, claimNumBase, scopeWord } from './index-claims.ts';
import { boundsOf, type Fact, factOf, type Sight } from './read-claims.ts';

/** Claims looked at for one question in words, the newest: a word that most claims hold must not hold up the bot. */
const MOST_MATCHES = 500;
/**
 * Letters of a last word that stands for all that begin with it: what begins with fewer is nearly everything, and the word
 * index knows no longer beginnings (`prefix` in the schema), without which it collects every claim first.
 */
const PREFIX_CHARS = { min: 3, max: 7 } as const;

/** The best facts of which a claim holds all the words; among the newest `MOST_MATCHES` such claims. */
export function bestFactsByWords(
  database: Database,
  sight: Sight,
  words: string,
  type: number,
  span: Span | null,
  atMost: number,
): readonly Fact[] {
  const { fromMs, toMs } = boundsOf(span);
  const rows = database.all(
    `WITH hit AS (SELECT DISTINCT fact FROM (${MATCHES}))
     SELECT fact.fact, publishers FROM hit JOIN fact ON fact.fact = hit.fact
       AND fact.scope = (SELECT max(scope) FROM fact AS seen WHERE seen.fact = hit.fact AND seen.scope IN (?, ?))
     WHERE newest >= ? AND newest < ? ORDER BY publishers DESC, newest DESC, fact.fact DESC LIMIT ?`,
    ...[matchOf(sight, words, [type]), 0, numAfter(toMs), sight.operator, sight.own, fromMs, toMs, atMost],
  );
  return rows.map(factOf);
}

/** Claims of each type that hold all the words; the newest `MOST_MATCHES` of all types are counted. */
export function countByWords(
  database: Database,
  sight: Sight,
  words: string,
  span: Span | null,
  atMost: number,
): ReadonlyMap<ClaimType, number> {
  const { fromMs, toMs } = boundsOf(span);
  const rows = database.all(
    `SELECT type, count(*) AS n FROM (${MATCHES}) WHERE published >= ? AND published < ? GROUP BY type ORDER BY type`,
    ...[matchOf(sight, words, ALL_TYPES), claimNumBase(fromMs), numAfter(toMs), fromMs, toMs],
  );
  return new Map(
    rows.flatMap((row) => {
      const type = CLAIM_TYPES[int(row, 'type')];
      return type ? [[type, Math.min(int(row, 'n'), atMost)]] : [];
    }),
  );
}

/** What covers the words; the newest `MOST_MATCHES` claims are looked at. */
export function coverageOfWords(
  database: Database,
  sight: Sight,
  words: string,
  types: readonly number[],
): Coverage | null {
  const row = database.get(
    `SELECT count(DISTINCT article) AS articles, count(DISTINCT publisher) AS publishers,
       min(nullif(published, ?)) AS oldest, max(nullif(published, ?)) AS newest,
       count(DISTINCT CASE published WHEN ? THEN article END) AS undated FROM (${MATCHES})`,
    ...[UNDATED_MS, UNDATED_MS, UNDATED_MS, matchOf(sight, words, types), 0, Number.MAX_SAFE_INTEGER],
  );
  if (!row || int(row, 'articles') === 0) return null;
  return {
    articles: int(row, 'articles'),
    publishers: int(row, 'publishers'),
    undated: int(row, 'undated'),
    oldestAtMs: intOrNull(row, 'oldest'),
    newestAtMs: intOrNull(row, 'newest'),
  };
}

const ALL_TYPES = CLAIM_TYPES.map((_, type) => type);

const MATCHES = `
  SELECT claim.fact, claim.type, claim.published, claim.article, claim.publisher
  FROM claim_words JOIN claim ON claim.num = claim_words.rowid
  WHERE claim_words MATCH ? AND claim_words.rowid >= ? AND claim_words.rowid < ? ORDER BY claim_words.rowid DESC LIMIT ${MOST_MATCHES}`;

/** A claim number above all that were published before the instant. */
const numAfter = (ms: number): number => claimNumBase(ms) + CLAIMS_A_MINUTE;

/**
 * All words, the last as a beginning, in what the scopes see of the types. Only letters and digits are left of the words,
 * each quoted: nothing typed can act as an operator. Matches nothing where none are left.
 * @see https://sqlite.org/fts5.html#full_text_query_syntax
 */
function matchOf({ operator, own }: Sight, words: string, types: readonly number[]): string {
  const folded = foldName(words).split(' ').filter(Boolean);
  const terms = folded.map((word, at) => `"${word}"${at === folded.length - 1 && isBeginning(word) ? '*' : ''}`);
  const seen = [...new Set([operator, own])].flatMap((scope) => types.map((type) => `"${scopeWord(scope, type)}"`));
  return terms.length > 0 && seen.length > 0 ? `${terms.join(' AND ')} AND (${seen.join(' OR ')})` : '"_"';
}

const isBeginning = (word: string): boolean => word.length >= PREFIX_CHARS.min && word.length <= PREFIX_CHARS.max;
