import type { Unfit } from './admit.ts';
import type { Result } from './domain/failure.ts';
import type { ProbeFailure } from './domain/probe-failure.ts';
import { NOTHING_KNOWN } from './ingest/plain-text.ts';
import type { ModelReading } from './model-reading.ts';
import type { ArticleReading } from './reading/articles.ts';
import type { DocumentReading } from './reading/documents.ts';
import { describeReadingFailure, type ReadingFailure } from './reading/failure.ts';
import type { DocumentFailure, Documents } from './sources/ports.ts';

/** The threads that read documents, as the use cases of sources see them. */
export function sourceDocuments(
  documents: DocumentReading,
  articles: Pick<ArticleReading, 'article' | 'steps'>,
  model: ModelReading | null,
): Documents {
  return {
    feed: async (document) => told(await documents.feed(document)),
    opml: async (document) => told(await documents.opml(document)),
    page: async (document) => told(await documents.page(document, { ...NOTHING_KNOWN, url: document.url })),
    article: async (text, known, engine) =>
      told(
        await (engine === 'llm' && model !== null
          ? model.read(articles.steps({ text, known }))
          : articles.article({ text, known })),
      ),
  };
}

/** What a reading came to, in the words of the use cases. @throws for a failure of our own, of which the document may be innocent */
function told<T>(read: Result<T, ReadingFailure | Unfit>): Result<T, DocumentFailure> {
  return read.ok ? read : { ok: false, error: failureOf(read.error) };
}

const PROBLEM_CHARS = 400;

function failureOf(failure: ReadingFailure | Unfit): DocumentFailure {
  switch (failure.kind) {
    case 'too-slow':
    case 'too-heavy':
      return failure;
    case 'unfit':
      return unreadable('other', failure.problem);
    case 'not-a-feed':
      return unreadable(failure.looksLike, describeReadingFailure(failure));
    case 'broken':
      throw new Error(describeReadingFailure(failure));
    case 'empty':
      return unreadable('empty', describeReadingFailure(failure));
    default:
      return unreadable('other', describeReadingFailure(failure));
  }
}

type Look = Extract<ProbeFailure, { readonly kind: 'unreadable' }>['looksLike'];
const unreadable = (looksLike: Look, problem: string): DocumentFailure => ({
  kind: 'unreadable',
  looksLike,
  problem: problem.slice(0, PROBLEM_CHARS),
});
