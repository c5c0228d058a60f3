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

const WORD = String.raw`(\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ]\p{L}+)*)`;
const NUMBER = String.raw`\d+(?:[.,]\d+)*`;
const HARD_SPACES = '\u00a0\u202f\u2009';
const tokens = (groupSpaces: string): RegExp =>
  new RegExp(String.raw`${WORD}|(\d{1,3}(?:[${groupSpaces}]\d{3})+(?![\d])|${NUMBER})|\S`, 'gu');
const PLAIN = tokens(HARD_SPACES);
const SPACED = tokens(`${HARD_SPACES} `);

/** Lower case, one kind of apostrophe, ё as е: how words are compared. May change the length. */
export const foldWord = (word: string): string => word.toLowerCase().replace(/[’ʼ]/g, "'").replace(/ё/g, 'е');

/**
 * The tokens of a text in their order.
 * @param spacedThousands whether a plain space may part the thousands of a number ("30 000"); a hard space always may
 */
export function tokenise(text: string, spacedThousands = false): readonly Token[] {
  let last = 0;
  return [...text.matchAll(spacedThousands ? SPACED : PLAIN)].map((match) => {
    const [raw, word, number] = match;
    const start = match.index;
    const glued = start > 0 && start === last;
    last = start + raw.length;
    const kind = word !== undefined ? 'word' : number !== undefined ? 'number' : 'sign';
    const capital = kind === 'word' && /^\p{Lu}/u.test(raw);
    const upper = capital && raw === raw.toUpperCase();
    return { text: kind === 'word' ? foldWord(raw) : raw, kind, start, end: last, glued, capital, upper };
  });
}
