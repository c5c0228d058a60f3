import type { EventChoice } from './asked.ts';
import { excerptOf } from './brief/quote.ts';
import { CLAIM_TYPES, refsOf } from './domain/claim.ts';
import type { Scope } from './domain/scope.ts';
import { parseSearch } from './domain/search.ts';
import type { RankedClaim } from './domain/sourced-claim.ts';
import { labelsOf } from './labels.ts';
import type { Ports } from './ports.ts';

/** Events with a claim that holds what is typed so far, best first; before anything is typed, those that most outlets tell of. */
export async function suggestEvents(
  ports: Ports,
  typed: string,
  scope: Scope,
  limit: number,
): Promise<readonly EventChoice[]> {
  const found = typed.trim() === '' ? await bestKnown(ports, scope, limit) : await holding(ports, typed, scope, limit);
  const texts = await ports.claims.texts(scope, [...new Set(found.map(({ article }) => article.id))]);
  const claims = found.map(({ claim }) => claim);
  const entities = await ports.gazetteer.byRef([...new Set(claims.flatMap(refsOf))]);
  const labels = labelsOf(claims, (ref) => entities.get(ref));
  return found.map((one) => ({ ...one, labels, excerpt: excerptOf(one.claim, texts.get(one.article.id)) }));
}

async function holding({ claims }: Ports, typed: string, scope: Scope, limit: number): Promise<readonly RankedClaim[]> {
  const { hits } = await claims.search({ scope, terms: parseSearch(typed), span: null, types: CLAIM_TYPES }, limit);
  return hits;
}

async function bestKnown({ claims }: Ports, scope: Scope, limit: number): Promise<readonly RankedClaim[]> {
  const query = { scope, subject: { kind: 'all' }, span: null } as const;
  const found = await Promise.all(CLAIM_TYPES.map((type) => claims.best(query, type, Math.ceil(limit / 2))));
  const firsts = new Map(
    found
      .flat()
      .toReversed()
      .map((one) => [one.event, one]),
  );
  return [...firsts.values()].sort((a, b) => b.publishers - a.publishers).slice(0, limit);
}
