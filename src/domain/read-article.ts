import { z } from 'zod';
import { ArticleFile } from './article-file.ts';
import { Claim } from './claim.ts';

/** A document as it is stored: `file` with its claims, `text` that their offsets count in. */
export const ReadArticle = z
  .strictObject({
    file: ArticleFile,
    /** Claims that are too doubtful to be stored or printed. */
    withheld: z.array(Claim).readonly(),
    text: z.string(),
    /** Whether the text was taken out of a page, so that it is none that was given. */
    isCleaned: z.boolean(),
    /** How many characters of the text were looked at for claims; null where all were. */
    readTo: z.int().nullable(),
  })
  .readonly();
export type ReadArticle = z.infer<typeof ReadArticle>;
