import { fold, withoutBullet } from './fold.ts';
import { type Lexicon, startIn } from './lexicon.ts';

const NAME =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:(?:de|del|da|van|von|der|bin|al|el|la|le)\s+){0,2}\p{Lu}[\p{L}\p{M}.'’-]*){1,3}/u;
const MOST_CHARS = 120;

/** Who wrote the article, from the first byline among the lines around it; of several people the first. */
export function authorIn(margins: readonly string[], lexicon: Lexicon): string | null {
  for (const line of margins) {
    const words = withoutBullet(line.slice(0, 2 * MOST_CHARS));
    const label = startIn(lexicon.bylines, fold(words));
    const name = label === 0 ? null : NAME.exec(words.slice(label).replace(/^[\s:]+/u, ''));
    if (name !== null) return name[0].slice(0, MOST_CHARS);
  }
  return null;
}
