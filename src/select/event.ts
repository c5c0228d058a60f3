import type { Ask } from '../asked.ts';
import { publishedAtMs } from '../domain/article.ts';
import { statementKey, struckEventId } from '../domain/correction.ts';
import type { Scope } from '../domain/scope.ts';
import type { RankedClaim } from '../domain/sourced-claim.ts';
import type { Subject } from '../domain/subject.ts';
import type { Ports } from '../ports.ts';
import type { ClaimReads, Coverage } from '../store/contract.ts';
import { byTopic, countsByTopic } from './by-topic.ts';
import type { Selection } from './selection.ts';

type Named = Extract<Subject, { readonly kind: 'event' | 'claim' }>;

/** An event whole, whatever the period and the topic asked for; or one of its claims alone. Reads only. */
export async function selectEvent(ports: Ports, { form, scope }: Ask, subject: Named): Promise<Selection> {
  const standing = await namedBy(ports.claims, scope, subject);
  const found = form === 'evidence' ? [...standing, ...(await struckOf(ports, scope, subject))] : standing;
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

async function namedBy(claims: ClaimReads, scope: Scope, subject: Named): Promise<readonly RankedClaim[]> {
  if (subject.kind === 'event') return claims.event(scope, subject.id);
  const one = await claims.claim(scope, subject.article, subject.claim);
  return one ? [one] : [];
}

/** What is marked as wrong of it: as an event of its own, so that it tells nothing of what stands. */
async function struckOf(ports: Ports, scope: Scope, subject: Named): Promise<readonly RankedClaim[]> {
  const all = await namedBy(ports.claims.uncorrected(), scope, subject);
  const corrections = await ports.corrections.of(scope, all.map(statementKey));
  const wrong = all.filter((one) => corrections.get(statementKey(one))?.some(({ kind }) => kind === 'wrong'));
  const publishers = new Set(wrong.map(({ article }) => article.publisher)).size;
  return wrong.map((one) => ({ ...one, event: struckEventId(one.event), publishers }));
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
