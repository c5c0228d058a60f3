import type { ModelFailure } from '../../domain/model.ts';
import type { ModelOutcome } from '../../domain/model-outcome.ts';

/** What is said of a language model, where there is one. */
export interface ModelMessages {
  readonly use: (model: string, requests: string, tokens: string) => string;
  readonly ofMost: (n: string, most: string) => string;
  readonly claims: (outcomes: string) => string;
  readonly noClaims: string;
  readonly outcomes: Readonly<Record<ModelOutcome, string>>;
  readonly failures: Readonly<Record<ModelFailure['kind'], string>>;
  /** In the details of a claim. */
  readonly readBy: (model: string) => string;
}
