import type { Claim } from '../../domain/claim.ts';
import type { WordsContext } from './context.ts';
import { englishWords } from './en/words.ts';
import { ukrainianWords } from './uk/words.ts';

/**
 * A claim in our own words, one sentence from its slots, as a stored sentence would be: it keeps negation and modality, and
 * names neither the speaker nor the date, which the line prints beside it.
 */
export function structuredWords(claim: Claim, context: WordsContext): string {
  return context.language === 'en' ? englishWords(claim, context) : ukrainianWords(claim, context);
}
