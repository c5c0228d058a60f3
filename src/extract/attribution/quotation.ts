import type { Sentence, Span } from '../document.ts';

/** Words between quotation marks, the marks included; may run over sentences and paragraphs. */
export interface Quotation extends Span {
  /** Indices of the sentences it begins and ends in. */
  readonly first: number;
  readonly last: number;
  /** Words of a speaker rather than a name or a single word set apart. */
  readonly long: boolean;
}

const MIN_WORDS = 4;
const OPENING = new Set(['“', '«', '„']);
const CLOSING = new Set(['”', '»']);
const STRAIGHT = '"';

interface Open {
  readonly start: number;
  readonly sentence: number;
  readonly paragraph: number;
}

/** Quotations of a text, in order. One that is not closed ends with its paragraph, unless the next paragraph opens with a mark again. */
export function findQuotations(text: string, sentences: readonly Sentence[]): readonly Quotation[] {
  const found: Quotation[] = [];
  let open: Open | null = null;
  const close = (end: number, last: number): void => {
    if (open) found.push(quotationOf(text, open, end, last));
    open = null;
  };
  sentences.forEach((sentence, at) => {
    if (open && sentence.paragraph !== open.paragraph && sentence.paragraph !== sentences[at - 1]?.paragraph)
      close(sentences[at - 1]?.end ?? sentence.start, sentence.index - 1);
    for (const mark of sentence.tokens) {
      if (open ? closes(mark.text) : opens(mark.text)) {
        if (open) close(mark.end, sentence.index);
        else open = { start: mark.start, sentence: sentence.index, paragraph: sentence.paragraph };
      }
    }
  });
  const final = sentences.at(-1);
  if (final) close(final.end, final.index);
  return found;
}

const opens = (text: string): boolean => OPENING.has(text) || text === STRAIGHT;
const closes = (text: string): boolean => CLOSING.has(text) || text === STRAIGHT;

function quotationOf(text: string, { start, sentence }: Open, end: number, last: number): Quotation {
  const words = text.slice(start, Math.min(end, start + 200)).match(/\p{L}+/gu)?.length ?? 0;
  return { start, end, first: sentence, last, long: words >= MIN_WORDS };
}
