import { ArticleId } from '../domain/article.ts';
import { statementKey, type ToldClaim } from '../domain/correction.ts';
import type { Statements } from '../domain/correction-view.ts';
import { EventId } from '../domain/event.ts';
import type { Scope } from '../domain/scope.ts';
import type { RankedClaim } from '../domain/sourced-claim.ts';
import type { CorrectionPorts } from './ports.ts';

type Reading = Pick<CorrectionPorts, 'claims' | 'store' | 'labelsOf' | 'excerptOf'>;

/** What each source of an event says, or what one claim does; null where nothing has the code. Reads only. */
export async function statementsOf(ports: Reading, id: string, scope: Scope): Promise<Statements | null> {
  const found = await claimsOf(ports.claims, id, scope);
  if (found.length === 0) return null;
  const texts = await ports.claims.texts(scope, [...new Set(found.map(({ article }) => article.id))]);
  const corrections = await ports.store.of(scope, found.map(statementKey));
  const statements = found.map((one) => ({
    told: toldOf(one, ports.excerptOf(one.claim, texts.get(one.article.id))),
    corrections: corrections.get(statementKey(one)) ?? [],
  }));
  return { statements, labels: await ports.labelsOf(found.map(({ claim }) => claim)) };
}

async function claimsOf(claims: Reading['claims'], id: string, scope: Scope): Promise<readonly RankedClaim[]> {
  const event = EventId.safeParse(id.replace(/^event:/, ''));
  if (event.success) return claims.whole(scope, event.data);
  const [article = '', claim = ''] = id.split(/[:/]/);
  const found = ArticleId.safeParse(article).success ? await claims.uncorrected().claim(scope, article, claim) : null;
  return found ? [found] : [];
}

const toldOf = ({ article, claim }: RankedClaim, excerpt: string | undefined): ToldClaim => ({
  article,
  claim,
  ...(excerpt && { excerpt }),
});
