import type { Model, ModelSettings } from './domain/model.ts';
import type { ModelStatus } from './domain/model-status.ts';
import { createModel } from './model/model.ts';
import { createModelReading, type ModelReading } from './model-reading.ts';
import type { KeyValue } from './ports.ts';
import type { ModelUseStore } from './store/model-contract.ts';

/** The operator's model, and what is done with it. */
export interface ComposedModel {
  readonly model: Model;
  readonly reading: ModelReading;
  readonly status: () => ModelStatus;
  /** Gives up what is being asked; articles that were to be read with it wait for the next start. */
  readonly end: () => void;
}

interface Parts {
  readonly use: ModelUseStore;
  readonly answers: KeyValue;
  /** Unix ms. */
  readonly now: () => number;
  /** Told what came of what the model said of an article. */
  readonly note: (outcomes: Readonly<Record<string, number>>) => void;
}

export function composeModel(settings: ModelSettings, { use, answers, now, note }: Parts): ComposedModel {
  const ending = new AbortController();
  const model = createModel(settings, use, now, ending.signal);
  const { id, requestsPerDay, tokensPerDay } = settings;
  return {
    model,
    reading: createModelReading({ model, answers, use, note, ending: ending.signal }),
    status: () => ({ id, requestsPerDay, tokensPerDay, ...use.use() }),
    end: () => ending.abort(),
  };
}
