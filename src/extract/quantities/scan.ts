/** Where words and numbers of a text end. Written by hand, since every sentence passes here. */

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const OTHER_SPACE = /^\s$/;
export const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code >= 0x80 && OTHER_SPACE.test(String.fromCharCode(code)));

const WORD_CHAR = /^[\p{L}\p{M}\p{N}]$/u;
const LETTER = /^\p{L}$/u;

const isLatin = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
/** Letters of Cyrillic, its signs and marks aside. */
const isCyrillic = (code: number): boolean => (code >= 0x400 && code <= 0x481) || (code >= 0x48a && code <= 0x52f);

/** UTF-16 code units of the letter at a place, 0 where there is none. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isLatin(code) || isCyrillic(code)) return 1;
  return code >= 0x80 ? matchAt(text, at, LETTER) : 0;
}

function matchAt(text: string, at: number, pattern: RegExp): number {
  const point = text.codePointAt(at);
  if (point === undefined) return 0;
  const char = String.fromCodePoint(point);
  return pattern.test(char) ? char.length : 0;
}

function wordCharAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isLatin(code) || isDigit(code) || isCyrillic(code)) return 1;
  return code >= 0x80 ? matchAt(text, at, WORD_CHAR) : 0;
}

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2bc || code === 0x60;

/** The end of a word that begins with a letter, with apostrophes inside it; `at` itself where no letter stands. */
export function wordEnd(text: string, at: number): number {
  let end = at + letterAt(text, at);
  if (end === at) return at;
  for (;;) {
    const width = wordCharAt(text, end);
    if (width > 0) end += width;
    else if (isApostrophe(text.charCodeAt(end)) && letterAt(text, end + 1) > 0) end += 1;
    else return end;
  }
}

const isGroupSpace = (code: number, plain: boolean): boolean =>
  code === 0xa0 || code === 0x202f || code === 0x2009 || (plain && code === 32);

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/**
 * The end of a number: digits with points and commas inside ("1,234.5"), or groups of three parted by spaces.
 * @param plain whether a plain space parts groups
 */
export function numberEnd(text: string, at: number, plain: boolean): number {
  const first = digitsEnd(text, at);
  const grouped = first - at <= 3 ? groupsEnd(text, first, plain) : first;
  return grouped > first ? grouped : separatedEnd(text, first);
}

function groupsEnd(text: string, at: number, plain: boolean): number {
  let end = at;
  while (isGroupSpace(text.charCodeAt(end), plain) && digitsEnd(text, end + 1) === end + 4) end += 4;
  return end;
}

function separatedEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    const code = text.charCodeAt(end);
    if ((code !== 44 && code !== 46) || !isDigit(text.charCodeAt(end + 1))) return end;
    end = digitsEnd(text, end + 1);
  }
}
