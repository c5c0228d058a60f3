import { admit, type Unfit } from './admit.ts';
import type { ArticleFile } from './domain/article-file.ts';
import type { Claim } from './domain/claim.ts';
import type { ExtractedClaim } from './domain/extracted-claim.ts';
import type { Result } from './domain/failure.ts';
import { reportOf } from './extract/bounds.ts';
import type { Reading as ReadText } from './extract/document.ts';
import type { IngestFailure } from './ingest/failure.ts';
import type { Input } from './ingest/input.ts';
import type { Lexicon } from './ingest/lexicon.ts';
import { readInput } from './ingest/read-input.ts';
import { publishedOn, type Reading } from './ingest/reading.ts';

export interface ReaderParts {
  readonly lexicon: Lexicon;
  /** Claims in the order of the text. */
  readonly extract: (reading: ReadText) => readonly ExtractedClaim[];
  /** Whether the gazetteer has the id or code. */
  readonly knows: (ref: string) => boolean;
}

/** A document as it is stored: `file` with its claims, `text` that their offsets count in. */
export interface ReadArticle {
  readonly file: ArticleFile;
  /** Claims that are too doubtful to be stored or printed. */
  readonly withheld: readonly Claim[];
  readonly text: string;
  /** Whether the text was taken out of a page, so that it is none that was given. */
  readonly isCleaned: boolean;
  /** How many characters of the text were looked at for claims; null where all were. */
  readonly readTo: number | null;
}

export type ReadFailure = IngestFailure | Unfit;

export type Reader = (input: Input) => Result<ReadArticle, ReadFailure>;

/** Puts the stages together by which a document becomes an article with claims. Pure. */
export function createReader({ lexicon, extract, knows }: ReaderParts): Reader {
  return (input) => {
    const read = readInput(input, lexicon);
    if (!read.ok) return read;
    const extracted = extract(textOf(read.value));
    const claims = extracted.filter((claim) => !claim.withheld);
    const doubtful = extracted.flatMap(({ withheld, ...claim }) => (withheld ? [claim] : []));
    const [admitted, others] = [admit(read.value, claims, knows), admit(read.value, doubtful, knows)];
    if (!admitted.ok) return admitted;
    const { readTo } = reportOf(read.value);
    const withheld = others.ok ? others.value.claims : [];
    return {
      ok: true,
      value: { file: admitted.value, withheld, text: read.value.text, isCleaned: read.value.isCleaned, readTo },
    };
  };
}

function textOf(reading: Reading): ReadText {
  const { title, text, language, publisher, boilerplate } = reading;
  return { title, text, language, publisher, boilerplate, publishedOn: publishedOn(reading) };
}
