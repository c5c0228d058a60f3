/** Longest text that is read, in UTF-16 code units. */
export const MAX_TEXT_CHARS = 1_048_576;
/** Largest document that a text is taken out of (page, feed, JSON), in bytes. */
export const MAX_DOCUMENT_BYTES = 4 * MAX_TEXT_CHARS;

/** Why something could not be read. */
export type IngestFailure =
  /** Holds no letter. */
  | { readonly kind: 'empty' }
  /** Holds control characters that no text has. */
  | { readonly kind: 'binary' }
  /** Its bytes are not what its charset says. */
  | { readonly kind: 'undecodable'; readonly charset: string }
  | { readonly kind: 'too-large'; readonly limit: number; readonly unit: 'characters' | 'bytes' }
  | { readonly kind: 'malformed-json'; readonly problem: string }
  | { readonly kind: 'wrong-shape'; readonly problems: readonly ShapeProblem[] }
  /** A page without a paragraph of text. */
  | { readonly kind: 'no-content' }
  /** A page with more elements, or with elements nested deeper, than any page for people. */
  | { readonly kind: 'too-complex'; readonly limit: number; readonly unit: 'elements' | 'levels' }
  /** Neither RSS, Atom, RDF nor JSON Feed, or too broken to be read as one. */
  | { readonly kind: 'not-a-feed' };

interface ShapeProblem {
  /** Dotted path, '' for the document as a whole. */
  readonly field: string;
  readonly problem: string;
}

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
      return 'is no readable RSS, Atom, RDF or JSON Feed';
    default:
      return failure satisfies never;
  }
}
