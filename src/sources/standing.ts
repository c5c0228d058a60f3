import { type ArticleId, publishedAtMs } from '../domain/article.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import { OPERATOR, type Scope } from '../domain/scope.ts';
import type { AlikeArticle } from '../store/contract.ts';
import type { SourcePorts } from './ports.ts';

/** How an article stands to what a scope has already. */
export type Standing =
  | { readonly kind: 'new' }
  /** It is there, by its address or, letter for letter, under another one of the same publisher. */
  | { readonly kind: 'known'; readonly id: ArticleId }
  /** It is mostly the text of another publisher, which came out first. */
  | { readonly kind: 'copy'; readonly of: string };

/** From so much in common on a text is taken for another one's copy. */
const COPIED_FROM = 0.8;

/** @param nowMs stands for the date of an article without one, in Unix ms */
export async function standingOf(
  scope: Scope,
  { file, text }: Pick<ReadArticle, 'file' | 'text'>,
  nowMs: number,
  { claims }: Pick<SourcePorts, 'claims'>,
): Promise<Standing> {
  const { article } = file;
  for (const where of new Set([scope, OPERATOR]))
    if ((await claims.file(where, article.id)) !== null) return { kind: 'known', id: article.id };
  const alike = await claims.alike(scope, text, publishedAtMs(article) ?? nowMs);
  for (const one of alike.filter(({ publisher }) => publisher === article.publisher))
    if (await isSameText(scope, one, article.text.sha256, claims)) return { kind: 'known', id: one.id };
  const [copied] = alike.filter((one) => one.publisher !== article.publisher && one.similarity >= COPIED_FROM);
  return copied === undefined ? { kind: 'new' } : { kind: 'copy', of: copied.publisher };
}

async function isSameText(
  scope: Scope,
  { id }: AlikeArticle,
  sha256: string,
  claims: SourcePorts['claims'],
): Promise<boolean> {
  const stored = (await claims.file(scope, id)) ?? (await claims.file(OPERATOR, id));
  return stored?.file.article.text.sha256 === sha256;
}
