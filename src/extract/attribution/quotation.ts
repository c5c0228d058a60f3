import type { Sentence, Span } from '../document.ts';

/** Words between quotation marks, the marks included; may run over sentences and paragraphs. */
export interface Quotation extends Span {
  /** Indices of the sentences it begins and ends in. */
  readonly first: number;
  readonly last: number;
  /** The next quotation, in the next paragraph, goes on with it. */
  readonly goesOn: boolean;
  /** Words of a speaker rather than a name or a single word set apart. */
  readonly long: boolean;
}

const MIN_WORDS = 4;
const OPENING = new Set(['“', '«', '„']);
const CLOSING = new Set(['”', '»']);
const STRAIGHT = '"';
const LOOKED_AT_CHARS = 200;

interface Open {
  readonly start: number;
  readonly sentence: number;
}

/** Quotations of a text, in order. One that is not closed ends with its paragraph, and goes on where the next opens with a mark. */
export function findQuotations(text: string, sentences: readonly Sentence[]): readonly Quotation[] {
  const found: Quotation[] = [];
  let open: Open | null = null;
  for (const sentence of sentences) {
    const before = sentences[sentence.index - 1];
    if (open && before && before.paragraph !== sentence.paragraph) {
      found.push(quotationOf(text, open, before.end, before.index, opens(sentence.tokens[0]?.text ?? '')));
      open = null;
    }
    for (const mark of sentence.tokens) {
      if (open === null && opens(mark.text)) open = { start: mark.start, sentence: sentence.index };
      else if (open !== null && closes(mark.text)) {
        found.push(quotationOf(text, open, mark.end, sentence.index, false));
        open = null;
      }
    }
  }
  const final = sentences.at(-1);
  return open && final ? [...found, quotationOf(text, open, final.end, final.index, false)] : found;
}

const opens = (text: string): boolean => OPENING.has(text) || text === STRAIGHT;
const closes = (text: string): boolean => CLOSING.has(text) || text === STRAIGHT;

function quotationOf(text: string, { start, sentence }: Open, end: number, last: number, goesOn: boolean): Quotation {
  const words = text.slice(start, Math.min(end, start + LOOKED_AT_CHARS)).match(/\p{L}+/gu)?.length ?? 0;
  return { start, end, first: sentence, last, goesOn, long: words >= MIN_WORDS };
}
