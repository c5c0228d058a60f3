import type { ExtractedClaim } from '../domain/extracted-claim.ts';

const startOf = ({ evidence }: ExtractedClaim): number => evidence[0]?.start ?? 0;

/** What tells one sentence's claim of a type from the others of an article. */
const placeOf = (claim: ExtractedClaim): string => `${claim.type} ${startOf(claim)}`;

/**
 * The claims of both readings, in the order of the text. What a model gave in words that the text bears out takes the place of
 * the local claim of that type and sentence; an excerpt does so only where the local reading has nothing to show there. Every
 * sentence that has a claim of a type by the local reading has one here.
 */
export function combined(local: readonly ExtractedClaim[], told: readonly ExtractedClaim[]): readonly ExtractedClaim[] {
  const sure = new Map(local.filter(({ mode }) => mode === 'structured').map((claim) => [placeOf(claim), claim]));
  const said = told.filter((claim) => claim.mode === 'structured' && !sure.has(placeOf(claim)));
  const isSaid = new Set(said.map(placeOf));
  const kept = local.filter((claim) => claim.mode === 'structured' || !isSaid.has(placeOf(claim)));
  const isShown = new Set([...kept.filter(({ withheld }) => !withheld), ...said].map(placeOf));
  const quoted = new Map(
    told
      .filter((claim) => claim.mode === 'excerpt' && !isShown.has(placeOf(claim)))
      .map((claim) => [placeOf(claim), claim]),
  );
  const left = kept.filter((claim) => !quoted.has(placeOf(claim)));
  return [...left, ...said, ...quoted.values()].toSorted((a, b) => startOf(a) - startOf(b));
}
