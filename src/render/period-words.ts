import type { Language } from '../domain/language.ts';
import type { Period } from '../domain/period.ts';
import { dayRangeWords } from './date-words.ts';

/** Two days in words: "10–15 May 2024"; a day for a period of one. */
export function periodWords(period: Extract<Period, { from: string }>, language: Language): string {
  return dayRangeWords(Date.parse(period.from), Date.parse(period.to), language);
}
