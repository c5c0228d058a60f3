import type { Pos, Token } from '../document.ts';
import type { Tagger } from './tagger.ts';

/** A word, with inner hyphens and apostrophes; a number with its separators; or one mark. */
const PARTS = /\p{L}[\p{L}\p{M}]*(?:['’ʼ-]\p{L}[\p{L}\p{M}]*)*|\d+(?:[.,:]\d+)*|\S/gu;
const WORD = /^\p{L}/u;
const NUMBER = /^\d/;
const CAPITAL = /^\p{Lu}/u;
const ENDS = new Set(['.', '!', '?', '…']);
const CLOSERS = new Set(['"', '»', '”', '“', ')', '’']);
/** Abbreviations that a full stop does not end a sentence after. */
const ABBREVIATED = new Set(
  'г гг м р рр им ім т тыс тис млн млрд трлн ст п пп ул вул д пр просп обл г-н ген полк подполк кв км руб грн долл дол см стр напр см др ін'.split(
    ' ',
  ),
);
/** Inflectional endings of Russian and Ukrainian, the longest first; at least three letters of a word stay. */
const ENDINGS =
  'иями ями ами ого его ому ему ыми ими ую юю ая яя ое ее ые ие ой ей ий ый ов ев ів їв ам ям ах ях ою ею єю ої ій им ым ом ем єм их ых іх їх ть ся ла ло ли ал ил ив ив ав ить ать ять ут ют ат ят єть ить а я о е є и ы і ї у ю ь й'
    .split(' ')
    .toSorted((a, b) => b.length - a.length);
const MIN_STEM = 3;

/** Tagger for Russian and Ukrainian: no model, so parts of speech are only told as far as writing shows them. */
export const tagCyrillic: Tagger = (text) => {
  const sentences: (readonly Token[])[] = [];
  let current: Token[] = [];
  let ended = false;
  for (const match of text.matchAll(PARTS)) {
    const token = tokenOf(match[0], match.index, current.length === 0);
    if (ended && !CLOSERS.has(token.text)) {
      if (startsSentence(token)) {
        sentences.push(current);
        current = [];
      }
      ended = false;
    }
    current.push(token);
    ended ||= ENDS.has(token.text) && !abbreviated(current);
  }
  if (current.length > 0) sentences.push(current);
  return sentences;
};

const startsSentence = ({ text }: Token): boolean => !/^\p{Ll}/u.test(text) && !ENDS.has(text);

/** Whether the full stop just read stands behind an abbreviation or an initial. */
function abbreviated(tokens: readonly Token[]): boolean {
  const before = tokens.at(-2);
  if (before === undefined || tokens.at(-1)?.text !== '.') return false;
  return ABBREVIATED.has(before.lower) || (before.text.length === 1 && CAPITAL.test(before.text));
}

function tokenOf(text: string, start: number, first: boolean): Token {
  const lower = text.toLowerCase().replaceAll(/[’ʼ]/g, "'");
  return { text, lower, lemma: stem(lower), pos: posOf(text, first), start, end: start + text.length };
}

function posOf(text: string, first: boolean): Pos {
  if (NUMBER.test(text)) return 'NUM';
  if (!WORD.test(text)) return 'PUNCT';
  return CAPITAL.test(text) && !first ? 'PROPN' : 'X';
}

/** A word without its inflectional ending: what its forms have in common, near enough for a lexicon of stems. */
export function stem(lower: string): string {
  const ending = ENDINGS.find((end) => lower.length - end.length >= MIN_STEM && lower.endsWith(end));
  return ending === undefined ? lower : lower.slice(0, -ending.length);
}
