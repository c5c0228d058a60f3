import { MESSAGE_CHARS, type ReadMessage } from '../domain/message.ts';
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
 * Reads claims out of a message, as out of an article that came out on its day. Never throws: what is no text has no claims.
 * @param day of the message, YYYY-MM-DD in UTC
 */
export function readMessage(message: string, day: string, reader: Reader): ReadMessage {
  const text = wordsOf(message);
  const isCut = message.length > MESSAGE_CHARS;
  const read =
    text === '' ? null : reader({ kind: 'json', body: JSON.stringify({ raw_text: text, published: day }), url: null });
  if (!read?.ok) return { text, isCut, article: null, claims: [] };
  const { file, withheld } = read.value;
  const all = [...file.claims, ...withheld].map((claim) => ({ claim, isSure: claim.mode === 'structured' }));
  const startOf = ({ claim }: (typeof all)[number]): number => claim.evidence[0]?.start ?? 0;
  return { text, isCut, article: file.article, claims: all.toSorted((a, b) => startOf(a) - startOf(b)) };
}
