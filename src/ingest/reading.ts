import type { Publication } from '../domain/article.ts';

/** A stretch of text, half-open, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the report was filed from, as it stands before the first sentence: "KYIV, May 15 (Reuters) -". */
export interface Dateline {
  /** As written, without date and agency; null where there is nothing but these. */
  readonly place: string | null;
  /** In the text, its dash and the blank after it included. Part of the boilerplate. */
  readonly span: Span;
}

/** An article as it was read: its text, what is known around it, and which parts of the text are no report. */
export interface Reading {
  readonly title: string | null;
  /** Where the text itself carries the title: its first time alone, which is no boilerplate. */
  readonly titleSpan: Span | null;
  /** Plain text exactly as given, or the main content of a page; paragraphs are lines, blank ones may stand between. */
  readonly text: string;
  /** Whether the text was taken out of a page, so that it is none that was given. */
  readonly isCleaned: boolean;
  /** BCP 47 primary subtag; `und` where the text is too short or in no known language. */
  readonly language: string;
  readonly published: Publication | null;
  readonly publisher: string | null;
  readonly author: string | null;
  /** Absolute, http or https. */
  readonly url: string | null;
  /** Outlets whose reporting the text passes on, by the names of the outlet list, the publisher left out; in order of appearance. */
  readonly relays: readonly string[];
  readonly dateline: Dateline | null;
  /** Navigation, captions, credits, bylines, notices, repeated titles. In order, apart from each other, none empty. */
  readonly boilerplate: readonly Span[];
}

/** Day of publication as the publisher counts days, YYYY-MM-DD; null where it is not known. */
export const publishedOn = ({ published }: Pick<Reading, 'published'>): string | null =>
  published === null ? null : published.at.slice(0, 10);
