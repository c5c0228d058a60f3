import type { Ask, EntityChoice } from './asked.ts';
import type { Scope } from './domain/scope.ts';
import type { Tier } from './domain/source.ts';
import { countsWithin } from './domain/trust.ts';
import type { Ports } from './ports.ts';
import type { EntityCount } from './store/contract.ts';

/** More is not told apart. */
const COUNT_AT_MOST = 10_000;

/** What a question is answered from: only what those report who count in it. */
export function countedPorts(ports: Ports, { sources = 'all' }: Ask, tierOf: (publisher: string) => Tier): Ports {
  if (sources === 'all') return ports;
  const within = ports.claims.within((publisher) => countsWithin(sources, tierOf(publisher)));
  return { ...ports, claims: { ...ports.claims, ...within } };
}

/** The same names with as many claims as count. */
export const recounted = <T extends EntityCount | EntityChoice>(
  { claims }: Ports,
  scope: Scope,
  named: readonly T[],
): Promise<readonly T[]> =>
  Promise.all(
    named.map(async (one) => {
      const subject = { kind: 'entity', id: one.entity.id } as const;
      const counts = await claims.counts({ scope, subject, span: null }, COUNT_AT_MOST);
      return { ...one, claims: [...counts.values()].reduce((sum, count) => sum + count, 0) };
    }),
  );
