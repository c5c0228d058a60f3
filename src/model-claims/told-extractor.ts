import type { ExtractedClaim } from '../domain/extracted-claim.ts';
import type { ModelOutcome } from '../domain/model-outcome.ts';
import { analyse } from '../extract/analyse.ts';
import { mergeClaims } from '../extract/claims/merge-claims.ts';
import type { Reading } from '../extract/document.ts';
import { localClaims } from '../extract/extract.ts';
import type { KnowledgeOf } from '../extract/knowledge.ts';
import type { Model } from '../extract/model.ts';
import { readDocument } from '../extract/read-document.ts';
import type { ModelClaim } from './answer.ts';
import { type Around, checkClaim } from './check-claim.ts';
import { combined } from './combine.ts';
import { RULES } from './rules.ts';

/** What a model said of an article; null for a claim of another shape. */
export interface Told {
  readonly claims: readonly (ModelClaim | null)[];
  /** The model's name. */
  readonly by: string;
}

/** How often what came of a model's claims. */
export type Outcomes = Readonly<Partial<Record<ModelOutcome, number>>>;

export interface ToldExtractor {
  /** The sentences that a model is asked about, by their number from 1; none in languages that nothing is known of. */
  readonly sentences: (reading: Reading) => readonly string[];
  /** The claims of both readings, each with which one made it. */
  readonly extract: (
    reading: Reading,
    told: Told,
  ) => { readonly claims: readonly ExtractedClaim[]; readonly outcomes: Outcomes };
}

/** Claims of one sentence at most: more are none that anybody would read out of it. */
const MOST_OF_SENTENCE = 6;

export function createToldExtractor(knowledge: KnowledgeOf, model: Model): ToldExtractor {
  return {
    sentences: (reading) => {
      const known = knowledge.get(reading.language);
      if (known === undefined) return [];
      return readDocument(reading, known.tag).sentences.map(({ start, end }) => reading.text.slice(start, end));
    },
    extract: (reading, told) => {
      const known = knowledge.get(reading.language);
      if (known === undefined) return { claims: [], outcomes: {} };
      const analysis = analyse(reading, known);
      const checked = checkAll(told, { analysis, knowledge: known, weights: model.weights, rules: RULES });
      const own = localClaims(analysis, known, model);
      return { ...checked, claims: mergeClaims(combined(own, checked.claims)) };
    },
  };
}

function checkAll({ claims, by }: Told, around: Around) {
  const outcomes: Partial<Record<ModelOutcome, number>> = {};
  const perSentence = new Map<number, number>();
  const kept = claims.flatMap((told): readonly ExtractedClaim[] => {
    const nth = perSentence.get(told?.sentence ?? 0) ?? 0;
    perSentence.set(told?.sentence ?? 0, nth + 1);
    const { claim, outcome } = checkedUpTo(told, nth, around);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    return claim === null ? [] : [{ ...claim, engine: by }];
  });
  return { claims: kept, outcomes };
}

function checkedUpTo(told: ModelClaim | null, nth: number, around: Around): ReturnType<typeof checkClaim> {
  if (told === null) return { claim: null, outcome: 'dropped malformed' };
  return nth >= MOST_OF_SENTENCE ? { claim: null, outcome: 'dropped repeated' } : checkClaim(told, around);
}
