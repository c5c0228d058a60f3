import { join } from 'node:path';
import { compose } from '../compose.ts';
import { type Config, fetchingOf } from '../config.ts';
import type { ArticleFile } from '../domain/article-file.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import { OPERATOR } from '../domain/scope.ts';
import { stopFor } from '../exit.ts';
import { addressKey } from '../ingest/canonical-url.ts';
import { DATA_FOLDER, readVersion } from '../place.ts';
import type { Readers } from '../reader.ts';
import { readArticleFiles } from '../store/article-files.ts';
import type { ClaimStore } from '../store/contract.ts';
import { noticeOf, readArticlesIn } from './documents.ts';
import { type Outcome, said } from './outcome.ts';
import { nobody } from './with-sitrep.ts';

/** `sitrep ingest` into the store in DATA_DIR; while a bot runs on it too, its next answers have what was brought. */
export async function ingestIntoDataDir(
  paths: readonly string[],
  readers: Readers,
  config: Config,
  nowMs: number,
): Promise<Outcome> {
  const place = { stateDir: config.DATA_DIR, dataDir: DATA_FOLDER };
  const version = readVersion();
  const opened = await compose({
    ...place,
    version,
    startedAtMs: nowMs,
    fetching: fetchingOf(config),
    now: Date.now,
    tell: nobody,
    report: (error) => process.stderr.write(`${error}\n`),
  });
  if (!opened.ok) {
    const { message, status } = stopFor(opened.error, join(config.DATA_DIR, 'sitrep.sqlite'));
    return { out: '', err: said(message), status };
  }
  const { claims, close } = opened.value;
  try {
    const committed = readArticleFiles(DATA_FOLDER).files.map(({ content }) => content);
    return await ingestOnCommandLine(paths, readers, claims, committed);
  } finally {
    await close();
  }
}

/**
 * Puts the articles in the files into the operator's store, with their texts, and says for each what it
 * did; of a feed, each entry's. An article that is stored already is replaced; one that the data folder has is left to it. A file or entry that fails is named
 * on stderr with its reason, and the status is 1.
 * @param committed the articles of the data folder
 */
export async function ingestOnCommandLine(
  paths: readonly string[],
  readers: Readers,
  store: ClaimStore,
  committed: readonly ArticleFile[],
): Promise<Outcome> {
  const [out, err]: [string[], string[]] = [[], []];
  for (const path of paths) {
    for (const { name, result } of readArticlesIn(path, readers)) {
      if (result.ok) out.push(said(`${name}: ${await keep(result.value, store, committed)}`));
      else err.push(said(`${name}: ${result.error}`));
    }
  }
  return { out: out.join(''), err: err.join(''), status: err.length > 0 ? 1 : 0 };
}

async function keep(article: ReadArticle, store: ClaimStore, committed: readonly ArticleFile[]): Promise<string> {
  const { file, text } = article;
  const there = committed.find((other) => isSame(other, file));
  if (there) return `left as the data folder has it, under ${there.article.id}`;
  const done = await store.put(OPERATOR, file, text);
  const notice = noticeOf(article);
  return `${DONE[done]} ${file.article.id}, ${countsOf(file)}${notice === null ? '' : `; ${notice}`}`;
}

const DONE = { added: 'added as', same: 'unchanged as', replaced: 'replaced' } as const;

const isSame = ({ article: one }: ArticleFile, { article: other }: ArticleFile): boolean =>
  one.text.sha256 === other.text.sha256 ||
  (one.url !== null && other.url !== null && addressKey(one.url) === addressKey(other.url));

function countsOf({ claims }: ArticleFile): string {
  const structured = claims.filter(({ mode }) => mode === 'structured').length;
  return `${claims.length} claims: ${structured} in our words, ${claims.length - structured} as excerpts`;
}
