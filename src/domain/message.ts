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
