import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Result } from './domain/failure.ts';
import type { Model, ModelFailure } from './domain/model.ts';
import type { ReadArticle } from './domain/read-article.ts';
import { type ModelClaim, ModelClaims } from './model-claims/answer.ts';
import { MOST_ANSWER_TOKENS, PROMPT_VERSION, type Prompt, promptsFor, type ToAsk } from './model-claims/prompt.ts';
import type { Outcomes, Told } from './model-claims/told-extractor.ts';
import type { KeyValue } from './ports.ts';
import type { ModelUseStore } from './store/model-contract.ts';

/** What reads an article locally, before and after a model is asked. `E`: why it cannot be read. */
export interface ReadingSteps<E> {
  readonly locally: () => Promise<{ readonly read: Result<ReadArticle, E>; readonly toAsk: ToAsk | null }>;
  readonly told: (told: Told) => Promise<{ readonly read: Result<ReadArticle, E>; readonly outcomes: Outcomes }>;
}

export interface ModelReading {
  /**
   * Reads an article with the model; what it does not cover, and all where it does not answer, is read locally. Takes as long as
   * the model may. Rejects where it was ended meanwhile: the article is to be read another time.
   */
  readonly read: <E>(steps: ReadingSteps<E>) => Promise<Result<ReadArticle, E>>;
}

export interface ModelReadingParts {
  readonly model: Model;
  /** Answers by what was asked. */
  readonly answers: KeyValue;
  readonly use: Pick<ModelUseStore, 'count'>;
  /** Told what came of an article's reading. */
  readonly note: (outcomes: Readonly<Record<string, number>>) => void;
  /** Aborted when nothing is to be asked any more. */
  readonly ending?: AbortSignal;
}

const ANSWER_TTL_MS = 30 * 86_400_000;

export function createModelReading(parts: ModelReadingParts): ModelReading {
  return {
    read: async (steps) => {
      const { read, toAsk } = await steps.locally();
      if (!read.ok || toAsk === null) return read;
      const answers = await Promise.all(promptsFor(toAsk).map((prompt) => answerTo(prompt, parts)));
      parts.ending?.throwIfAborted();
      const failures = answers.flatMap((answer) => (answer.ok ? [] : [`failed ${answer.error.kind}`]));
      const claims = answers.flatMap((answer) => (answer.ok ? answer.value : []));
      const told = failures.length < answers.length ? await steps.told({ claims, by: parts.model.id }) : null;
      const outcomes = counted(told?.outcomes ?? {}, failures);
      parts.use.count(outcomes);
      parts.note(outcomes);
      return told?.read.ok ? told.read : read;
    },
  };
}

function counted(outcomes: Outcomes, failures: readonly string[]): Readonly<Record<string, number>> {
  const failed = [...Map.groupBy(failures, (failure) => failure)].map(
    ([failure, all]) => [failure, all.length] as const,
  );
  return { ...outcomes, ...Object.fromEntries(failed) };
}

type Claims = readonly (ModelClaim | null)[];

/** The answer that is kept, else the model's. */
async function answerTo(prompt: Prompt, { model, answers }: ModelReadingParts): Promise<Result<Claims, ModelFailure>> {
  const key = hash('sha256', JSON.stringify([PROMPT_VERSION, model.id, prompt.user]));
  const kept = Kept.safeParse(await answers.get(key));
  if (kept.success) return { ok: true, value: kept.data.claims };
  const question = { ...prompt, schema: ModelClaims, name: 'claims', maxOutputTokens: MOST_ANSWER_TOKENS };
  const answer = await model.ask(question);
  if (!answer.ok) return answer;
  await answers.set(key, answer.value.value, ANSWER_TTL_MS);
  return { ok: true, value: answer.value.value.claims };
}

const Kept = z.object({ claims: ModelClaims.shape.claims });
