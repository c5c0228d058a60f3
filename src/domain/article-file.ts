import { z } from 'zod';
import { Article } from './article.ts';
import { Claim } from './claim.ts';

/** One processed article with all its claims: a file of `data/articles`, named after the article's id. */
export const ArticleFile = z
  .strictObject({ schema: z.literal(1), article: Article, claims: z.array(Claim).readonly() })
  .superRefine((file, context) => {
    const seen = new Set<string>();
    file.claims.forEach((claim, index) => {
      if (seen.has(claim.id))
        context.addIssue({ code: 'custom', message: `repeats the id ${claim.id}`, path: ['claims', index, 'id'] });
      seen.add(claim.id);
      claim.evidence.forEach((e, at) => {
        if (e.end > file.article.text.chars)
          context.addIssue({
            code: 'custom',
            message: 'ends after the text does',
            path: ['claims', index, 'evidence', at, 'end'],
          });
      });
    });
  })
  .readonly();
export type ArticleFile = z.infer<typeof ArticleFile>;
