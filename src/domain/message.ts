import { z } from 'zod';
import { Article } from './article.ts';
import { Claim } from './claim.ts';

/** Most of a message that is looked at; Discord's longest have as many. */
export const MESSAGE_CHARS = 4_000;

/** A message as it was read, as if it were an article. */
export const ReadMessage = z
  .strictObject({
    /** Without anything that cannot be seen; what the claims' evidence counts in. */
    text: z.string(),
    /** Whether there was more of it than is looked at. */
    isCut: z.boolean(),
    /** null where nothing could be read of it. */
    article: Article.nullable(),
    /** In the order of the text; `isSure`: each key slot was read without a doubt. */
    claims: z.array(z.strictObject({ claim: Claim, isSure: z.boolean() }).readonly()).readonly(),
  })
  .readonly();
export type ReadMessage = z.infer<typeof ReadMessage>;

/** Most statements of one message that are looked at. */
export const STATEMENTS_AT_MOST = 12;
const LETTER = /\p{L}/u;

/**
 * The sentences of a text that have a letter in them, with where they start, in UTF-16 code units.
 * @param language BCP 47 primary subtag; of one without rules of its own, those of English
 */
export function sentencesOf(
  text: string,
  language: string,
): readonly { readonly segment: string; readonly index: number }[] {
  const locale = Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'en';
  return [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)].filter(({ segment }) =>
    LETTER.test(segment),
  );
}
