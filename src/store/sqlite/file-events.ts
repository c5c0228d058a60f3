import { hash } from 'node:crypto';
import type { Article } from '../../domain/article.ts';
import type { Claim } from '../../domain/claim.ts';
import type { Filing } from '../../domain/event.ts';
import { aroundOf } from './closure.ts';
import { type Database, int, type Row, text } from './database.ts';
import { keyNum, sqliteEventIndex } from './event-index.ts';
import { rankEvent } from './rank-event.ts';
import { OPERATOR_SCOPE } from './scope.ts';

/** A claim that is in the table and in no event yet. */
interface Loose {
  readonly num: number;
  readonly claim: Claim;
}

/** Gathers new claims of one article into events, with whatever that changes about others, and ranks what changed. */
export function gatherClaims(database: Database, scope: number, article: Article, claims: readonly Loose[]): void {
  const { rules } = database;
  const placed = claims.map(({ num, claim }) => {
    return { num, scope, claim, filing: rules.fileOf({ claim, article }, (ref) => aroundOf(database, ref)) };
  });
  const alone = placed.filter(({ filing }) => filing === null);
  for (const { num, claim } of alone) rename(database, num, eventIdOf(article.id, claim.id));
  const filed = placed.flatMap(({ num, filing }) => (filing ? [{ num, scope, filing }] : []));
  for (const each of filed) file(database, each);
  const changed = settled(
    database,
    filed.map(({ num }) => num),
  );
  const own = alone.map(({ claim }) => ({ event: eventIdOf(article.id, claim.id), scope, gained: null }));
  rankAll(database, [...own, ...changed]);
}

/**
 * Takes claims out of their events before they are deleted; those they led are gathered anew.
 * @param rows of the table, with `num` and `event`
 */
export function scatterClaims(database: Database, scope: number, rows: readonly Row[]): void {
  const nums = JSON.stringify(rows.map((row) => int(row, 'num')));
  const followers = database.all(
    `SELECT claim FROM filing WHERE leader IN (SELECT value FROM json_each(?1)) AND claim NOT IN (SELECT value FROM json_each(?1))`,
    nums,
  );
  for (const table of ['filing_key', 'filing'])
    database.run(`DELETE FROM ${table} WHERE claim IN (SELECT value FROM json_each(?))`, nums);
  database.run(`UPDATE claim SET event = '' WHERE num IN (SELECT value FROM json_each(?))`, nums);
  const changed = settled(
    database,
    followers.map((row) => int(row, 'claim')),
  );
  rankAll(database, [...rows.map((row) => ({ event: text(row, 'event'), scope, gained: null })), ...changed]);
}

/** An event that claims came into or went out of. */
interface Changed {
  readonly event: string;
  readonly scope: number;
  /** What the claims that came reach; null: some went. */
  readonly gained: string | null;
}

/** Has the rules decide, and gives every claim that has another leader now the name of its event. */
function settled(database: Database, undecided: readonly number[]): readonly Changed[] {
  const assigned = new Set<number>();
  database.rules.settle(sqliteEventIndex(database, assigned), undecided);
  const sql = `SELECT claim.scope, claim.event, claim.refs, first.id AS claim_id, article.id AS article_id FROM filing
    JOIN claim ON claim.num = filing.claim JOIN claim AS first ON first.num = filing.leader
    JOIN article ON article.num = first.article WHERE filing.claim = ?`;
  return [...assigned].flatMap((num) => {
    const row = database.get(sql, num) ?? {};
    const event = eventIdOf(text(row, 'article_id'), text(row, 'claim_id'));
    rename(database, num, event);
    const scope = int(row, 'scope');
    return [
      { event: text(row, 'event'), scope, gained: null },
      { event, scope, gained: text(row, 'refs') },
    ];
  });
}

function rankAll(database: Database, changed: readonly Changed[]): void {
  const distinct = Map.groupBy(changed, ({ event, scope }) => `${scope} ${event}`);
  for (const [first, ...rest] of distinct.values()) {
    if (!first || first.event === '') continue;
    const gained = [first, ...rest].map((each) => each.gained).filter((refs) => refs !== null);
    rankEvent(database, first.event, first.scope, gained.length > rest.length ? gained : null);
  }
}

function rename(database: Database, num: number, event: string): void {
  database.run('UPDATE claim SET event = ? WHERE num = ?', event, num);
}

function file(
  database: Database,
  { num, scope, filing }: { readonly num: number; readonly scope: number; readonly filing: Filing },
): void {
  const { profile, order, keys, seeks } = filing;
  // The operator's are gathered before any server's, so that no server's changes them.
  const standing = `${scope === OPERATOR_SCOPE ? 0 : 1}${order}`;
  database.run(
    'INSERT INTO filing (claim, scope, leader, standing, from_day, to_day, seeks, profile) VALUES (?, ?, NULL, ?, ?, ?, ?, ?)',
    ...[num, scope, standing, profile.fromDay, profile.toDay],
    ...[JSON.stringify(seeks.map(keyNum)), JSON.stringify(profile)],
  );
  for (const key of new Set(keys.map(keyNum)))
    database.run('INSERT INTO filing_key (key, leads, from_day, claim) VALUES (?, 0, ?, ?)', key, profile.fromDay, num);
}

/** Ten characters of base 36: one clash among half a million events is a chance of one in 30,000. */
function eventIdOf(articleId: string, claimId: string): string {
  const head = hash('sha256', `${articleId}/${claimId}`, 'buffer').readBigUInt64BE(0);
  return head.toString(36).padStart(10, '0').slice(-10);
}
