import { z } from 'zod';
import { DOCUMENT_LOOKS } from '../domain/probe-failure.ts';

/** Longest text that is read, in UTF-16 code units. */
export const MAX_TEXT_CHARS = 1_048_576;
/** Largest document that a text is taken out of (page, feed, JSON), in bytes. */
export const MAX_DOCUMENT_BYTES = 5 * MAX_TEXT_CHARS;

const Limit = z.int();

/** Why something could not be read. */
export const IngestFailure = z
  .discriminatedUnion('kind', [
    /** Holds no letter. */
    z.strictObject({ kind: z.literal('empty') }),
    /** Holds control characters that no text has. */
    z.strictObject({ kind: z.literal('binary') }),
    /** Its bytes are not what its charset says. */
    z.strictObject({ kind: z.literal('undecodable'), charset: z.string() }),
    z.strictObject({ kind: z.literal('too-large'), limit: Limit, unit: z.enum(['characters', 'bytes']) }),
    z.strictObject({ kind: z.literal('malformed-json'), problem: z.string() }),
    z.strictObject({
      kind: z.literal('wrong-shape'),
      /** `field`: dotted path, '' for the document as a whole. */
      problems: z.array(z.strictObject({ field: z.string(), problem: z.string() }).readonly()).readonly(),
    }),
    /** A page without a paragraph of text. */
    z.strictObject({ kind: z.literal('no-content') }),
    /** A page with more elements, or with elements nested deeper, than any page for people. */
    z.strictObject({ kind: z.literal('too-complex'), limit: Limit, unit: z.enum(['elements', 'levels']) }),
    /** Neither RSS, Atom, RDF nor JSON Feed, or too broken to be read as one; `opml`: a list of feeds. */
    z.strictObject({
      kind: z.literal('not-a-feed'),
      looksLike: z.enum(DOCUMENT_LOOKS),
    }),
  ])
  .readonly();
export type IngestFailure = z.infer<typeof IngestFailure>;

const LOOKS_LIKE = {
  page: ', but a page',
  opml: ', but a list of feeds',
  json: ', but other JSON',
  empty: ': it is empty',
  other: '',
};

/** One line in English for whoever started the reading. */
export function describeFailure(failure: IngestFailure): string {
  switch (failure.kind) {
    case 'empty':
      return 'holds no text';
    case 'binary':
      return 'is not a text: it holds control characters';
    case 'undecodable':
      return `cannot be decoded as ${failure.charset}`;
    case 'too-large':
      return `is larger than ${failure.limit.toLocaleString('en')} ${failure.unit}`;
    case 'malformed-json':
      return `is not valid JSON: ${failure.problem}`;
    case 'wrong-shape':
      return failure.problems.map(({ field, problem }) => (field === '' ? problem : `${field}: ${problem}`)).join('; ');
    case 'no-content':
      return 'has no readable article in it';
    case 'too-complex':
      return `has more than ${failure.limit.toLocaleString('en')} ${failure.unit} of markup`;
    case 'not-a-feed':
      return `is no readable RSS, Atom, RDF or JSON Feed${LOOKS_LIKE[failure.looksLike]}`;
    default:
      return failure satisfies never;
  }
}
