import type { Amount, Count } from '../domain/claim.ts';
import type { ExtractedClaim } from '../domain/extracted-claim.ts';
import type { Analysis, Figures } from '../extract/analysis.ts';
import { countIn } from '../extract/claims/figures.ts';
import { resolveDate } from '../extract/dates/resolve.ts';
import type { Sentence, Span } from '../extract/document.ts';
import type { Framed } from './answer.ts';

/** Where a model's words for figures are looked for. */
export interface Place {
  readonly sentence: Sentence;
  /** What it quotes of the sentence, in the text. */
  readonly quote: Span;
  readonly analysis: Analysis;
}

/** The figures of a claim as a model tells them; null: the text does not bear one out. */
export type HeldFigures = Pick<ExtractedClaim, 'date'> & { readonly amount?: Amount; readonly count?: Count };

const NONE: Figures = { dates: [], amounts: [], counts: [] };

/**
 * Each figure by the words that give it: they stand in the quote, and are the only ones of their kind there, or those that the
 * local reading took for the claim's as well.
 */
export function holdFigures(told: Framed, own: ExtractedClaim, place: Place): HeldFigures | 'number' | 'date' {
  const { dates, amounts, counts } = place.analysis.figures[place.sentence.index] ?? NONE;
  const amount = 'amount' in told ? told.amount : null;
  const count = 'count' in told ? told.count : null;
  const sum = amount === null ? null : toldBy(amount, amounts, place, (each) => isOwnAmount(each, own));
  const number = count === null ? null : toldBy(count, counts, place, (each) => isOwnCount(each, own));
  if (sum === undefined || number === undefined) return 'number';
  const date = told.date === null ? null : toldBy(told.date, dates, place, ({ text }) => text === own.date?.text);
  if (date === undefined) return 'date';
  const counted = number && countIn(number);
  return {
    ...(sum && { amount: amountOf(sum) }),
    ...(counted && { count: counted }),
    ...dateOf(date, own, place),
  };
}

const amountOf = ({ value, valueMax, cur, op }: Figures['amounts'][number]): Amount => ({
  ...{ value, cur, op },
  ...(valueMax !== undefined && { valueMax }),
});

/** What the model leaves out is as the local reading has it: when something happened is not to get lost. */
function dateOf(
  date: Figures['dates'][number] | null,
  own: ExtractedClaim,
  { analysis }: Place,
): Pick<HeldFigures, 'date'> {
  if (date === null || date.text === own.date?.text) return own.date === undefined ? {} : { date: own.date };
  const iso = resolveDate(date, { publishedOn: analysis.document.reading.publishedOn, tense: date.tense });
  return { date: { text: date.text.slice(0, DATE_CHARS), ...(iso !== null && { iso }) } };
}

const DATE_CHARS = 80;

/** The figure that words give; undefined where they give none, several, or one of several that is not the claim's own. */
function toldBy<F extends Span>(
  words: string,
  all: readonly F[],
  { sentence, quote, analysis }: Place,
  isOwn: (figure: F) => boolean,
): F | undefined {
  const text = analysis.document.reading.text.slice(sentence.start, sentence.end);
  const start = words.trim() === '' ? -1 : text.indexOf(words);
  if (start === -1 || text.includes(words, start + 1) || isNumberCut(text, start, start + words.length))
    return undefined;
  const isMeant = (figure: F): boolean => figure.start < start + words.length && start < figure.end;
  const [figure, another] = all.filter(isMeant);
  if (figure === undefined || another !== undefined) return undefined;
  const quoted = all.filter(
    (each) => sentence.start + each.start >= quote.start && sentence.start + each.end <= quote.end,
  );
  const isOnly = quoted.length === 1 && quoted[0] === figure;
  return isOnly || isOwn(figure) ? figure : undefined;
}

/** "30" is no figure of "300" or "1.30". */
const isNumberCut = (text: string, start: number, end: number): boolean =>
  (/\d/.test(text[start] ?? '') && /[\d.,]/.test(text[start - 1] ?? '')) ||
  (/\d/.test(text[end - 1] ?? '') && (/\d/.test(text[end] ?? '') || /^[.,]\d/.test(text.slice(end, end + 2))));

const isOwnAmount = ({ value, cur }: Figures['amounts'][number], own: ExtractedClaim): boolean =>
  own.type === 'aid' && own.amount?.value === value && own.amount.cur === cur;

function isOwnCount(figure: Figures['counts'][number], own: ExtractedClaim): boolean {
  const count = 'count' in own ? own.count : undefined;
  if (count === undefined) return false;
  return 'vague' in figure
    ? 'vague' in count && count.vague === figure.vague
    : 'value' in count && count.value === figure.value && count.valueMax === figure.valueMax;
}
