/**
 * What came of a claim that a model gave. `structured`: said in words of ours; `dropped …`: not kept; the others: kept as an
 * excerpt, for what the text does not bear out or the local reading doubts.
 */
export const MODEL_OUTCOMES = [
  'structured',
  'excerpt',
  'dropped malformed',
  'dropped sentence',
  'dropped quote',
  'dropped speaker',
  'dropped repeated',
  'sign',
  'value',
  'name',
  'party',
  'place',
  'number',
  'date',
  'speaker',
  'reality',
  'words',
] as const;
export type ModelOutcome = (typeof MODEL_OUTCOMES)[number];
