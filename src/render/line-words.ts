import type { Claim } from '../domain/claim.ts';
import type { Language } from '../domain/language.ts';
import { structuredWords } from './claim-words/words.ts';
import { quoted } from './quoted.ts';
import type { Labels } from './speaker.ts';

/** What a claim is printed from beside its own slots. */
interface Origin {
  /** Its verbatim piece; undefined where the text is not at hand. */
  readonly excerpt: string | undefined;
  /** Language of its article, as a BCP 47 primary subtag. */
  readonly written: string;
}

/**
 * What a line says between its lead and its date: the stored sentence, our words from the slots, or the article's own in
 * quotation marks. null where an excerpt's words are not at hand.
 */
export function lineWords(
  claim: Claim,
  { excerpt, written }: Origin,
  { labels, language }: { readonly labels: Labels; readonly language: Language },
): string | null {
  switch (claim.mode) {
    case 'paraphrase':
      return claim.sentence[language];
    case 'structured':
      return structuredWords(claim, { labels, language, written });
    case 'excerpt':
      return excerpt === undefined ? null : quoted(excerpt, language);
  }
}
