import type { Result } from '../../domain/failure.ts';
import type { PageText } from '../../domain/page-text.ts';
import { type IngestFailure, MAX_DOCUMENT_BYTES, MAX_TEXT_CHARS } from '../failure.ts';
import { fold } from '../fold.ts';
import type { Lexicon } from '../lexicon.ts';
import { isBinary, type Known, readCleanedText } from '../plain-text.ts';
import type { Reading } from '../reading.ts';
import { isSameSite } from '../same-site.ts';
import { stubOf } from '../stub.ts';
import type { Block } from './blocks.ts';
import { LEAST_CHARS, mainBlocks } from './content.ts';
import { findFeeds } from './find-feeds.ts';
import { type PageFacts, pageFacts } from './metadata.ts';
import { bodyOf, type Element, elementsIn, parsePage, rawText } from './tree.ts';

/** The text told to search engines is taken where the page itself shows less than this share of it. */
const SHOWN_SHARE = 0.5;

/**
 * Takes the article out of a page: its title, a blank line, then its paragraphs with blank lines between.
 * @param known goes before what the page says of itself, but for the page's own spelling of its address
 */
export function readPage(html: string, known: Known, lexicon: Lexicon): Result<Reading, IngestFailure> {
  const page = readPageText(html, known, lexicon);
  if (!page.ok) return page;
  const { text, isArticle: _, stub: __, feeds: ___, ...around } = page.value;
  return text === null ? { ok: false, error: { kind: 'no-content' } } : readCleanedText(text, around, lexicon);
}

/** The same without looking at what the text says, with what else the page says of itself; also of a page without an article. */
export function readPageText(html: string, known: Known, lexicon: Lexicon): Result<PageText, IngestFailure> {
  if (html.length > MAX_DOCUMENT_BYTES)
    return { ok: false, error: { kind: 'too-large', limit: MAX_DOCUMENT_BYTES, unit: 'characters' } };
  if (isBinary(html)) return { ok: false, error: { kind: 'binary' } };
  const page = parsePage(html);
  if (!page.ok) return page;
  const elements = elementsIn(page.value);
  const facts = pageFacts(elements, known.url, lexicon);
  const body = bodyOf(page.value);
  const around = merged(known, facts);
  const text = textOf(body === null ? [] : mainBlocks(body, lexicon), around.title, facts);
  if (text !== null && text.length > MAX_TEXT_CHARS)
    return { ok: false, error: { kind: 'too-large', limit: MAX_TEXT_CHARS, unit: 'characters' } };
  const { isArticle, isFree } = facts;
  const shown = { title: around.title, text, isArticle, isFree, withoutScripts: withoutScripts(elements) };
  const stub = stubOf(shown, lexicon.stubs);
  return { ok: true, value: { ...around, text, isArticle, stub, feeds: findFeeds(elements, known.url) } };
}

const NOTICE_CHARS = 2_000;

const withoutScripts = (elements: readonly Element[]): string =>
  elements
    .filter(({ tagName }) => tagName === 'noscript')
    .map(rawText)
    .join(' ')
    .slice(0, NOTICE_CHARS);

/** Paragraphs under the title; null where there is too little. */
function textOf(blocks: readonly Block[], title: string | null, { body }: PageFacts): string | null {
  const shown = blocks.map(({ text }) => text);
  const told = body?.split(/\n+/).map((line) => line.replace(/\s+/g, ' ').trim()) ?? [];
  const paragraphs = lengthOf(shown) < SHOWN_SHARE * lengthOf(told) ? told.filter((line) => line !== '') : shown;
  if (lengthOf(paragraphs) < LEAST_CHARS) return null;
  const isTitled = title === null || paragraphs.slice(0, 5).some((line) => fold(line) === fold(title));
  return (isTitled ? paragraphs : [title, ...paragraphs]).join('\n\n');
}

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);

function merged(known: Known, facts: PageFacts): Known {
  const { title, publisher, author, url, published, language } = facts;
  return {
    title: known.title ?? title,
    publisher: known.publisher ?? publisher,
    author: known.author ?? author,
    url: addressOf(known.url, url),
    published: known.published ?? published,
    language: known.language ?? language,
  };
}

/** The address that a page calls its own, where it is one of the site it was found on. */
const addressOf = (found: string | null, own: string | null): string | null =>
  found === null || (own !== null && isSameSite(own, found)) ? own : found;
