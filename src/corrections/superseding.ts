import { setImmediate as soon } from 'node:timers/promises';
import { z } from 'zod';
import { CLAIM_TYPES } from '../domain/claim.ts';
import { type Correction, statementKey } from '../domain/correction.ts';
import type { RankedClaim, SourcedClaim } from '../domain/sourced-claim.ts';
import type { ClaimStore, StoredArticle } from '../store/contract.ts';
import type { CorrectionStore } from '../store/correction-contract.ts';

export interface SupersedingPorts {
  readonly claims: Pick<ClaimStore, 'stored' | 'touched'>;
  readonly store: Pick<CorrectionStore, 'add'>;
  /** Whether the figure of a claim was revised by this later one, in an event of both. */
  readonly isRevisedBy: (one: SourcedClaim, later: SourcedClaim) => boolean;
  /** Up to which article was looked; values come back as JSON leaves them. */
  readonly upTo: {
    readonly get: (key: string) => Promise<unknown>;
    readonly set: (key: string, value: number) => Promise<unknown>;
  };
  readonly newId: () => string;
  /** Unix ms. */
  readonly now: () => number;
}

const KEY = 'superseding';
/** Articles that are looked at in one go. */
const STRETCH = 50;
/** Events of one article. */
const EVENTS = 100;

/**
 * Notes which figures the articles revise that were stored since it was last asked. What is there when it is asked for the first
 * time revises nothing that anybody was told. Asked again after a crash, it finds the same.
 * @returns how many articles it looked at
 */
export async function supersede(ports: SupersedingPorts): Promise<number> {
  const kept = z.int().safeParse(await ports.upTo.get(KEY)).data;
  if (kept === undefined) {
    const [newest] = await ports.claims.stored(null, 1);
    await ports.upTo.set(KEY, newest?.num ?? 0);
    return 0;
  }
  const articles = await ports.claims.stored(kept, STRETCH);
  for (const article of articles) {
    const superseded = await supersededBy(ports, article);
    if (superseded.length > 0) await ports.store.add(superseded);
    await ports.upTo.set(KEY, article.num);
    await soon();
  }
  return articles.length;
}

async function supersededBy(ports: SupersedingPorts, { scope, id }: StoredArticle): Promise<readonly Correction[]> {
  const query = { scope, subject: { kind: 'all' }, articles: [id] } as const;
  const { claims } = await ports.claims.touched(query, CLAIM_TYPES, EVENTS);
  return [...Map.groupBy(claims, ({ event }) => event).values()].flatMap((event) => {
    const laters = event.filter(({ article }) => article.id === id);
    return event.flatMap((one): readonly Correction[] => {
      const now = laters.find((later) => ports.isRevisedBy(one, later));
      return now ? [correctionOf(one, now, scope, ports)] : [];
    });
  });
}

const correctionOf = (
  { article, claim }: RankedClaim,
  now: RankedClaim,
  scope: StoredArticle['scope'],
  { newId, now: clock }: SupersedingPorts,
): Correction => ({
  ...{
    id: newId(),
    scope,
    key: statementKey({ article, claim }),
    told: { article, claim },
    atMs: clock(),
    undone: null,
  },
  ...{ kind: 'superseded', now: { article: now.article, claim: now.claim } },
});
