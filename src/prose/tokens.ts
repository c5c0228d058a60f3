import type { ProseWords } from './words.ts';

/** What a sentence is compared by: a word, a number or a name, with what stands before it. */
export interface Token {
  /** In small letters; of words that mean the same, one for all. */
  readonly text: string;
  readonly kind: 'word' | 'number' | 'preposition' | 'break' | 'be' | 'auxiliary';
  /** Must not be left out. */
  readonly isMarked: boolean;
  /** A comma, a bracket or a dash stands before it. */
  readonly afterComma: boolean;
  /** As it was written. */
  readonly surface: string;
}

const PARTS = /#\d[\d.e+]*|\p{L}[\p{L}\p{M}\p{N}_]*(?:['.-][\p{L}\p{N}]+)*|[\p{Sc}%]|\d[\d.,:]*\d|\d|[,;:()—–]/gu;
const COMMA = /^[,;:()—–]$/;

/** Takes a sentence apart. Words that say nothing by themselves are left out, but for forms of "to be" and other auxiliaries. */
export function tokensOf(text: string, words: ProseWords): readonly Token[] {
  const tokens: Token[] = [];
  let afterComma = false;
  for (const [part] of normalised(text, words).matchAll(PARTS)) {
    const read = COMMA.test(part) ? [] : readPart(part, words);
    afterComma ||= COMMA.test(part);
    for (const token of read) {
      tokens.push({ ...token, afterComma });
      afterComma = false;
    }
  }
  return tokens;
}

/** One kind of apostrophe, numbers by their value, phrases that mean the same by one of them. */
function normalised(text: string, words: ProseWords): string {
  const plain = text
    .normalize('NFC')
    .replace(/[’ʼ′`]/g, "'")
    .replace(/[\u00a0\u202f\u2009]/g, ' ');
  return withPhrases(withNumbers(plain, words), words).replace(/'s(?!\p{L})/gu, '');
}

function withNumbers(text: string, { numbersIn }: ProseWords): string {
  let [out, from] = ['', 0];
  for (const { start, end, value } of numbersIn(text)) {
    out += `${text.slice(from, start)} #${value} `;
    from = end;
  }
  return out + text.slice(from);
}

/** A name within "non-Russian" is no name. */
const LETTER = /[\p{L}\p{N}#-]/u;

/** The longest phrase at each place; the others are left as they are. */
function withPhrases(text: string, { phrases }: ProseWords): string {
  const lower = text.toLowerCase();
  let out = '';
  for (let at = 0; at < text.length; ) {
    const isStart = at === 0 || !LETTER.test(lower[at - 1] ?? '');
    const here = isStart
      ? [lower, text].flatMap((cased) => phrases.get(cased[at] ?? '')?.find(standsIn(cased, at)) ?? [])
      : [];
    const [phrase = '', as = text[at] ?? ''] = here;
    out += phrase === '' ? as : ` ${as} `;
    at += phrase.length || 1;
  }
  return out;
}

const standsIn =
  (text: string, at: number) =>
  ([phrase]: readonly [string, string]): boolean =>
    text.startsWith(phrase, at) && !(LETTER.test(phrase.at(-1) ?? '') && LETTER.test(text[at + phrase.length] ?? ''));

type Read = Omit<Token, 'afterComma'>;

function readPart(part: string, words: ProseWords): readonly Read[] {
  const lower = part.toLowerCase();
  const whole = words.file.contracted[lower];
  if (whole !== undefined) return whole.split(' ').flatMap((word) => readWord(word, word, words));
  if (lower.endsWith("n't")) return readWord('not', part, words);
  return readWord(lower, part, words);
}

function readWord(text: string, surface: string, words: ProseWords): readonly Read[] {
  if (words.be.has(text)) return [{ text, kind: 'be', isMarked: false, surface }];
  if (words.auxiliaries.has(text)) return [{ text, kind: 'auxiliary', isMarked: false, surface }];
  if (words.free.has(text)) return [];
  return [{ text: words.verbs.get(text) ?? text, kind: kindOf(text, words), isMarked: isMarked(text, words), surface }];
}

const isMarked = (text: string, { marked }: ProseWords): boolean => text.split('_').some((word) => marked.has(word));

function kindOf(text: string, words: ProseWords): Token['kind'] {
  if (text.startsWith('#')) return 'number';
  if (words.breaks.has(text)) return 'break';
  return words.prepositions.has(text) ? 'preposition' : 'word';
}
