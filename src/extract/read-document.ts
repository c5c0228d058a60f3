import { reportOf } from './bounds.ts';
import type { Document, Reading, Sentence, Span } from './document.ts';
import type { Tagger } from './language/tagger.ts';

/** Longer paragraphs are read in pieces, so that no tagger sees more than this at once. */
const PIECE_CHARS = 4_000;
/** Titles are read to here. */
const TITLE_CHARS = 1_000;
/** Longer sentences are read in pieces, so that looking at each word beside each other one stays cheap. */
const SENTENCE_TOKENS = 120;
/** No language has such words; they are skipped. */
const GIANT_WORD = /\S{80,}/g;
const BLANK = /\s/;

/** Takes a reading apart into tagged sentences, boilerplate left out, as far as `reportOf` reads it. Linear in the text. */
export function readDocument(reading: Reading, tag: Tagger): Document {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const span of reportOf(reading).lines) {
    const found = sentencesIn(reading.text, span, tag);
    for (const tokens of found) sentences.push(sentenceOf(tokens, sentences.length, paragraph));
    if (found.length > 0) paragraph += 1;
  }
  return { reading, title: titleOf(reading.title, tag), sentences };
}

type Tokens = Sentence['tokens'];

function titleOf(title: string | null, tag: Tagger): Sentence | null {
  if (title === null) return null;
  const end = Math.min(title.length, TITLE_CHARS);
  const tokens = sentencesIn(title, { start: 0, end }, tag).flat().slice(0, SENTENCE_TOKENS);
  return tokens.length === 0 ? null : sentenceOf(tokens, -1, -1);
}

function sentenceOf(tokens: Tokens, index: number, paragraph: number): Sentence {
  return { index, paragraph, start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, tokens };
}

function sentencesIn(text: string, span: Span, tag: Tagger): readonly Tokens[] {
  return piecesOf(text, span).flatMap(({ start, end }) => {
    const piece = text.slice(start, end).replace(GIANT_WORD, (word) => ' '.repeat(word.length));
    return tag(piece)
      .flatMap(shortened)
      .map((tokens) => tokens.map((token) => ({ ...token, start: token.start + start, end: token.end + start })));
  });
}

function shortened(tokens: Tokens): readonly Tokens[] {
  if (tokens.length <= SENTENCE_TOKENS) return [tokens];
  const count = Math.ceil(tokens.length / SENTENCE_TOKENS);
  return Array.from({ length: count }, (_, at) => tokens.slice(at * SENTENCE_TOKENS, (at + 1) * SENTENCE_TOKENS));
}

/** Cuts a long span at blanks. */
function piecesOf(text: string, { start, end }: Span): readonly Span[] {
  const pieces: Span[] = [];
  for (let from = start; from < end; ) {
    const to = cutBefore(text, from, Math.min(end, from + PIECE_CHARS), end);
    pieces.push({ start: from, end: to });
    from = to;
  }
  return pieces;
}

function cutBefore(text: string, from: number, to: number, end: number): number {
  if (to === end) return end;
  for (let at = to; at > from; at -= 1) if (BLANK.test(text.charAt(at))) return at;
  return to;
}
