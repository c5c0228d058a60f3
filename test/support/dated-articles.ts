import type { ArticleFile } from '../../src/domain/article-file.ts';
import { aClaim, anArticleFile, published } from './claims.ts';

/** A day of May 2024, Unix ms. */
export const MAY = (day: number): number => Date.UTC(2024, 4, day);

/** Its sentence in both languages. */
export const say = (en: string) => ({ sentence: { en, uk: `${en} (uk)` } });
/** When it happened. */
export const on = (iso: string) => ({ date: { text: iso, iso } });

/** What officials say of so many dead on 12 May. */
export const dead = (value: number) => ({
  ...({ type: 'impact', kind: ['killed'], attr: { who: 'officials' }, epi: 'attributed' } as const),
  ...on('2024-05-12'),
  count: { value, op: 'eq' as const, unit: 'people' },
  ...say(`${value} people died.`),
});
export const STRIKE = { ...on('2024-05-11'), ...say('A missile hit Kharkiv.') };
export const VISIT = { type: 'visit', ...say('Blinken was in Kyiv.') } as const;

/** An article that came out on a day of May 2024. */
export const articleOf = (
  id: string,
  publisher: string,
  day: number,
  ...claims: Parameters<typeof aClaim>[0][]
): ArticleFile =>
  anArticleFile(
    { id, publisher, ...published(MAY(day)) },
    claims.map((claim) => aClaim(claim)),
  );
