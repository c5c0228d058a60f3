import { tagCyrillic } from './cyrillic.ts';
import { createEnglishTagger } from './english.ts';
import type { Tagger } from './tagger.ts';

/** Languages with lexicons and weights, by BCP 47 primary subtag; in other languages nothing is extracted. */
export const EXTRACTED_LANGUAGES = ['en', 'ru', 'uk'] as const;
export type ExtractedLanguage = (typeof EXTRACTED_LANGUAGES)[number];

/** One tagger per language that articles can be extracted in. */
export function createTaggers(): Readonly<Record<ExtractedLanguage, Tagger>> {
  return { en: createEnglishTagger(), ru: tagCyrillic, uk: tagCyrillic };
}
