import { publishedAtMs } from '../../domain/article.ts';
import type { Claim } from '../../domain/claim.ts';
import { hasHappened, isDenial } from '../../domain/fact.ts';
import type { SourcedClaim } from '../../domain/sourced-claim.ts';
import { numberOf } from '../dispute.ts';
import { contradict } from '../figure.ts';
import { stageOf } from './stage.ts';

/**
 * Whether a figure was revised: the same speaker, or the same outlet in its own voice, gave another for the same happening in
 * a later article. What is planned, denied or at another stage revises nothing that is not.
 * @param event the claims of the happening
 */
export const isSuperseded = (one: SourcedClaim, event: readonly SourcedClaim[]): boolean =>
  event.some((later) => isRevisedBy(one, later));

/** The same by one other claim of the happening. */
export function isRevisedBy(one: SourcedClaim, later: SourcedClaim): boolean {
  const own = numberOf(one.claim);
  const figure = own && numberOf(later.claim);
  return (
    own !== null &&
    figure !== null &&
    figure.unit === own.unit &&
    areAlike(later.claim, one.claim) &&
    voiceOf(later) === voiceOf(one) &&
    isLater(later, one) &&
    contradict(own, figure)
  );
}

const areAlike = (a: Claim, b: Claim): boolean =>
  hasHappened(a) === hasHappened(b) && isDenial(a) === isDenial(b) && stageOf(a) === stageOf(b);

const voiceOf = ({ claim, article }: SourcedClaim): string => claim.attr?.who ?? `outlet ${article.publisher}`;

function isLater(a: SourcedClaim, b: SourcedClaim): boolean {
  const [one, other] = [publishedAtMs(a.article), publishedAtMs(b.article)];
  return one !== null && other !== null && one > other;
}
