import type { Result } from '../../domain/failure.ts';
import type { IngestFailure } from '../failure.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Known, readCleanedText } from '../plain-text.ts';
import type { Reading } from '../reading.ts';
import { blocksIn } from './blocks.ts';
import { bodyOf, parsePage } from './tree.ts';

const MARKUP = /[<&]/;

/** Reads a piece of a page, such as a feed gives, in which there is nothing but the article. */
export function readFragment(html: string, known: Known, lexicon: Lexicon): Result<Reading, IngestFailure> {
  const text = textOfFragment(html, lexicon);
  return text.ok ? readCleanedText(text.value, known, lexicon) : text;
}

/** The visible text of a piece of a page, its paragraphs with blank lines between. Text without markup stays as it is. */
export function textOfFragment(html: string, lexicon: Lexicon): Result<string, IngestFailure> {
  if (!MARKUP.test(html)) return { ok: true, value: html };
  const page = parsePage(html);
  if (!page.ok) return page;
  const body = bodyOf(page.value);
  const blocks = body === null ? [] : blocksIn(body, lexicon);
  return { ok: true, value: blocks.map(({ text }) => text).join('\n\n') };
}
