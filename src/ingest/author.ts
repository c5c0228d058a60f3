import type { Line } from './boilerplate/line.ts';
import { fold, withoutBullet } from './fold.ts';
import { type Lexicon, startIn } from './lexicon.ts';

const NAME =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:(?:de|del|da|van|von|der|bin|al|el|la|le)\s+){0,2}\p{Lu}[\p{L}\p{M}.'’-]*){1,3}/u;
const MOST_CHARS = 120;

/** Who wrote the article, from the first byline among the lines around it; of several people the first. */
export function authorIn(margins: readonly Line[], lexicon: Lexicon): string | null {
  for (const { text } of margins) {
    const words = withoutBullet(text.slice(0, 2 * MOST_CHARS));
    const label = startIn(lexicon.bylines, fold(words));
    const name = label === 0 ? null : NAME.exec(words.slice(label).replace(/^[\s:]+/u, ''));
    if (name !== null) return withoutMonth(name[0], lexicon).slice(0, MOST_CHARS);
  }
  return null;
}

/** A date may follow a name without a mark between them. */
function withoutMonth(name: string, { months }: Lexicon): string {
  const words = name.split(/\s+/);
  const month = words.findIndex((word) => months.has(fold(word).replace(/\.$/, '')));
  return month < 2 ? name : words.slice(0, month).join(' ');
}
