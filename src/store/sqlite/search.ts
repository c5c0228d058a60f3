import { z } from 'zod';
import { CLAIM_TYPES, type ClaimType } from '../../domain/claim.ts';
import { foldName } from '../../domain/entity.ts';
import { holds } from '../../domain/search.ts';
import type { ClaimSearch, Coverage, SearchResult } from '../contract.ts';
import { UNDATED_MS } from './count-article.ts';
import { type Database, int, type Row, text } from './database.ts';
import { CLAIMS_A_MINUTE, claimNumBase } from './index-claims.ts';
import { parsed } from './parsed.ts';
import { boundsOf, countedJson, rankedByNum, type Sight } from './read-claims.ts';
import { matchOf, type Unit, unitsOf } from './search-query.ts';

/** Claims that are ranked for one search, the newest: a word that most claims hold must not hold up the bot. */
const LOOKED_AT_MOST = 300;

/** `ClaimStore.search`, at once. */
export function searchClaims(database: Database, sight: Sight, search: ClaimSearch, atMost: number): SearchResult {
  const units = unitsOf(database, search.terms);
  const rows = units.length === 0 ? [] : candidates(database, sight, units, search);
  const looked = rows.slice(0, LOOKED_AT_MOST);
  const bodies = bodiesOf(database, looked);
  const found = looked
    .map((row) => ({ row, relevance: relevanceOf(row, units, bodies) }))
    .filter(({ relevance }) => relevance > 0)
    .sort((a, b) => b.relevance - a.relevance || int(b.row, 'num') - int(a.row, 'num'))
    .map(({ row }) => row);
  const firsts = [...new Map(found.toReversed().map((row) => [text(row, 'event'), row])).values()].reverse();
  return {
    hits: rankedByNum(
      database,
      sight,
      firsts.slice(0, atMost).map((row) => int(row, 'num')),
    ),
    counts: countsOf(found),
    coverage: coverageOf(found),
    isAll: rows.length <= LOOKED_AT_MOST,
    named: [...new Set(units.flatMap(({ named }) => named.map(({ id }) => id)))],
  };
}

const CANDIDATES = `
  SELECT claim.num, claim.event, claim.type, claim.published, claim.article, claim.publisher, claim.id,
         claim.json ->> '$.sentence.en' AS en, claim.json ->> '$.sentence.uk' AS uk,
         iif(claim.json ->> '$.sentence.en' IS NULL, claim.json -> '$.evidence', NULL) AS evidence, article.json ->> '$.title' AS title
  FROM claim_words JOIN claim ON claim.num = claim_words.rowid JOIN article ON article.num = claim.article
  WHERE claim_words MATCH ?1 AND claim_words.rowid < ?2
    AND (?3 IS NULL OR claim.publisher IN (SELECT value FROM json_each(?3)))
    AND (?4 IS NULL OR claim.num NOT IN (SELECT value FROM json_each(?4)))
  ORDER BY claim_words.rowid DESC LIMIT ${LOOKED_AT_MOST + 1}`;

/** Newest first. */
function candidates(
  database: Database,
  sight: Sight,
  units: readonly Unit[],
  { span, types }: ClaimSearch,
): readonly Row[] {
  const { fromMs, toMs } = boundsOf(span);
  const typeNums = types.map((type) => CLAIM_TYPES.indexOf(type));
  const end = Math.min(claimNumBase(toMs) + CLAIMS_A_MINUTE, Number.MAX_SAFE_INTEGER);
  return database
    .all(CANDIDATES, matchOf(database, units, sight, typeNums), end, ...countedJson(sight))
    .filter((row) => int(row, 'published') >= fromMs && int(row, 'published') < toMs);
}

/** The texts of articles whose claims keep no sentence of ours, as far as they are kept. */
function bodiesOf(database: Database, rows: readonly Row[]): ReadonlyMap<number, string> {
  const nums = [...new Set(rows.filter(({ en }) => en === null).map((row) => int(row, 'article')))];
  const sql = 'SELECT article, text FROM article_text WHERE article IN (SELECT value FROM json_each(?))';
  const found = nums.length === 0 ? [] : database.all(sql, JSON.stringify(nums));
  return new Map(found.map((row) => [int(row, 'article'), text(row, 'text')]));
}

/** In the claim's own words best, then what the claim is about by another name, then a longer word, then the headline. */
const WORTH = { said: 4, named: 3, begun: 2, headline: 1 } as const;

/** 0 where something is missing: the word index knows no order of words, and no beginnings of many letters. */
function relevanceOf(row: Row, units: readonly Unit[], bodies: ReadonlyMap<number, string>): number {
  // Folding is what takes longest: most claims that hold a common word hold it in their first sentence.
  const first = row.en === null ? '' : folded(text(row, 'en'));
  if (units.every(({ terms }) => holdsWhole(first, terms))) return WORTH.said * units.length;
  const said =
    first === '' ? folded(evidenceOf(row, bodies.get(int(row, 'article')))) : first + folded(text(row, 'uk'));
  const title = folded(text(row, 'title'));
  const worths = units.map((unit) => worthOf(unit, said, title));
  return worths.includes(0) ? 0 : worths.reduce((sum, worth) => sum + worth, 0);
}

function worthOf({ terms, named }: Unit, said: string, title: string): number {
  if (holdsWhole(said, terms)) return WORTH.said;
  if (terms.every((term) => holds(said, term))) return named.length > 0 ? WORTH.named : WORTH.begun;
  if (terms.every((term) => holds(title, term))) return WORTH.headline;
  return named.length > 0 ? WORTH.named : inBoth(terms, said + title);
}

const holdsWhole = (said: string, terms: Unit['terms']): boolean =>
  terms.every(({ words }) => holds(said, { words, isBeginning: false }));

const folded = (words: string): string => ` ${foldName(words)} `;

/** Some words in the claim and others in the headline; none of a phrase. */
const inBoth = (terms: Unit['terms'], all: string): number =>
  terms.every((term) => holds(all, term)) ? WORTH.headline : 0;

const Spans = z.array(z.object({ start: z.int(), end: z.int(), pointer: z.string() }));

/** The article's words by which a claim without a sentence of ours is indexed. */
function evidenceOf(row: Row, body: string | undefined): string {
  const spans = parsed(Spans, text(row, 'evidence'), `claim ${text(row, 'id')}`);
  return spans.map(({ start, end, pointer }) => body?.slice(start, end) ?? pointer).join(' ');
}

function countsOf(rows: readonly Row[]): ReadonlyMap<ClaimType, number> {
  const counts = CLAIM_TYPES.map((name, type): [ClaimType, number] => {
    return [name, rows.filter((row) => int(row, 'type') === type).length];
  });
  return new Map(counts.filter(([, count]) => count > 0));
}

/** What covers the words, among the claims looked at; null: nothing does. */
export function coverageOf(hits: readonly Row[]): Coverage | null {
  if (hits.length === 0) return null;
  const dates = hits.map((row) => int(row, 'published')).filter((ms) => ms !== UNDATED_MS);
  const distinct = (rows: readonly Row[], column: string): number => new Set(rows.map((row) => int(row, column))).size;
  return {
    articles: distinct(hits, 'article'),
    publishers: distinct(hits, 'publisher'),
    undated: distinct(
      hits.filter((row) => int(row, 'published') === UNDATED_MS),
      'article',
    ),
    oldestAtMs: dates.length > 0 ? Math.min(...dates) : null,
    newestAtMs: dates.length > 0 ? Math.max(...dates) : null,
  };
}
