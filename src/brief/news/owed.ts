import type { ArticleId } from '../../domain/article.ts';
import type { EventId } from '../../domain/event.ts';
import type { DigestContent, Told, Withheld } from '../../domain/outbox.ts';
import { type RankedClaim, sourcedKey } from '../../domain/sourced-claim.ts';
import type { Findings } from '../build.ts';
import { KNOWN_AT_MOST } from './known.ts';

/** The articles in which something of each event is new: where nothing is known to have been there before, all. */
export function freshOf(
  claims: readonly RankedClaim[],
  { news, witnesses }: Pick<Findings, 'news' | 'witnesses'>,
): ReadonlyMap<EventId, readonly ArticleId[]> {
  const fresh = news?.fresh ?? null;
  return new Map(
    [...Map.groupBy(claims, ({ event }) => event)].map(([event, those]) => {
      const told = [
        ...those.map(({ article }) => article.id),
        ...(witnesses.get(event) ?? []).map((one) => one.articleId),
      ];
      const untold = new Set(those.flatMap((one) => fresh?.withheld.get(sourcedKey(one)) ?? []));
      const isFresh = (id: ArticleId): boolean =>
        fresh === null || fresh.arrived.has(id) || fresh.replaced.has(id) || untold.has(id);
      return [event, [...new Set(told)].filter(isFresh)];
    }),
  );
}

/** Events that were found and are left for later. */
export function owedOf(claims: readonly RankedClaim[], findings: Findings): readonly Withheld[] {
  const fresh = freshOf(claims, findings);
  return [...Map.groupBy(claims, ({ event }) => event)].map(([event, those]) => {
    return { claims: [...new Set(those.map(sourcedKey))], articles: fresh.get(event) ?? [] };
  });
}

/** What one subject left out may have been looked at for another. */
export function withoutLooked(findings: Findings): Findings {
  const { found, news } = findings;
  if (!news?.beyond) return findings;
  const looked = new Set([...found.values()].flat().map(({ event }) => event));
  return { ...findings, news: { ...news, beyond: news.beyond.filter(({ event }) => !looked.has(event)) } };
}

/** Of what an earlier digest owes, so much is looked at by the next. */
export const OWED_AT_ONCE = 160;

/** Those of before whose turn it was not; of the others, what was not found is not there any more. */
export function stillOwed(before: readonly Withheld[], { found }: Findings): readonly Withheld[] {
  const looked = new Set([...found.values()].flat().map(sourcedKey));
  return before.slice(OWED_AT_ONCE).filter(({ claims }) => !claims.some((claim) => looked.has(claim)));
}

/** What was too much to be looked at. */
export function beyondOf(
  { found, news }: Findings,
  left: readonly Withheld[],
  seen: { readonly articles: number },
  told: Told | null,
): Pick<DigestContent, 'beyond'> {
  if (!news || told === null) return {};
  const looked = new Set([...found.values()].flat().map(({ event }) => event)).size;
  const untold = Math.max(0, news.counts.events - looked - left.length);
  const isFull = news.counts.arrived >= KNOWN_AT_MOST;
  const articles = isFull ? Math.max(0, seen.articles - told.articles - KNOWN_AT_MOST) : 0;
  if (left.length + untold + articles === 0) return {};
  return { beyond: { left: left.length, untold, articles } };
}
