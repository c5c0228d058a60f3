import type { Result } from './domain/failure.ts';
import type { ReadArticle } from './domain/read-article.ts';
import type { Reading } from './extract/document.ts';
import type { ToAsk } from './model-claims/prompt.ts';
import type { Outcomes, Told, ToldExtractor } from './model-claims/told-extractor.ts';
import type { ReaderParts } from './reader.ts';

/** An article that was read locally, with what a model may be asked about it; null where there is nothing to ask. */
interface ReadToAsk<E> {
  readonly read: Result<ReadArticle, E>;
  readonly toAsk: ToAsk | null;
}

/** An article with the claims of both readings, and what came of the model's. */
interface ReadTold<E> {
  readonly read: Result<ReadArticle, E>;
  readonly outcomes: Outcomes;
}

/** Reads one document with the extraction that it is given. */
type ReadWith<E> = (parts: ReaderParts) => Result<ReadArticle, E>;

/** The two steps around a question to a model. Pure; the second reads as the first did. */
export interface ToldReader {
  readonly locally: <E>(readWith: ReadWith<E>) => ReadToAsk<E>;
  readonly told: <E>(readWith: ReadWith<E>, told: Told) => ReadTold<E>;
}

export function createToldReader(parts: ReaderParts, extractor: ToldExtractor): ToldReader {
  return {
    locally: (readWith) => {
      let toAsk: ToAsk | null = null;
      const extract = (reading: Reading) => {
        toAsk = toAskOf(reading, extractor);
        return parts.extract(reading);
      };
      return { read: readWith({ ...parts, extract }), toAsk };
    },
    told: (readWith, told) => {
      let outcomes: Outcomes = {};
      const extract = (reading: Reading) => {
        const both = extractor.extract(reading, told);
        outcomes = both.outcomes;
        return both.claims;
      };
      return { read: readWith({ ...parts, extract }), outcomes };
    },
  };
}

function toAskOf(reading: Reading, { sentences }: ToldExtractor): ToAsk | null {
  const { title, publishedOn } = reading;
  const all = sentences(reading);
  return all.length === 0 ? null : { title, publishedOn, sentences: all };
}
