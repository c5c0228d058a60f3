import type { Article } from '../../../domain/article.ts';
import type { Claim } from '../../../domain/claim.ts';
import { type Correction, statementKey } from '../../../domain/correction.ts';
import type { Scope } from '../../../domain/scope.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { OPERATOR_SCOPE } from '../scope.ts';
import { correctionOf, freeId, holding, holdingOn, insertCorrection, undoCorrection } from './rows.ts';

/** An article as it was or is stored. */
export interface Version {
  readonly article: Article;
  readonly claims: readonly Claim[];
  /** Its text, where it is kept. */
  readonly body?: string;
}

/**
 * Notes what a scope's article does not say any more, inside the transaction in which it is taken out or replaced, and that what
 * it says again is said.
 * @param is null: it is not there any more
 */
export function noteChange(
  database: Database,
  scope: number,
  was: Version | null,
  is: Version | null,
  nowMs: number,
): void {
  const said = new Set(is ? is.claims.map((claim) => statementKey({ article: is.article, claim })) : []);
  const article = (is ?? was)?.article.id ?? '';
  const undone = { by: null, atMs: nowMs };
  for (const row of holdingOn(database, article)) {
    if (row.kind === 'withdrawn' && int(row, 'scope') === scope && said.has(correctionOf(row).key))
      undoCorrection(database, row, undone);
  }
  if (was === null) return;
  for (const row of laterOn(database, article, scope)) {
    const correction = correctionOf(row);
    if (correction.kind === 'superseded' && !said.has(statementKey(correction.now)))
      undoCorrection(database, row, undone);
  }
  withdraw(database, scope, was, { said, how: howOf(was, is), nowMs });
}

/** Of the corrections that name a figure of this article as the later one: the scope's own, or everybody's that see it. */
const laterOn = (database: Database, article: string, scope: number): readonly Row[] =>
  database.all(
    'SELECT num, json FROM correction WHERE later = ?1 AND holds = 1 AND (?2 = 0 OR scope = ?2) ORDER BY num',
    ...[article, scope],
  );

type How = Extract<Correction, { readonly kind: 'withdrawn' }>['how'];

function howOf(was: Version, is: Version | null): How {
  if (is === null) return 'gone';
  return is.article.text.sha256 === was.article.text.sha256 ? 'reread' : 'changed';
}

/** Where the text is the same, a person's other reading takes back what was said; that a machine reads it in another way does not. */
const isTakenBack = ({ mode }: Claim, how: How): boolean => how !== 'reread' || mode === 'paraphrase';

interface Change {
  /** What is said still. */
  readonly said: ReadonlySet<string>;
  readonly how: How;
  readonly nowMs: number;
}

function withdraw(database: Database, num: number, was: Version, { said, how, nowMs }: Change): void {
  const scope = scopeOf(database, num);
  for (const claim of was.claims) {
    const key = statementKey({ article: was.article, claim });
    if (said.has(key) || !isTakenBack(claim, how) || holding(database, num, { key, kind: 'withdrawn' })) continue;
    insertCorrection(database, num, {
      ...{ id: freeId(database, scope, key, 'withdrawn'), scope, key, atMs: nowMs, undone: null },
      ...{ kind: 'withdrawn', how, told: { article: was.article, claim, ...excerptOf(claim, was.body) } },
    });
  }
}

function excerptOf(claim: Claim, body: string | undefined): { readonly excerpt?: string } {
  const excerpt = claim.mode === 'excerpt' ? body?.slice(claim.excerpt.start, claim.excerpt.end) : undefined;
  return excerpt ? { excerpt } : {};
}

function scopeOf(database: Database, num: number): Scope {
  if (num === OPERATOR_SCOPE) return { guildId: null };
  return { guildId: text(database.get('SELECT guild FROM scope WHERE num = ?', num) ?? {}, 'guild') };
}
