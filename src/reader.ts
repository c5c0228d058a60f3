import { admit, type Unfit } from './admit.ts';
import type { ExtractedClaim } from './domain/extracted-claim.ts';
import type { Result } from './domain/failure.ts';
import type { ReadArticle } from './domain/read-article.ts';
import { reportOf } from './extract/bounds.ts';
import type { Reading as ReadText } from './extract/document.ts';
import type { IngestFailure } from './ingest/failure.ts';
import type { FeedInput } from './ingest/feed/parse-feed.ts';
import { readFeed } from './ingest/feed/read-feed.ts';
import type { Input } from './ingest/input.ts';
import type { Lexicon } from './ingest/lexicon.ts';
import { type Known, readCleanedText } from './ingest/plain-text.ts';
import { readInput } from './ingest/read-input.ts';
import { publishedOn, type Reading } from './ingest/reading.ts';

export interface ReaderParts {
  readonly lexicon: Lexicon;
  /** Claims in the order of the text. */
  readonly extract: (reading: ReadText) => readonly ExtractedClaim[];
  /** Whether the gazetteer has the id or code. */
  readonly knows: (ref: string) => boolean;
}

export type ReadFailure = IngestFailure | Unfit;

export type Reader = (input: Input) => Result<ReadArticle, ReadFailure>;

/** Reads the articles that a feed gives itself, in its order; an entry may fail and the others not. */
export type FeedReader = (input: FeedInput) => Result<readonly Result<ReadArticle, ReadFailure>[], IngestFailure>;

/** Reads a text that was taken out of a page or a feed before. */
export type TextReader = (text: string, known: Known) => Result<ReadArticle, ReadFailure>;

/** What documents and feeds are read with. */
export interface Readers {
  readonly reader: Reader;
  readonly feedReader: FeedReader;
}

/** Puts the stages together by which a document becomes an article with claims. Pure. */
export function createReader(parts: ReaderParts): Reader {
  return (input) => {
    const read = readInput(input, parts.lexicon);
    return read.ok ? articleOf(read.value, parts) : read;
  };
}

/** The same for each entry of a feed. */
export function createFeedReader(parts: ReaderParts): FeedReader {
  return (input) => {
    const feed = readFeed(input, parts.lexicon);
    if (!feed.ok) return feed;
    const articles = feed.value.entries.map(({ reading }) => (reading.ok ? articleOf(reading.value, parts) : reading));
    return { ok: true, value: articles };
  };
}

/** The same for a text whose page or feed was read elsewhere. */
export function createTextReader(parts: ReaderParts): TextReader {
  return (text, known) => {
    const read = readCleanedText(text, known, parts.lexicon);
    return read.ok ? articleOf(read.value, parts) : read;
  };
}

function articleOf(reading: Reading, { extract, knows }: ReaderParts): Result<ReadArticle, ReadFailure> {
  const extracted = extract(textOf(reading));
  const claims = extracted.filter((claim) => !claim.withheld);
  const doubtful = extracted.flatMap(({ withheld, ...claim }) => (withheld ? [claim] : []));
  const [admitted, others] = [admit(reading, claims, knows), admit(reading, doubtful, knows)];
  if (!admitted.ok) return admitted;
  const { text, isCleaned } = reading;
  const withheld = others.ok ? others.value.claims : [];
  return { ok: true, value: { file: admitted.value, withheld, text, isCleaned, readTo: reportOf(reading).readTo } };
}

function textOf(reading: Reading): ReadText {
  const { title, text, language, publisher, boilerplate } = reading;
  return { title, text, language, publisher, boilerplate, publishedOn: publishedOn(reading) };
}
