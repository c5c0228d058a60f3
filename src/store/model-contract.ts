import type { ModelBudget } from '../domain/model.ts';

/** What a model was used for. */
interface ModelUse {
  /** Of the day, booked ones included. */
  readonly requests: number;
  readonly tokens: number;
  /** By outcome, the most frequent first, over a week. */
  readonly outcomes: readonly (readonly [outcome: string, count: number])[];
}

/** Counts what a language model is used for, and what comes of it, through restarts and for all processes on one store. */
export interface ModelUseStore extends ModelBudget {
  readonly count: (outcomes: Readonly<Record<string, number>>) => void;
  /** Of today and, for outcomes, of the six days before. */
  readonly use: () => ModelUse;
}
