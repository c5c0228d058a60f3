import { CLAIMS_PER_EVENT, LEAST_CLAIMS, MEAN_CLAIMS } from '../contract.ts';
import { type Database, int, type Row, text } from './database.ts';

/**
 * Of each event the numbers of the claims that are returned, in the order of the contract.
 * @param events all claims of each, newest first, with `num`, `publisher` and `published`
 */
export function chosenOf(database: Database, events: readonly (readonly Row[])[]): readonly (readonly number[])[] {
  const chosen = events.map((rows) => firstInTurns(database, rows));
  const sizes = chosen.map(({ length }) => length);
  const most = shareOf(sizes, Math.max(LEAST_CLAIMS, MEAN_CLAIMS * events.length));
  return chosen.map((nums) => nums.slice(0, most));
}

/** What each may have, where none gets more than it has and all together get no more than there is. */
function shareOf(sizes: readonly number[], all: number): number {
  let share = CLAIMS_PER_EVENT;
  while (share > 1 && sizes.reduce((sum, size) => sum + Math.min(size, share), 0) > all) share -= 1;
  return share;
}

/** The newest claims of each publisher, newest first, then the second ones of each. A window function takes SQLite four times as long. */
function firstInTurns(database: Database, newestFirst: readonly Row[]): readonly number[] {
  const told = new Map<number, number>();
  return inOrder(database, nearTheTop(newestFirst))
    .map((row) => {
      const turn = told.get(int(row, 'publisher')) ?? 0;
      told.set(int(row, 'publisher'), turn + 1);
      return { turn, num: int(row, 'num') };
    })
    .sort((a, b) => a.turn - b.turn)
    .slice(0, CLAIMS_PER_EVENT)
    .map(({ num }) => num);
}

/** Without what is older than the newest claim of each of as many publishers as claims are wanted. */
function nearTheTop(newestFirst: readonly Row[]): readonly Row[] {
  const publishers = new Set<number>();
  const last = newestFirst.find((row) => publishers.add(int(row, 'publisher')).size === CLAIMS_PER_EVENT);
  return last ? newestFirst.filter((row) => int(row, 'published') >= int(last, 'published')) : newestFirst;
}

/** What came out at one instant is in the order of its articles, and in that of its ids in each; both are read only where it matters. */
function inOrder(database: Database, newestFirst: readonly Row[]): readonly Row[] {
  const tied = newestFirst.filter(
    ({ published }, at) => newestFirst[at - 1]?.published === published || newestFirst[at + 1]?.published === published,
  );
  if (tied.length === 0) return newestFirst;
  const names = namesOf(database, tied);
  const name = (row: Row): string => names.get(int(row, 'num')) ?? '';
  return newestFirst.toSorted(
    (a, b) => int(b, 'published') - int(a, 'published') || (name(a) < name(b) ? -1 : Number(name(a) > name(b))),
  );
}

const NAMES = `
  SELECT claim.num, article.id AS article_id, claim.id FROM json_each(?) AS wanted
  JOIN claim ON claim.num = wanted.value JOIN article ON article.num = claim.article`;

/** By number: the article's id and the claim's, which hold no character below the one between them. */
function namesOf(database: Database, rows: readonly Row[]): ReadonlyMap<number, string> {
  const named = database.all(NAMES, JSON.stringify(rows.map((row) => int(row, 'num'))));
  return new Map(named.map((row) => [int(row, 'num'), `${text(row, 'article_id')} ${text(row, 'id')}`]));
}
