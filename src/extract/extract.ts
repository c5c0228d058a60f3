import type { ExtractedClaim } from '../domain/extracted-claim.ts';
import { analyse } from './analyse.ts';
import type { Analysis } from './analysis.ts';
import { buildClaim } from './claims/build-claim.ts';
import { mergeClaims } from './claims/merge-claims.ts';
import type { Reading } from './document.ts';
import { type Found, findEvents } from './find-events.ts';
import { FRAME_TYPES } from './frames/lexicon.ts';
import { isPlain, trustOf } from './gate.ts';
import type { Knowledge, KnowledgeOf } from './knowledge.ts';
import type { Model, ModelFile } from './model.ts';
import { findStatements } from './statements/find-statements.ts';

/** Reads claims out of articles. */
export type Extractor = (reading: Reading) => readonly ExtractedClaim[];

/**
 * @param knowledge by language; in other languages nothing is extracted
 * @returns an extractor that gives claims in the order of the text; linear in its length, never throws, and the same for the same text
 */
export function createExtractor(knowledge: KnowledgeOf, model: Model): Extractor {
  return (reading) => {
    const known = knowledge.get(reading.language);
    if (known === undefined) return [];
    return mergeClaims(localClaims(analyse(reading, known), known, model));
  };
}

/** Every claim of an article that was taken apart, in the order of its text, those that say the same not yet merged. */
export function localClaims(analysis: Analysis, { names }: Knowledge, model: Model): readonly ExtractedClaim[] {
  const thresholds = FRAME_TYPES.map((type) => [type, model.thresholds[type].detect] as const);
  const detect = Object.fromEntries(thresholds) as Record<(typeof FRAME_TYPES)[number], number>;
  const found = findEvents(analysis, model.weights, detect, names.byCode);
  const claims = found.map((each) => claimOf(each, trustOf(each, model.weights), model.thresholds));
  const told = new Set(found.map(({ event }) => event.sentence.index));
  return [...claims, ...findStatements(analysis, told)].toSorted((a, b) => startOf(a) - startOf(b));
}

const startOf = ({ evidence }: ExtractedClaim): number => evidence[0]?.start ?? 0;

/** The claim of an event: as sure as the model is of it. */
export function claimOf(found: Found, trust: number, thresholds: ModelFile['thresholds']): ExtractedClaim {
  const { type, event, detection } = found;
  const { printed, structured } = thresholds[type];
  const isSure = trust >= structured && isPlain(found);
  const claim = buildClaim(type, event, isSure ? 'structured' : 'excerpt');
  return detection >= printed || claim.mode === 'structured' ? claim : { ...claim, withheld: true };
}
