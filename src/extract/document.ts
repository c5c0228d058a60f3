/** Universal part-of-speech tags (https://universaldependencies.org/u/pos/); `X` where the language has no tagger. */
export const POS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const;
export type Pos = (typeof POS)[number];

/** A word or mark; offsets in UTF-16 code units of the text that the sentence stands in, half-open. */
export interface Token {
  readonly text: string;
  /** In lower case, with straight apostrophes. */
  readonly lower: string;
  /** Dictionary form in lower case; a stem where the language has no lemmatiser. */
  readonly lemma: string;
  readonly pos: Pos;
  readonly start: number;
  readonly end: number;
}

export interface Sentence {
  /** Place among the document's sentences; -1 for its title. */
  readonly index: number;
  /** Counts the paragraphs that hold a sentence, from 0; -1 for the title. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

/** A stretch of text, half-open, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is handed to the extractor. */
export interface Reading {
  readonly title: string | null;
  readonly text: string;
  /** BCP 47 primary subtag. */
  readonly language: string;
  /** Day of publication, YYYY-MM-DD. */
  readonly publishedOn: string | null;
  readonly publisher: string | null;
  /** Parts of the text that are no part of the report: navigation, captions, bylines. In order, apart from each other. */
  readonly boilerplate: readonly Span[];
}

/** A reading taken apart. The title's offsets count in the title, all others in the text. */
export interface Document {
  readonly reading: Reading;
  readonly title: Sentence | null;
  readonly sentences: readonly Sentence[];
}
