import { z } from 'zod';
import { createProcess } from '../apart/process.ts';
import type { Result } from '../domain/failure.ts';
import { FeedFacts, FeedItem } from '../domain/feed-item.ts';
import { PageText } from '../domain/page-text.ts';
import { resultOf } from '../domain/result.ts';
import { IngestFailure } from '../ingest/failure.ts';
import type { FeedItems } from '../ingest/feed/read-feed.ts';
import type { FeedList } from '../ingest/opml.ts';
import type { Known } from '../ingest/plain-text.ts';

import { outcomeOf, type ReadingFailure } from './failure.ts';

/** A document as it came from outside. */
export interface RawDocument {
  readonly body: Uint8Array;
  /** As the transport named it; null where it did not. */
  readonly charset: string | null;
  /** Where it was found; relative links are taken from there. */
  readonly url: string | null;
}

/** What one document may take. */
export interface DocumentLimits {
  readonly deadlineMs: number;
  /** Of the heap of whoever reads it. */
  readonly heapMb: number;
}

/** A page of 4 MB with as many elements as are read takes less than half of either. */
const DOCUMENT_LIMITS: DocumentLimits = {
  deadlineMs: 5_000,
  heapMb: 256,
};
/** Memory that a large document took is given back when no other came for so long. */
const IDLE_MS = 5 * 60_000;

export interface DocumentReading {
  /**
   * Takes the article out of a page.
   * @param known goes before what the page says of itself
   */
  readonly page: (document: RawDocument, known: Known) => Promise<Result<PageText, ReadingFailure>>;
  /** The items of a feed, as `readFeedItems` reads them. */
  readonly feed: (document: RawDocument) => Promise<Result<FeedItems, ReadingFailure>>;
  /** The feeds in OPML, as `readOpml` reads them. */
  readonly opml: (document: RawDocument) => Promise<Result<FeedList, ReadingFailure>>;
  /** What waits fails. */
  readonly close: () => Promise<void>;
}

const Page = resultOf(PageText, IngestFailure);
const Feed = resultOf(
  z.strictObject({ feed: FeedFacts, items: z.array(FeedItem).readonly() }).readonly(),
  IngestFailure,
);
const ListedFeed = z
  .strictObject({ url: z.string(), title: z.string().nullable(), folder: z.array(z.string()).readonly() })
  .readonly();
const Opml = resultOf(
  z.strictObject({ feeds: z.array(ListedFeed).readonly(), leftOut: z.int(), invalid: z.int() }).readonly(),
  IngestFailure,
);

/**
 * Parses documents from outside one after another in a process of their own, which starts with the first one. A document that
 * takes too long or too much memory fails alone: its process is ended, and those behind it are put to another. A thread would not
 * do: one that runs out of memory may end all threads of its process.
 * @param now Unix ms; by it, feeds are held against dates in the future
 */
export function createDocumentReading(
  dataDir: string,
  limits: DocumentLimits = DOCUMENT_LIMITS,
  now: () => number = Date.now,
): DocumentReading {
  const script = new URL('./document-process.ts', import.meta.url);
  const settings = { name: 'the reading of documents', script, data: dataDir, idleMs: IDLE_MS, ...limits };
  const { ask, close } = createProcess(settings);
  const read = async <T>(
    request: object,
    answers: z.ZodType<Result<T, IngestFailure>>,
  ): Promise<Result<T, ReadingFailure>> => {
    const outcome = await outcomeOf(ask(request), limits.deadlineMs);
    return outcome.ok ? answers.parse(outcome.value) : outcome;
  };
  return {
    page: (document, known) => read({ kind: 'page', ...document, known }, Page),
    feed: (document) => read({ kind: 'feed', ...document, fetchedAtMs: now() }, Feed),
    opml: (document) => read({ kind: 'opml', ...document }, Opml),
    close,
  };
}
