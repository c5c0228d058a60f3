import { publishedAtMs } from '../../domain/article.ts';
import type { SourcedClaim } from '../../domain/sourced-claim.ts';
import { numberOf } from '../dispute.ts';
import { contradict } from '../figure.ts';

/**
 * Whether a figure was revised: the same speaker, or the same outlet in its own voice, gave another for the same happening in
 * a later article.
 * @param event the claims of the happening
 */
export function isSuperseded(one: SourcedClaim, event: readonly SourcedClaim[]): boolean {
  const own = numberOf(one.claim);
  if (!own) return false;
  return event.some((later) => {
    const figure = numberOf(later.claim);
    return (
      figure !== null &&
      figure.unit === own.unit &&
      voiceOf(later) === voiceOf(one) &&
      isLater(later, one) &&
      contradict(own, figure)
    );
  });
}

const voiceOf = ({ claim, article }: SourcedClaim): string => claim.attr?.who ?? `outlet ${article.publisher}`;

function isLater(a: SourcedClaim, b: SourcedClaim): boolean {
  const [one, other] = [publishedAtMs(a.article), publishedAtMs(b.article)];
  return one !== null && other !== null && one > other;
}
