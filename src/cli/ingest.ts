import type { ArticleFile } from '../domain/article-file.ts';
import { OPERATOR } from '../domain/scope.ts';
import type { ReadArticle, Reader } from '../reader.ts';
import type { ClaimStore } from '../store/contract.ts';
import { readFileAs } from './documents.ts';
import { type Outcome, said } from './outcome.ts';

/**
 * `sitrep ingest`: puts the articles in the files into the operator's store, with their texts, and says for each what it
 * did. An article that is stored already is replaced; one that the data folder has is left to it. A file that fails is named
 * on stderr with its reason, and the status is 1.
 * @param committed the articles of the data folder
 */
export async function ingestOnCommandLine(
  paths: readonly string[],
  reader: Reader,
  store: ClaimStore,
  committed: readonly ArticleFile[],
): Promise<Outcome> {
  const [out, err]: [string[], string[]] = [[], []];
  for (const path of paths) {
    const read = readFileAs(path, reader);
    if (read.ok) out.push(said(`${path}: ${await keep(read.value, store, committed)}`));
    else err.push(said(`${path}: ${read.error}`));
  }
  return { out: out.join(''), err: err.join(''), status: err.length > 0 ? 1 : 0 };
}

async function keep(
  { file, text }: ReadArticle,
  store: ClaimStore,
  committed: readonly ArticleFile[],
): Promise<string> {
  const there = committed.find((other) => isSame(other, file));
  if (there) return `left as the data folder has it, under ${there.article.id}`;
  const done = await store.put(OPERATOR, file, text);
  return `${DONE[done]} ${file.article.id}, ${countsOf(file)}`;
}

const DONE = { added: 'added as', same: 'unchanged as', replaced: 'replaced' } as const;

const isSame = ({ article: one }: ArticleFile, { article: other }: ArticleFile): boolean =>
  one.text.sha256 === other.text.sha256 || (one.url !== null && one.url === other.url);

function countsOf({ claims }: ArticleFile): string {
  const structured = claims.filter(({ mode }) => mode === 'structured').length;
  return `${claims.length} claims: ${structured} in our words, ${claims.length - structured} as excerpts`;
}
