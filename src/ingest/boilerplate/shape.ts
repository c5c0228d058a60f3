import { fold } from '../fold.ts';
import { type Lexicon, startIn } from '../lexicon.ts';
import { outletsIn, wordsOf } from '../outlets.ts';

const FRONT_MATTER = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+:|^[a-z][a-z0-9_]{1,30}:\s?(?:$|["'[{]|https?:)/;
const IMAGE = /^!\[[^\]]{0,500}\]\([^)]{0,2000}\)/;
/** The address of a link in Markdown, in its forms "](…)" and "<…>", and a bare one. */
const ADDRESS = /\]\([^)\s]{0,2000}\)?|<[^<>\s]{4,2000}>|https?:\/\/\S{1,2000}/g;
const LINK = /\[[^\][]{0,300}\]\([^()\s]{0,2000}\)/g;
const MOST_LINK_SHARE = 0.5;
/** "Label:Headline", as where two links ran together. */
const GLUED = /^[\p{Lu}\d][^.!?:]{2,40}:["“‘'\p{Lu}]/u;
const CAPITALS_CHARS = { least: 25, most: 160 };

/** Whether the form of a line alone shows that it is no part of a report. Linear in the line. */
export function hasFurnitureShape(text: string, lexicon: Lexicon): boolean {
  return (
    FRONT_MATTER.test(text) ||
    IMAGE.test(text) ||
    isMostlyLinks(text) ||
    isCredit(text, lexicon) ||
    (GLUED.test(text) && text.length < CAPITALS_CHARS.most) ||
    isInCapitals(text)
  );
}

function isMostlyLinks(text: string): boolean {
  if (!text.includes('](') && !text.includes('http')) return false;
  const inLinks = (text.match(LINK) ?? []).reduce((sum, link) => sum + link.length, 0);
  const rest = text.replace(ADDRESS, '').replace(/[^\p{L}\p{N}]/gu, '').length;
  return inLinks > 0.8 * text.length || rest < (1 - MOST_LINK_SHARE) * 0.5 * text.length;
}

/** A headline in capitals: a link to another article, where headlines of the article itself are told apart before. */
function isInCapitals(text: string): boolean {
  if (text.length < CAPITALS_CHARS.least || text.length > CAPITALS_CHARS.most) return false;
  const [capitals, small] = [text.match(/\p{Lu}/gu)?.length ?? 0, text.match(/\p{Ll}/gu)?.length ?? 0];
  return capitals > 15 && small <= 2;
}

const BRACKETED_END = /[([]([^()[\]]{2,80})[)\]]\.?$/;
const CREDIT_CHARS = 600;
const TAIL_CHARS = 70;

/** A picture's credit at the end of a line: "(Jane Doe/Example News)", "(Photo: AFP)", "Jane Doe / AFP", "© Jane Doe". */
export function isCredit(text: string, lexicon: Lexicon): boolean {
  if (text.length > CREDIT_CHARS) return false;
  const tail = text.slice(-TAIL_CHARS);
  const inside = BRACKETED_END.exec(text.slice(-84))?.[1];
  if (inside !== undefined) return isCreditInBrackets(inside, lexicon);
  return /©\s*\S/u.test(tail) || isLabelled(tail, lexicon) || (tail.includes('/') && isSigned(tail, lexicon));
}

const LABEL = /(?:^|[\s.])(\p{L}{3,20})\s?:\s?\p{Lu}[^:]{2,60}$/u;

/** "… Photographer: Jane Doe" */
function isLabelled(tail: string, { credits }: Lexicon): boolean {
  const label = fold(LABEL.exec(tail)?.[1] ?? '');
  return label !== '' && startIn(credits, label) === label.length;
}

const TWO_NAMES = /\p{L}\s?\/\s?\p{L}/u;
const PERSON_FIRST = /^\p{Lu}\S* \p{Lu}[^/]*\//u;

function isCreditInBrackets(inside: string, { outlets, credits }: Lexicon): boolean {
  if (startIn(credits, fold(inside)) > 0) return true;
  if (!TWO_NAMES.test(inside) || isOutletAlone(inside, outlets)) return false;
  return PERSON_FIRST.test(inside) || outletsIn(outlets, wordsOf(inside.replaceAll('/', ' / '))).length > 0;
}

const NAMES_ALONE = /^\s?\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3}$/u;
const SENTENCE_END = /[.!?"”]\s+/u;
const SIGNATURE_WORDS = 8;

/** "… Jane Doe/AFP", "… REUTERS/Jane Doe", and behind a sentence "REUTERS/Jane Doe/File Photo". */
function isSigned(tail: string, { outlets }: Lexicon): boolean {
  const slash = tail.lastIndexOf('/');
  const [before, after] = [wordsOf(tail.slice(0, slash)), tail.slice(slash + 1)];
  if (isOutletAlone(after, outlets)) return true;
  if (NAMES_ALONE.test(after) && outletsIn(outlets, before).at(-1)?.to === before.length) return true;
  const [signature = '', ...sentences] = tail.split(SENTENCE_END).toReversed();
  const names = signature.split('/').filter((name) => name.trim() !== '');
  return (
    sentences.length > 0 &&
    names.some((name) => isOutletAlone(name, outlets)) &&
    signature.split(' ').length <= SIGNATURE_WORDS
  );
}

function isOutletAlone(text: string, outlets: Lexicon['outlets']): boolean {
  const words = wordsOf(text);
  const [first] = outletsIn(outlets, words);
  return first !== undefined && first.from === 0 && words.length - first.to <= 1;
}
