import { publishedAtMs } from '../../src/domain/article.ts';
import type { ArticleFile } from '../../src/domain/article-file.ts';
import { type Claim, type ClaimType, refsOf } from '../../src/domain/claim.ts';
import { type Entity, foldName } from '../../src/domain/entity.ts';
import type { Span } from '../../src/domain/period.ts';
import type { SourcedClaim } from '../../src/domain/sourced-claim.ts';
import type { FoundSubject } from '../../src/domain/subject.ts';
import type { ClaimQuery, Coverage, Selector } from '../../src/store/contract.ts';
import { sentenceOf } from '../support/claims.ts';
import { factKey } from '../support/fact-rules.ts';

/** What is in a store: by server ('' is the operator), then by article id. */
export type Shelf = ReadonlyMap<string, ReadonlyMap<string, ArticleFile>>;

/** The store's contract by looking at every claim each time. */
export interface Model {
  readonly best: (query: ClaimQuery, type: ClaimType, facts: number) => readonly Standing[];
  readonly counts: (query: ClaimQuery, atMost: number) => ReadonlyMap<ClaimType, number>;
  readonly coverage: (guildId: string | null, subject: FoundSubject, types: readonly ClaimType[]) => Coverage | null;
}

/** A fact as far as its rank goes, with the names of its claims. */
export interface Standing {
  readonly publishers: number;
  readonly newestMs: number | null;
  readonly claims: readonly string[];
}

export const nameOf = ({ article, claim }: SourcedClaim): string => `${article.id} ${claim.id}`;

/**
 * @param counted publishers that count; null: all
 * @param isWrong whether a claim is marked as wrong for who asks
 */
export function modelOf(
  shelf: Shelf,
  entities: readonly Entity[],
  counted: readonly string[] | null = null,
  isWrong: (stored: SourcedClaim, guildId: string | null) => boolean = () => false,
): Model {
  const seen = (guildId: string | null): readonly SourcedClaim[] => {
    const own = guildId === null ? [] : [...(shelf.get(guildId) ?? [])].filter(([id]) => !shelf.get('')?.has(id));
    const files = [...(shelf.get('')?.values() ?? []), ...own.map(([, file]) => file)];
    const seenOnes = files.filter(({ article }) => counted === null || counted.includes(article.publisher));
    return seenOnes
      .flatMap((file) => file.claims.map((claim) => ({ claim, article: file.article })))
      .filter((stored) => !isWrong(stored, guildId));
  };
  const reached = (claim: Claim): ReadonlySet<string> => closure(refsOf(claim), entities);
  const matches =
    (subject: Selector) =>
    (stored: SourcedClaim): boolean =>
      subject.kind === 'all' ||
      (subject.kind === 'entity' && reached(stored.claim).has(subject.id)) ||
      (subject.kind === 'words' && holdsWords(stored, subject.words));
  return {
    best: (query, type, facts) =>
      best(seen(query.scope.guildId), matches(query.subject), query.span, type).slice(0, facts),
    counts: ({ scope, subject, span }, atMost) => {
      const found = seen(scope.guildId).filter(
        (stored) => matches(subject)(stored) && within(span, publishedAtMs(stored.article)),
      );
      const byType = Map.groupBy(found, ({ claim }) => claim.type);
      return new Map([...byType].map(([type, { length }]) => [type, Math.min(length, atMost)]));
    },
    coverage: (guildId, subject, types) =>
      coverage(seen(guildId).filter((stored) => types.includes(stored.claim.type) && matches(subject)(stored))),
  };
}

function closure(refs: readonly string[], entities: readonly Entity[]): ReadonlySet<string> {
  const found = new Set(refs);
  for (const ref of found) {
    const inside = entities.filter(({ id, code }) => id === ref || code === ref);
    for (const id of inside.flatMap((entity) => [entity.id, ...entity.within])) found.add(id);
  }
  return found;
}

function holdsWords({ claim, article }: SourcedClaim, words: string): boolean {
  const held = foldName(`${sentenceOf(claim).en} ${sentenceOf(claim).uk} ${article.title}`).split(' ');
  const asked = foldName(words).split(' ').filter(Boolean);
  const last = asked.length - 1;
  const holds = (word: string, at: number): boolean =>
    held.some((one) => one === word || (at === last && word.length > 2 && one.startsWith(word)));
  return asked.length > 0 && asked.every(holds);
}

const within = (span: Span | null, atMs: number | null): boolean =>
  span === null || (atMs !== null && atMs >= span.fromMs && atMs < span.toMs);

function best(
  seen: readonly SourcedClaim[],
  matches: (stored: SourcedClaim) => boolean,
  span: Span | null,
  type: ClaimType,
): readonly Standing[] {
  const facts = [...Map.groupBy(seen, ({ claim, article }) => factKey(claim, article)).values()];
  const found = facts.filter((fact) => fact[0]?.claim.type === type && fact.some(matches)).map(standing);
  return found
    .filter(({ newestMs }) => within(span, newestMs))
    .sort((a, b) => b.publishers - a.publishers || (b.newestMs ?? -Infinity) - (a.newestMs ?? -Infinity));
}

function standing(fact: readonly SourcedClaim[]): Standing {
  const dates = datesOf(fact);
  return {
    publishers: new Set(fact.map(({ article }) => article.publisher)).size,
    newestMs: dates.length > 0 ? Math.max(...dates) : null,
    claims: newestFirst(fact).map(nameOf),
  };
}

const datesOf = (stored: readonly SourcedClaim[]): readonly number[] =>
  stored.flatMap(({ article }) => publishedAtMs(article) ?? []);

function newestFirst(stored: readonly SourcedClaim[]): readonly SourcedClaim[] {
  const at = ({ article }: SourcedClaim): number => publishedAtMs(article) ?? Number.MIN_SAFE_INTEGER;
  return stored.toSorted((a, b) => at(b) - at(a) || (nameOf(a) < nameOf(b) ? -1 : 1));
}

function coverage(found: readonly SourcedClaim[]): Coverage | null {
  const articles = [...new Map(found.map((stored) => [stored.article.id, stored])).values()];
  const dates = datesOf(articles);
  if (articles.length === 0) return null;
  return {
    articles: articles.length,
    publishers: new Set(articles.map(({ article }) => article.publisher)).size,
    oldestAtMs: dates.length > 0 ? Math.min(...dates) : null,
    newestAtMs: dates.length > 0 ? Math.max(...dates) : null,
    undated: articles.length - dates.length,
  };
}
