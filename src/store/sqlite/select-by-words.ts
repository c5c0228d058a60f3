import { CLAIM_TYPES, type ClaimType } from '../../domain/claim.ts';
import { foldName } from '../../domain/entity.ts';
import type { Span } from '../../domain/period.ts';
import type { Coverage } from '../contract.ts';
import { type Database, int, type Row, text } from './database.ts';
import { CLAIMS_A_MINUTE, claimNumBase, scopeWord } from './index-claims.ts';
import { indexWords } from './index-words.ts';
import { boundsOf, countedJson, type Ranked, rankedOf, type Sight } from './read-claims.ts';
import { revisionOf } from './revision.ts';
import { coverageOf } from './search.ts';
import { NOTHING } from './search-query.ts';
import { isNarrowed, isOther, standingOf } from './standing.ts';
import { bestAmong, bestStanding } from './within.ts';

/** Claims looked at for one question in words, the newest: a word that most claims hold must not hold up the bot. */
const MOST_MATCHES = 500;
/**
 * Letters of a last word that stands for all that begin with it: what begins with fewer is nearly everything, and the word
 * index knows no longer beginnings (`prefix` in the schema), without which it collects every claim first.
 */
const PREFIX_CHARS = { min: 3, max: 7 } as const;

/** The best events of which a claim holds all the words; among the newest `MOST_MATCHES` such claims of the period. */
export function bestEventsByWords(
  database: Database,
  sight: Sight,
  words: string,
  type: number,
  span: Span | null,
  atMost: number,
): readonly Ranked[] {
  const { fromMs, toMs } = boundsOf(span);
  // An event is in the period when its newest article is, which may hold other words: older claims are looked at too.
  const hits = matches(database, sight, words, toMs).filter((row) => int(row, 'type') === type);
  const events = [...new Set(hits.map((row) => text(row, 'event')))];
  const others = isNarrowed(sight) ? events.filter((event) => isOther(sight, event)) : [];
  const rows = database.all(
    `SELECT event.event, publishers, newest FROM json_each(?) AS hit JOIN event ON event.event = hit.value
       AND event.scope = (SELECT max(scope) FROM event AS seen WHERE seen.event = hit.value AND seen.scope IN (?, ?))
     WHERE newest >= ? AND newest < ? ORDER BY publishers DESC, newest DESC, event.event DESC LIMIT ?`,
    ...[JSON.stringify(events.filter((event) => !others.includes(event))), sight.operator, sight.own],
    ...[fromMs, toMs, atMost],
  );
  const among = isNarrowed(sight) ? bestAmong(database, sight, others, span, atMost) : [];
  return among.length === 0
    ? rows.map(rankedOf)
    : [...rows.map(standingOf), ...among].sort(bestStanding).slice(0, atMost);
}

/** Claims of each type that hold all the words; the newest `MOST_MATCHES` of the period are counted. */
export function countByWords(
  database: Database,
  sight: Sight,
  words: string,
  span: Span | null,
  atMost: number,
): ReadonlyMap<ClaimType, number> {
  const { fromMs, toMs } = boundsOf(span);
  const within = matches(database, sight, words, toMs).filter(
    (row) => int(row, 'published') >= fromMs && int(row, 'published') < toMs,
  );
  const counts = CLAIM_TYPES.map((name, type): [ClaimType, number] => {
    return [name, Math.min(atMost, within.filter((row) => int(row, 'type') === type).length)];
  });
  return new Map(counts.filter(([, count]) => count > 0));
}

/** What covers the words; the newest `MOST_MATCHES` claims are looked at. */
export function coverageOfWords(
  database: Database,
  sight: Sight,
  words: string,
  types: readonly number[],
): Coverage | null {
  const hits = matches(database, sight, words, Number.MAX_SAFE_INTEGER).filter((row) =>
    types.includes(int(row, 'type')),
  );
  return coverageOf(hits);
}

const ALL_TYPES = CLAIM_TYPES.map((_, type) => type);

const MATCHES = `
  SELECT claim.event, claim.type, claim.published, claim.article, claim.publisher
  FROM claim_words JOIN claim ON claim.num = claim_words.rowid
  WHERE claim_words MATCH ?1 AND claim_words.rowid < ?2 AND (?3 IS NULL OR claim.publisher IN (SELECT value FROM json_each(?3)))
    AND (?4 IS NULL OR claim.num NOT IN (SELECT value FROM json_each(?4)))
  ORDER BY claim_words.rowid DESC LIMIT ${MOST_MATCHES}`;

/** The last matches of each database: one question asks for the same words for its coverage, its counts and every topic. */
const lastMatches = new WeakMap<Database, Map<string, readonly Row[]>>();
const MATCHES_REMEMBERED = 4;

/** The newest claims that hold the words and came out before the instant, newest first. */
function matches(database: Database, sight: Sight, words: string, toMs: number): readonly Row[] {
  const last = lastMatches.get(database) ?? new Map<string, readonly Row[]>();
  lastMatches.set(database, last);
  const counted = countedJson(sight);
  const key = JSON.stringify([revisionOf(database), sight.operator, sight.own, ...counted, toMs, words]);
  const before = Math.min(numAfter(toMs), Number.MAX_SAFE_INTEGER);
  const found = last.get(key) ?? database.all(MATCHES, matchOf(database, sight, words, ALL_TYPES), before, ...counted);
  last.set(key, found);
  const oldest = last.keys().next();
  if (last.size > MATCHES_REMEMBERED && !oldest.done) last.delete(oldest.value);
  return found;
}

/** A claim number above all that were published before the instant. */
const numAfter = (ms: number): number => claimNumBase(ms) + CLAIMS_A_MINUTE;

/**
 * All words, the last as a beginning, in what the scopes see of the types. Only letters and digits are left of the words,
 * each quoted: nothing typed can act as an operator. Matches nothing where none are left.
 * @see https://sqlite.org/fts5.html#full_text_query_syntax
 */
function matchOf(database: Database, { operator, own }: Sight, words: string, types: readonly number[]): string {
  const folded = foldName(words).split(' ').filter(Boolean);
  const known = folded.flatMap((word) => indexWords(database, word));
  const terms = known.map((word, at) => `"${word}"${at === known.length - 1 && isBeginning(word) ? '*' : ''}`);
  const seen = [...new Set([operator, own])].flatMap((scope) => types.map((type) => `"${scopeWord(scope, type)}"`));
  return terms.length > 0 && seen.length > 0 ? `${terms.join(' AND ')} AND (${seen.join(' OR ')})` : NOTHING;
}

const isBeginning = (word: string): boolean => {
  const letters = [...word].length;
  return letters >= PREFIX_CHARS.min && letters <= PREFIX_CHARS.max;
};
