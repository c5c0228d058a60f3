import type { Result } from '../domain/failure.ts';
import type { Model, ModelAnswer, ModelBudget, ModelFailure, ModelQuestion, ModelSettings } from '../domain/model.ts';
import { FIRST_DIALECT } from './dialect.ts';
import { exchange, type Line } from './exchange.ts';
import type { Server } from './server.ts';
import { createTurns } from './turns.ts';

/** Questions that wait for their turn; more are turned away. */
const MOST_WAITING = 200;
/** After so many failures of the server in a row it is left alone for a while: each question would only wait in vain. */
const FAILURES = 3;
const REST_MS = 30_000;
const LONGEST_REST_MS = 3_600_000;

interface Health {
  failures: number;
  /** Unix ms. */
  restsUntilMs: number;
  last: ModelFailure;
}

/**
 * The operator's model. Nothing is loaded before the first question, and nothing of a question is told to anybody but the server.
 * @param now Unix ms
 * @param ending gives up what is being asked, and whatever comes, when it is aborted
 */
export function createModel(
  settings: ModelSettings,
  budget: ModelBudget,
  now: () => number,
  ending: AbortSignal = new AbortController().signal,
): Model {
  const turns = createTurns(settings.atOnce, MOST_WAITING);
  const dialect = { current: FIRST_DIALECT };
  const health: Health = { failures: 0, restsUntilMs: 0, last: { kind: 'unreachable' } };
  let server: Promise<Server> | null = null;
  const open = (): Promise<Server> => {
    server ??= import('./server.ts').then(({ createServer }) => createServer(settings));
    return server;
  };
  const askInTurn = async <T>(question: ModelQuestion<T>): Answer<T> => {
    const deadlineMs = Math.min(question.deadlineMs ?? settings.timeoutMs, settings.timeoutMs);
    const signal = AbortSignal.any([AbortSignal.timeout(deadlineMs), ending]);
    const done = await turns.take(question.isUrgent ?? false, signal);
    if (done === 'busy') return { ok: false, error: { kind: 'busy' } };
    if (done === 'aborted') return { ok: false, error: { kind: 'timeout', afterMs: deadlineMs } };
    try {
      if (now() < health.restsUntilMs) return { ok: false, error: health.last };
      const line: Line = { server: await open(), settings, budget, dialect, signal, deadlineMs };
      return noted(await exchange(question, line), health, now());
    } finally {
      done();
    }
  };
  return { id: settings.id, ask: askInTurn };
}

type Answer<T> = Promise<Result<ModelAnswer<T>, ModelFailure>>;

/** Counts what the server failed over; what it answered, however badly, shows that it is there. */
function noted<T>(answer: Awaited<Answer<T>>, health: Health, nowMs: number): Awaited<Answer<T>> {
  const rest = answer.ok ? null : restAfter(answer.error);
  if (answer.ok || rest === null) {
    health.failures = 0;
    return answer;
  }
  health.failures += 1;
  health.last = answer.error;
  if (health.failures >= FAILURES || answer.error.kind === 'rate-limited') health.restsUntilMs = nowMs + rest;
  return answer;
}

/** How long to leave the server alone, in ms; null: the failure was not the server's. */
function restAfter(failure: ModelFailure): number | null {
  switch (failure.kind) {
    case 'rate-limited':
      return Math.min(failure.retryAfterMs ?? REST_MS, LONGEST_REST_MS);
    case 'timeout':
    case 'unreachable':
    case 'server-error':
      return REST_MS;
    default:
      return null;
  }
}
