import type { Ask } from '../asked.ts';
import { publishedAtMs } from '../domain/article.ts';
import type { RankedClaim } from '../domain/sourced-claim.ts';
import type { Subject } from '../domain/subject.ts';
import type { Ports } from '../ports.ts';
import type { Coverage } from '../store/contract.ts';
import { byTopic, countsByTopic } from './by-topic.ts';
import type { Selection } from './selection.ts';

type Named = Extract<Subject, { readonly kind: 'event' | 'claim' }>;

/** An event whole, whatever the period and the topic asked for; or one of its claims alone. Reads only. */
export async function selectEvent({ claims }: Ports, { scope }: Ask, subject: Named): Promise<Selection> {
  const one = subject.kind === 'claim' ? await claims.claim(scope, subject.article, subject.claim) : null;
  const found = subject.kind === 'event' ? await claims.event(scope, subject.id) : one ? [one] : [];
  const counts = new Map(
    [...Map.groupBy(found, ({ claim }) => claim.type)].map(([type, { length }]) => [type, length]),
  );
  return {
    span: null,
    coverage: coverageOf(found),
    known: found.length > 0,
    found: byTopic(found, ({ claim }) => claim.type),
    eventsAtMost: new Map(),
    topicCounts: countsByTopic(counts),
    wider: null,
    onlyDisputed: false,
  };
}

function coverageOf(claims: readonly RankedClaim[]): Coverage | null {
  const articles = [...new Map(claims.map(({ article }) => [article.id, article])).values()];
  if (articles.length === 0) return null;
  const dates = articles.map(publishedAtMs).filter((ms) => ms !== null);
  return {
    articles: articles.length,
    publishers: new Set(articles.map(({ publisher }) => publisher)).size,
    undated: articles.length - dates.length,
    oldestAtMs: dates.length > 0 ? Math.min(...dates) : null,
    newestAtMs: dates.length > 0 ? Math.max(...dates) : null,
  };
}
