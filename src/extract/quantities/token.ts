import { isDigit, isSpace, numberEnd, wordEnd } from './scan.ts';

/** A word, a number in digits, or any other sign. Offsets are UTF-16 code units of the text, half-open. */
export interface Token {
  /** Folded by `foldWord`. */
  readonly text: string;
  readonly kind: 'word' | 'number' | 'sign';
  readonly start: number;
  readonly end: number;
  /** Stands right behind the token before, with no space between. */
  readonly glued: boolean;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** Holds no small letter. */
  readonly upper: boolean;
}

/** No sentence is longer: what lies beyond in a text is not read. */
export const MOST_CHARS = 20_000;

const FOLDED = /[’ʼ`ё]/;
/** Lower case, one kind of apostrophe, ё as е: how words are compared. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return FOLDED.test(lower) ? lower.replace(/[’ʼ`]/g, "'").replace(/ё/g, 'е') : lower;
}

/** Words for look-up, folded. */
export const wordSet = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(foldWord));

/** Values by their word, folded. */
export const wordMap = <T>(values: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(Object.entries(values).map(([word, value]) => [foldWord(word), value]));

/**
 * The tokens of a sentence in their order, within its first `MOST_CHARS`.
 * @param spacedThousands whether a plain space may part the thousands of a number ("30 000"); a hard space always may
 */
export function tokenise(text: string, spacedThousands = false): readonly Token[] {
  const tokens: Token[] = [];
  const length = Math.min(text.length, MOST_CHARS);
  let last = -1;
  for (let at = 0; at < length; ) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    const token = isDigit(code)
      ? signToken(text, at, numberEnd(text, at, spacedThousands), last, 'number')
      : wordToken(text, at, last);
    tokens.push(token);
    at = token.end;
    last = at;
  }
  return tokens;
}

function signToken(text: string, start: number, end: number, last: number, kind: 'number' | 'sign'): Token {
  return { text: text.slice(start, end), kind, start, end, glued: start === last, capital: false, upper: false };
}

function wordToken(text: string, start: number, last: number): Token {
  const end = wordEnd(text, start);
  if (end === start) {
    const wide = (text.codePointAt(start) ?? 0) > 0xffff;
    return signToken(text, start, start + (wide ? 2 : 1), last, 'sign');
  }
  const raw = text.slice(start, end);
  const first = raw.charAt(0);
  const capital = first !== first.toLowerCase();
  const upper = capital && raw === raw.toUpperCase();
  return { text: foldWord(raw), kind: 'word', start, end, glued: start === last, capital, upper };
}
