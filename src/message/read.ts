import { MESSAGE_CHARS, type ReadMessage, STATEMENTS_AT_MOST, sentencesOf } from '../domain/message.ts';
import type { Reader } from '../reader.ts';

/** Marks that nobody sees or that turn the direction of text, and what stands for no word: links, mentions, custom emoji. */
const UNSEEN = /[\p{Cf}\p{Co}\p{Cn}]|[^\P{Cc}\n\t]/gu;
const NO_WORDS = /https?:\/\/\S+|<(?:@[!&]?|#|a?:\w{1,32}:|t:)-?\d+(?::\w)?>/g;
/** Discord's own marks, as they stand in the text of a message: https://support.discord.com/hc/articles/210298617 */
const MARKUP = /\*{1,3}|_{2,3}|~~|\|\||`{1,3}|^\s{0,3}(?:#{1,3}|>{1,3}|-#|[-*])\s/gm;
const LINK = /\[([^\][]{1,300})\]\([^()\s]{1,500}\)/g;

/** The words of a message, at most `MESSAGE_CHARS` of it. */
export const wordsOf = (message: string): string =>
  message
    .slice(0, MESSAGE_CHARS)
    .toWellFormed()
    .replace(UNSEEN, '')
    .replace(LINK, '$1')
    .replace(NO_WORDS, ' ')
    .replace(MARKUP, '')
    .trim();

/**
 * Reads claims out of a message, as out of an article that came out on its day. Each sentence is read by itself: what it leaves
 * open must not be filled in from its neighbours, since it is held against sources as a statement of its own. Never throws: what
 * is no text has no claims.
 * @param day of the message, YYYY-MM-DD in UTC
 */
export function readMessage(message: string, day: string, reader: Reader): ReadMessage {
  const text = wordsOf(message);
  const isCut = message.length > MESSAGE_CHARS;
  const whole = text === '' ? null : readText({ raw_text: text, published: day }, reader);
  if (whole === null) return { text, isCut, article: null, claims: [] };
  const { language } = whole.file.article;
  const sentences = sentencesOf(text, language).slice(0, STATEMENTS_AT_MOST);
  const claims = sentences.flatMap(({ segment, index }, nth) => {
    const read = readText({ raw_text: segment.trim(), published: day, language }, reader);
    const start = index + segment.length - segment.trimStart().length;
    return claimsOf(read).map((one) => ({ ...one, claim: movedTo(one.claim, start, nth) }));
  });
  return { text, isCut, article: whole.file.article, claims };
}

type Read = Extract<ReturnType<Reader>, { readonly ok: true }>['value'];
type Claims = ReadMessage['claims'];

function readText(text: object, reader: Reader): Read | null {
  const read = reader({ kind: 'json', body: JSON.stringify(text), url: null });
  return read.ok ? read.value : null;
}

/** In the order of the text. */
function claimsOf(read: Read | null): Claims {
  if (read === null) return [];
  const all = [...read.file.claims, ...read.withheld].map((claim) => ({ claim, isSure: claim.mode === 'structured' }));
  return all.toSorted((a, b) => startOf(a) - startOf(b));
}

const startOf = ({ claim }: Claims[number]): number => claim.evidence[0]?.start ?? 0;

const A = 'a'.codePointAt(0) ?? 0;

/** A claim of a sentence as one of the message that it stands in; its id tells the sentence too. */
function movedTo(claim: Claims[number]['claim'], by: number, nth: number): Claims[number]['claim'] {
  const moved = <S extends { readonly start: number; readonly end: number }>(span: S): S => {
    return { ...span, start: span.start + by, end: span.end + by };
  };
  const placed = { id: `${claim.id}${String.fromCodePoint(A + nth)}`, evidence: claim.evidence.map(moved) };
  return claim.mode === 'excerpt' ? { ...claim, ...placed, excerpt: moved(claim.excerpt) } : { ...claim, ...placed };
}
