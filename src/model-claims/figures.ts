import type { ExtractedClaim } from '../domain/extracted-claim.ts';
import type { Analysis } from '../extract/analysis.ts';
import type { Sentence, Span } from '../extract/document.ts';

/** Words that a model gave for a figure, held against what was read in the sentence. */
export interface Told {
  readonly sentence: Sentence;
  readonly analysis: Analysis;
}

/** Where words stand in a sentence, in code units of the sentence; null where they do not, or more than once. */
function placeOf(words: string, { sentence, analysis }: Told): Span | null {
  const text = analysis.document.reading.text.slice(sentence.start, sentence.end);
  const start = words === '' ? -1 : text.indexOf(words);
  if (start === -1 || text.includes(words, start + 1)) return null;
  const end = start + words.length;
  return isNumberCut(text, start, end) ? null : { start, end };
}

/** "30" is no figure of "300" or "1.30". */
const isNumberCut = (text: string, start: number, end: number): boolean =>
  (/\d/.test(text[start] ?? '') && /[\d.,]/.test(text[start - 1] ?? '')) ||
  (/\d/.test(text[end - 1] ?? '') && (/\d/.test(text[end] ?? '') || /^[.,]\d/.test(text.slice(end, end + 2))));

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

type Figure = Pick<Analysis['figures'][number]['amounts'][number], 'start' | 'end'>;

/** The only figure of a kind in some words. */
function onlyOne<F extends Figure>(words: string, all: readonly F[], told: Told): F | null {
  const place = placeOf(words, told);
  if (place === null) return null;
  const [one, another] = all.filter((figure) => overlap(figure, place));
  return one !== undefined && another === undefined ? one : null;
}

const figuresAt = ({ sentence, analysis }: Told) =>
  analysis.figures[sentence.index] ?? { dates: [], amounts: [], counts: [] };

/** Whether words give the sum of money that was read of a claim; where both have none, too. */
export function isSameAmount(words: string | null, own: Amount | undefined, told: Told): boolean {
  if (words === null) return true;
  const found = onlyOne(words, figuresAt(told).amounts, told);
  return found !== null && own !== undefined && found.value === own.value && found.cur === own.cur;
}

type Amount = NonNullable<Extract<ExtractedClaim, { readonly type: 'aid' }>['amount']>;
type Count = NonNullable<Extract<ExtractedClaim, { readonly type: 'move' }>['count']>;

/** The same for how many there are of something. */
export function isSameCount(words: string | null, own: Count | undefined, told: Told): boolean {
  if (words === null) return true;
  const found = onlyOne(words, figuresAt(told).counts, told);
  if (found === null || own === undefined) return false;
  if ('vague' in found) return 'vague' in own && own.vague === found.vague;
  return 'value' in own && own.value === found.value && own.valueMax === found.valueMax;
}

/** Whether words give a date of the sentence that is none of another thing, and the one that was read of the claim. */
export function isSameDate(words: string | null, own: ExtractedClaim['date'], told: Told): boolean {
  if (words === null) return true;
  const found = onlyOne(words, figuresAt(told).dates, told);
  return found !== null && own !== undefined && own.text === found.text;
}
