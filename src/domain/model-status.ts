import type { ModelSettings } from './model.ts';

/** What the operator's model is used for, as moderators see it. */
export interface ModelStatus extends Pick<ModelSettings, 'id' | 'requestsPerDay' | 'tokensPerDay'> {
  /** Of today, in UTC. */
  readonly requests: number;
  readonly tokens: number;
  /** Of the last seven days: what came of its claims (`ModelOutcome`), and `failed …` with the kind of the failure. */
  readonly outcomes: readonly (readonly [outcome: string, count: number])[];
}
