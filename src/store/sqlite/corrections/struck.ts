import { Claim } from '../../../domain/claim.ts';
import { type Correction, statementKey } from '../../../domain/correction.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { revisionOf } from '../revision.ts';
import { OPERATOR_SCOPE } from '../scope.ts';
import { correctionOf, holdingOn } from './rows.ts';

/** Claims that are in no answer of who sees so, and the events that these are of. */
export interface Struck {
  readonly nums: ReadonlySet<number>;
  readonly events: ReadonlySet<string>;
  /** The numbers as a JSON array, for SQL. */
  readonly json: string;
}

const STRUCK = `SELECT num, event FROM struck_claim JOIN claim ON claim.num = struck_claim.claim
  WHERE struck_claim.scope IN (?, ?) ORDER BY num`;

/** What was found at the last revision, by scope: an answer asks a dozen times. */
interface Known {
  readonly revision: number;
  readonly byScope: Map<number, Struck | null>;
}
const lastKnown = new WeakMap<Database, Known>();

/** null: none is. */
export function struckFor(database: Database, operator: number, own: number): Struck | null {
  const revision = revisionOf(database);
  const last = lastKnown.get(database);
  const known = last?.revision === revision ? last : { revision, byScope: new Map<number, Struck | null>() };
  lastKnown.set(database, known);
  const there = known.byScope.get(own);
  if (there !== undefined) return there;
  const struck = readStruck(database, operator, own);
  known.byScope.set(own, struck);
  return struck;
}

function readStruck(database: Database, operator: number, own: number): Struck | null {
  const rows = database.all(STRUCK, operator, own);
  if (rows.length === 0) return null;
  const nums = new Set(rows.map((row) => int(row, 'num')));
  return { nums, events: new Set(rows.map((row) => text(row, 'event'))), json: JSON.stringify([...nums]) };
}

const STRIKE = 'INSERT OR IGNORE INTO struck_claim (scope, claim) VALUES (?, ?)';

/** Strikes those of new claims of an article that are marked as wrong already: each version of an article has others. */
export function strikeNew(
  database: Database,
  { scope, article }: { readonly scope: number; readonly article: string },
  claims: readonly { readonly num: number; readonly claim: Claim }[],
): void {
  const wrong = holdingOn(database, article).filter((row) => row.kind === 'wrong' && sees(int(row, 'scope'), scope));
  for (const row of wrong) {
    const { key } = correctionOf(row);
    for (const { num } of claims.filter(({ claim }) => statementKey({ article: { id: article }, claim }) === key))
      database.run(STRIKE, int(row, 'scope'), num);
  }
}

/** Strikes what a new correction is of, inside the transaction in which it is added. */
export function strike(database: Database, scope: number, correction: Correction): void {
  if (correction.kind !== 'wrong') return;
  for (const num of statedBy(database, scope, correction)) database.run(STRIKE, scope, num);
}

export function unstrike(database: Database, scope: number, correction: Correction): void {
  for (const num of statedBy(database, scope, correction))
    database.run('DELETE FROM struck_claim WHERE scope = ? AND claim = ?', scope, num);
}

/** Numbers of the claims that state what is corrected. */
function statedBy(database: Database, scope: number, { key, told }: Correction): readonly number[] {
  return claimRows(database, told.article.id)
    .filter((row) => sees(scope, int(row, 'scope')) && keyIn(row, told.article.id) === key)
    .map((row) => int(row, 'num'));
}

/** Whether the server's own article says so at present. */
export const isSaidIn = (database: Database, scope: number, { key, told }: Correction): boolean =>
  claimRows(database, told.article.id).some(
    (row) => int(row, 'scope') === scope && keyIn(row, told.article.id) === key,
  );

const claimRows = (database: Database, article: string): readonly Row[] =>
  database.all(
    `SELECT claim.num, claim.scope, claim.json FROM article JOIN claim ON claim.article = article.num WHERE article.id = ?`,
    article,
  );

const keyIn = (row: Row, article: string): string =>
  statementKey({ article: { id: article }, claim: parsed(Claim, text(row, 'json'), `claim of article ${article}`) });

/** Whether who has one scope's corrections may see the other's claims; the operator's corrections hold for everybody's. */
const sees = (correcting: number, claiming: number): boolean =>
  correcting === OPERATOR_SCOPE || claiming === OPERATOR_SCOPE || correcting === claiming;
