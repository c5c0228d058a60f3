import type { Claim } from '../domain/claim.ts';
import type { WordsContext } from './claim-words/context.ts';
import { structuredWords } from './claim-words/words.ts';
import { quoted } from './quoted.ts';

/**
 * What a line says between its lead and its date: the stored sentence, our words from the slots, or the article's own in
 * quotation marks. null where an excerpt's words are not at hand.
 * @param excerpt the verbatim piece of an excerpt; undefined where its text is not at hand
 */
export function lineWords(claim: Claim, excerpt: string | undefined, context: WordsContext): string | null {
  switch (claim.mode) {
    case 'paraphrase':
      return claim.sentence[context.language];
    case 'structured':
      return structuredWords(claim, context);
    case 'excerpt':
      return excerpt === undefined ? null : quoted(excerpt, context.language);
  }
}
