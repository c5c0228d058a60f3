import type { Font } from './font.ts';

export interface TextStyle {
  /** Height of the letters' em in pixels. */
  readonly size: number;
  readonly bold?: boolean;
}

/** What is known of texts before they are drawn. All of it cleans the text first. */
export interface Typesetter {
  /** In pixels. */
  readonly widthOf: (text: string, style: TextStyle) => number;
  /** The text, or as much of it with an ellipsis as is at most so wide; '' where nothing is. */
  readonly cut: (text: string, style: TextStyle, width: number) => string;
  /** The text in at most so many lines, broken between words; what is left of it is cut off the last one. */
  readonly wrap: (text: string, style: TextStyle, width: number, lines: number) => readonly string[];
}

export interface Fonts {
  readonly regular: Font;
  readonly bold: Font;
}

/** Nothing longer is ever seen. */
const LONGEST_CHARS = 400;
const ELLIPSIS = '…';
/** What stands for a letter that the font does not have: the first of these that it has. */
const STAND_INS = ['\u25a1', '\ufffd', '?'];

export function typesetter(fonts: Fonts): Typesetter {
  const standIn = STAND_INS.find((sign) => fonts.bold.advanceOf(sign.codePointAt(0) ?? 0) !== undefined) ?? '?';
  const cleaned = (text: string): string => legible(clean(text), fonts.bold, standIn);
  const widthOf = (text: string, { size, bold }: TextStyle): number => {
    const font = bold ? fonts.bold : fonts.regular;
    return size * [...text].reduce((sum, letter) => sum + (font.advanceOf(letter.codePointAt(0) ?? 0) ?? 0), 0);
  };
  const cutClean = (text: string, style: TextStyle, width: number): string => {
    if (widthOf(text, style) <= width) return text;
    return longest([...text], (part) => widthOf(`${part.trimEnd()}${ELLIPSIS}`, style) <= width);
  };
  return {
    widthOf: (text, style) => widthOf(cleaned(text), style),
    cut: (text, style, width) => cutClean(cleaned(text), style, width),
    wrap: (text, style, width, lines) => {
      const fits = (line: string): boolean => widthOf(line, style) <= width;
      const broken = breakLines(cleaned(text).split(' '), fits, lines);
      return broken.map((line) => cutClean(line, style, width));
    },
  };
}

/** One line without what cannot be seen: control, zero-width, direction and unassigned characters, piles of marks. */
function clean(text: string): string {
  return text
    .slice(0, LONGEST_CHARS)
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/(\p{M})\p{M}+/gu, '$1')
    .trim();
}

/** One stand-in for each run of letters that the font does not have. */
function legible(text: string, font: Font, standIn: string): string {
  const known = [...text].map((letter) => (font.advanceOf(letter.codePointAt(0) ?? 0) === undefined ? '\0' : letter));
  return known.join('').replace(/\0+/g, standIn);
}

/** The most first letters of which `fits` says yes, with an ellipsis. */
function longest(letters: readonly string[], fits: (part: string) => boolean): string {
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(letters.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${letters.slice(0, low).join('').trimEnd()}${ELLIPSIS}`;
}

/** The last line takes all that is left, however wide. */
function breakLines(words: readonly string[], fits: (line: string) => boolean, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && (lines.length === most || fits(longer))) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter((line) => line !== '');
}
