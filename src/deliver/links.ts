import { safeTarget } from './link.ts';

/** More links than anybody chooses from. */
const MOST_LINKS = 10;
const LINK_CHARS = 2_000;

/** An address ends at blanks and at what encloses it in markup. */
const ADDRESS = /https?:\/\/[^\s<>"`|]+/gi;
/** A full stop, or a bracket that was opened before the address, is the sentence's. */
const SENTENCE_END = /[.,;:!?'*_~\]]+$/;

/** Web addresses in texts of messages, as they come, each once; what is no safe link for anybody is none. */
export function linksIn(texts: readonly string[]): readonly string[] {
  const found = texts.flatMap((text) => text.match(ADDRESS) ?? []).map(withoutSentence);
  const links = found.filter((link) => link.length <= LINK_CHARS && safeTarget(link) !== null);
  return [...new Set(links)].slice(0, MOST_LINKS);
}

function withoutSentence(address: string): string {
  const cut = address.replace(SENTENCE_END, '');
  const isOpen = cut.endsWith(')') && cut.split(')').length > cut.split('(').length;
  if (isOpen) return withoutSentence(cut.slice(0, -1));
  return cut;
}
