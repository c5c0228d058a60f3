import type { Analysis } from '../analysis.ts';
import type { Predicate } from '../clauses/clauses.ts';
import type { FrameType } from '../frames/lexicon.ts';
import type { Hit } from '../frames/match.ts';

/** A word that tells what happens, with the clause around it. */
export interface Trigger {
  /** All entries that start at this word; the longest first. */
  readonly hits: readonly Hit[];
  readonly at: number;
  readonly predicate: Predicate | null;
}

const MAX_TRIGGERS = 5;

/** The triggers of a type in a sentence, in text order. */
export function triggersOf(
  type: FrameType,
  at: number,
  { signs, clauses }: Pick<Analysis, 'signs' | 'clauses'>,
): readonly Trigger[] {
  const hits = Map.groupBy(signs[at]?.triggers[type] ?? [], (hit) => hit.at);
  const predicates = clauses[at]?.predicates ?? [];
  return [...hits].slice(0, MAX_TRIGGERS).map(([word, all]) => ({
    hits: all.toSorted((a, b) => b.key.length - a.key.length),
    at: word,
    predicate: predicates.find(({ from, to }) => word >= from && word < to) ?? null,
  }));
}

export const voiceOf = (predicate: Predicate | null): string => {
  if (predicate === null) return 'none';
  if (predicate.kind === 'noun') return 'noun';
  return predicate.passive ? 'passive' : 'active';
};
