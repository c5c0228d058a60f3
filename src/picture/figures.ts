import type { Bound } from '../domain/claim.ts';
import type { Language } from '../domain/language.ts';

const SIGNS: Readonly<Record<Bound, string>> = { eq: '', gt: '> ', ge: '≥ ', lt: '< ', le: '≤ ', about: '≈ ' };
const FRACTION_DIGITS = 3;

/** A number in the language's short form with at most three digits after the point: "61bn", "4,5 млн", "1,200". */
export function shortNumber(value: number, language: Language): string {
  const notation = value >= 10_000 ? 'compact' : 'standard';
  const parts = new Intl.NumberFormat(language, { notation, maximumFractionDigits: FRACTION_DIGITS }).formatToParts(
    value,
  );
  return parts
    .map(({ type, value: part }) => (type === 'compact' && language === 'en' ? ENGLISH[part] : part))
    .join('');
}

const ENGLISH: Readonly<Record<string, string>> = { K: 'k', M: 'm', B: 'bn', T: 'tn' };

/** A figure with its bound, as a range where givers differ. What is only nearly said by the short form is marked as such. */
export function figure(
  { low, high, op }: { readonly low: number; readonly high: number; readonly op: Bound },
  language: Language,
): string {
  const ends = low === high ? [low] : [low, high];
  const sign = op === 'eq' && !ends.every(isShort) ? SIGNS.about : SIGNS[op];
  return `${sign}${ends.map((end) => shortNumber(end, language)).join('–')}`;
}

/** Whether the short form says it exactly. */
function isShort(value: number): boolean {
  if (value < 10_000) return Number.isInteger(value * 10 ** FRACTION_DIGITS);
  const unit = 10 ** (Math.min(4, Math.floor(Math.log10(value) / 3)) * 3 - FRACTION_DIGITS);
  return Number.isInteger(value / unit);
}
