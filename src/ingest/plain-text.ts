import { z } from 'zod';
import { Publication } from '../domain/article.ts';
import type { Result } from '../domain/failure.ts';
import { authorIn } from './author.ts';
import { markBoilerplate } from './boilerplate/mark.ts';
import { type IngestFailure, MAX_TEXT_CHARS } from './failure.ts';
import { languageOf } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { outletOfHost } from './outlets.ts';
import { publishedInMargins, publishedInUrl } from './published.ts';
import type { Reading } from './reading.ts';
import { relaysIn } from './relays.ts';

/** What is known of an article beside its text. */
export const Known = z
  .strictObject({
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    author: z.string().nullable(),
    url: z.string().nullable(),
    published: Publication.nullable(),
    language: z.string().nullable(),
  })
  .readonly();
export type Known = z.infer<typeof Known>;

export const NOTHING_KNOWN: Known = {
  title: null,
  publisher: null,
  author: null,
  url: null,
  published: null,
  language: null,
};

const LETTER = /\p{L}/u;
/** Control characters that stand in no text: those of C0 but tab, line feed, form feed and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/g;
/** One control character in so many: a stray one is no reason to refuse an article. */
const CHARS_PER_CONTROL = 200;

/** Whether a text holds so many control characters that it is none. */
export const isBinary = (text: string): boolean => (text.match(CONTROL)?.length ?? 0) * CHARS_PER_CONTROL > text.length;

/** Reads an article whose text is kept exactly as it is; all spans count in it. */
export function readPlainText(text: string, known: Known, lexicon: Lexicon): Result<Reading, IngestFailure> {
  const failure = refusalOf(text);
  return failure === null ? { ok: true, value: readingOf(text, known, lexicon) } : { ok: false, error: failure };
}

/** The same of a text that was taken out of a page. */
export function readCleanedText(text: string, known: Known, lexicon: Lexicon): Result<Reading, IngestFailure> {
  const read = readPlainText(text, known, lexicon);
  return read.ok ? { ok: true, value: { ...read.value, isCleaned: true } } : read;
}

function refusalOf(text: string): IngestFailure | null {
  if (text.length > MAX_TEXT_CHARS) return { kind: 'too-large', limit: MAX_TEXT_CHARS, unit: 'characters' };
  if (isBinary(text)) return { kind: 'binary' };
  return LETTER.test(text) ? null : { kind: 'empty' };
}

function readingOf(text: string, known: Known, lexicon: Lexicon): Reading {
  const { margins, ...marked } = markBoilerplate(text, known.title, lexicon);
  const publisher = known.publisher ?? publisherOf(known.url, lexicon);
  return {
    ...marked,
    text,
    isCleaned: false,
    language: known.language ?? languageOf(text, lexicon.profiles),
    published: known.published ?? publishedInUrl(known.url, lexicon) ?? publishedInMargins(margins, lexicon),
    publisher,
    author: known.author ?? authorIn(margins, lexicon),
    url: known.url,
    relays: relaysIn(text, publisher, lexicon),
  };
}

/** The outlet of an address; its host where the outlet is not known. */
function publisherOf(url: string | null, lexicon: Lexicon): string | null {
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  return host === '' ? null : (outletOfHost(lexicon.outlets, host)?.name ?? host);
}
