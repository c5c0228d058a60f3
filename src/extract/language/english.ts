import model from 'wink-eng-lite-web-model';
import winkNlp, { type ItemSentence, type ItsFunction } from 'wink-nlp';
import { POS, type Pos, type Token } from '../document.ts';
import type { Tagger } from './tagger.ts';

const KNOWN: ReadonlySet<string> = new Set(POS);
const isPos = (tag: string): tag is Pos => KNOWN.has(tag);

/** Typographic marks by the plain ones that the model knows; each of the same length, so that offsets stay. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ...['‘', '’', 'ʼ', '′'].map((mark) => [mark, "'"] as const),
  ...['“', '”', '„', '«', '»'].map((mark) => [mark, '"'] as const),
  ...['–', '—', '―'].map((mark) => [mark, '-'] as const),
  ...['\u00a0', '\u202f', '\u2009', '\t', '\r'].map((mark) => [mark, ' '] as const),
]);
const TYPOGRAPHIC = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'g');

/** The English tagger: wink-nlp's sentences, parts of speech and lemmas. Loading its model takes a tenth of a second. */
export function createEnglishTagger(): Tagger {
  const nlp = winkNlp(model, ['sbd', 'pos']);
  const { value, pos } = nlp.its;
  // its.lemma takes one argument more than the type of out() knows, and gets it.
  const lemma = nlp.its.lemma as unknown as ItsFunction<string>;
  return (text) => {
    const plain = text.replace(TYPOGRAPHIC, (mark) => PLAIN.get(mark) ?? mark);
    const sentences: (readonly Token[])[] = [];
    let from = 0;
    nlp
      .readDoc(plain)
      .sentences()
      .each((sentence: ItemSentence) => {
        const words = sentence.tokens();
        const tagged = placed(plain, text, from, [words.out(value), words.out(pos), words.out(lemma)]);
        from = tagged.at(-1)?.end ?? from;
        if (tagged.length > 0) sentences.push(tagged);
      });
    return sentences;
  };
}

type Columns = readonly [readonly string[], readonly string[], readonly string[]];

/** Finds the tagger's words in the text again, from an offset on. */
function placed(plain: string, text: string, from: number, [values, tags, lemmas]: Columns): readonly Token[] {
  const tokens: Token[] = [];
  let at = from;
  values.forEach((value, index) => {
    const start = plain.indexOf(value, at);
    if (start === -1 || value.trim() === '') return;
    const end = start + value.length;
    at = end;
    const [tag = 'X', lemma = value] = [tags[index], lemmas[index]];
    const lower = value.toLowerCase();
    tokens.push({
      text: text.slice(start, end),
      lower,
      lemma: lemma === lower ? singular(lower, tag) : lemma,
      pos: isPos(tag) ? tag : 'X',
      start,
      end,
    });
  });
  return tokens;
}

const PLURAL = /(?:[^aeiou]ies|(?:s|x|z|ch|sh)es|[^sui]s)$/;

/** The tagger leaves plurals that it does not know, and all in headlines, as they are. */
function singular(lower: string, tag: string): string {
  if ((tag !== 'NOUN' && tag !== 'PROPN') || lower.length < 5 || !PLURAL.test(lower)) return lower;
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  return /(?:ss|x|z|ch|sh)es$/.test(lower) ? lower.slice(0, -2) : lower.slice(0, -1);
}
