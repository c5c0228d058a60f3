import { foldName } from './entity.ts';

/** Shorter words stand in any text. */
const LEAST_CHARS = 4;

/**
 * The words of a text that tell things apart, folded and cut to their first letters, so that endings make no difference.
 * @param chars letters that are kept of a word
 */
export const stemsOf = (text: string, chars: number): readonly string[] =>
  foldName(text)
    .split(' ')
    .filter((word) => word.length >= LEAST_CHARS)
    .map((word) => word.slice(0, chars));
