import { fold, withoutBullet, withoutTail } from '../fold.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Line } from './line.ts';
import { isProse } from './line.ts';

const TITLE = { leastWords: 3, mostWords: 40, mostChars: 250 };
/** Behind these a title may carry the name of the site. */
const SITE = /\s(?:[|·•»]|[–—-])\s/u;
const MOST_SITE_WORDS = 5;

const plain = (text: string): string => withoutTail(withoutBullet(fold(text)));

/** The forms of a title for comparison: whole, and without the site's name at its end. */
export function titleForms(title: string): readonly string[] {
  const parts = title.slice(0, 2 * TITLE.mostChars).split(SITE);
  const site = parts.at(-1) ?? '';
  const cut =
    parts.length > 1 && site.split(/\s+/).length <= MOST_SITE_WORDS ? title.slice(0, title.lastIndexOf(site)) : title;
  return [...new Set([plain(title), plain(cut.replace(/[\s|·•»–—-]+$/u, ''))])].filter((form) => form !== '');
}

/** Whether a line says a title and nothing else but perhaps the site's name. */
export const isTitle = (line: Line, forms: readonly string[]): boolean =>
  line.folded !== '' &&
  line.text.length <= 2 * TITLE.mostChars &&
  titleForms(line.text).some((form) => forms.includes(form));

/**
 * The line that a text without a title of its own seems to be headed by: the first before any paragraph that could be a
 * headline, one that comes again first.
 * @param candidates lines that are no furniture, in order
 */
export function guessTitle(candidates: readonly Line[], { openers }: Lexicon): Line | null {
  const prose = candidates.findIndex(isProse);
  const heads = (prose === -1 ? candidates : candidates.slice(0, prose)).filter(
    (line) => isHeadline(line) && !openers.some((opener) => line.folded.startsWith(opener)),
  );
  const seen = new Set<string>();
  const again = new Set(candidates.map(({ folded }) => folded).filter((line) => seen.has(line) || !seen.add(line)));
  return heads.find(({ folded }) => again.has(folded)) ?? heads[0] ?? null;
}

/** Two names or more and nothing else: who wrote it. */
const NAMES =
  /^\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,2}(?:,?\s(?:and|und|et|y|и|та|і)\s|,\s)\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,2}$/u;

const isHeadline = ({ text, words, isClosed }: Line): boolean =>
  words >= TITLE.leastWords &&
  words <= TITLE.mostWords &&
  text.length <= TITLE.mostChars &&
  !NAMES.test(text) &&
  (!isClosed || /[?!…"”»]$/u.test(text) || text.endsWith('U.S.'));
