import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Result } from '../domain/failure.ts';
import type { ModelAnswer, ModelBudget, ModelFailure, ModelQuestion, ModelSettings } from '../domain/model.ts';
import { type Dialect, simpler, type Turn, turnsFor } from './dialect.ts';
import { findJson } from './find-json.ts';
import type { RequestFailure } from './request-failure.ts';
import type { Said, Server } from './server.ts';

/** Requests for one question, repairs and second tries included. */
const MOST_REQUESTS = 8;
/** Answers that may not be what was asked for. */
const MOST_REPAIRS = 1;
/** Second tries after the server failed or asked for patience. */
const MOST_RETRIES = 1;
const PAUSE_MS = 250;
/** A longer rest is not waited for. */
const LONGEST_REST_MS = 10_000;
const PROBLEM_CHARS = 600;
const SAID_CHARS = 4_000;
/** So few, as they are words in an alphabet of which tokens know little. */
const CHARS_PER_TOKEN = 2.5;

/** What one question is asked over. */
export interface Line {
  readonly server: Server;
  readonly settings: ModelSettings;
  readonly budget: ModelBudget;
  /** What the server took last, for all questions. */
  readonly dialect: { current: Dialect };
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
}

interface Progress {
  dialect: Dialect;
  turns: readonly Turn[];
  repairs: number;
  retries: number;
  requests: number;
  inputTokens: number;
  outputTokens: number;
}

/** Asks until an answer has the shape that was asked for: bounded in requests, time and tokens. Never rejects. */
export async function exchange<T>(
  question: ModelQuestion<T>,
  line: Line,
): Promise<Result<ModelAnswer<T>, ModelFailure>> {
  const dialect = line.dialect.current;
  const progress: Progress = {
    ...{ dialect, turns: turnsFor(dialect, question), repairs: 0, retries: 0 },
    ...{ requests: 0, inputTokens: 0, outputTokens: 0 },
  };
  while (progress.requests < MOST_REQUESTS) {
    const said = await sayBooked(question, progress, line);
    const settled = said.ok
      ? answerIn(said.value, question, progress, line)
      : await tryAgain(said.error, question, progress, line);
    if (settled !== null) return settled;
  }
  return { ok: false, error: { kind: 'malformed' } };
}

/** One request, within the budget of the day. */
async function sayBooked<T>(
  question: ModelQuestion<T>,
  progress: Progress,
  { server, settings, budget, signal, deadlineMs }: Line,
): Promise<Result<Said, RequestFailure>> {
  const estimate = estimated(progress.turns.map(({ content }) => content).join(''));
  const booked = estimate + question.maxOutputTokens;
  if (!budget.book(booked, settings)) return failed({ kind: 'over-budget' });
  progress.requests += 1;
  const said = await server.say(question, progress.turns, progress.dialect, { signal, deadlineMs });
  if (!said.ok) {
    if (TOOK_NOTHING.has(said.error.failure.kind)) budget.correct(-booked);
    return said;
  }
  const { text, inputTokens, outputTokens } = said.value;
  const [input, output] = [inputTokens ?? estimate, outputTokens ?? estimated(text)];
  budget.correct(input + output - booked);
  progress.inputTokens += input;
  progress.outputTokens += output;
  return said;
}

/** After these no model has read anything. */
const TOOK_NOTHING: ReadonlySet<ModelFailure['kind']> = new Set(['refused', 'rate-limited', 'unreachable']);

const estimated = (text: string): number => Math.ceil(text.length / CHARS_PER_TOKEN);
const failed = (failure: ModelFailure) => ({ ok: false, error: { failure, problem: '' } }) as const;

/** The answer, or null where it is to be asked for once more. */
function answerIn<T>(
  { text, isCut }: Said,
  question: ModelQuestion<T>,
  progress: Progress,
  line: Line,
): Result<ModelAnswer<T>, ModelFailure> | null {
  line.dialect.current = progress.dialect;
  const found = findJson(text);
  const parsed = question.schema.safeParse(found);
  if (parsed.success) {
    const { requests, inputTokens, outputTokens } = progress;
    return { ok: true, value: { value: parsed.data, usage: { requests, inputTokens, outputTokens } } };
  }
  if (isCut) return { ok: false, error: { kind: 'too-long' } };
  if (progress.repairs >= MOST_REPAIRS) return { ok: false, error: { kind: 'malformed' } };
  progress.repairs += 1;
  const problem = found === undefined ? 'it holds no JSON object' : z.prettifyError(parsed.error);
  progress.turns = [...turnsFor(progress.dialect, question), ...repairTurns(text, problem)];
  return null;
}

const repairTurns = (text: string, problem: string): readonly Turn[] => [
  { role: 'assistant', content: text.slice(0, SAID_CHARS) || '{}' },
  {
    role: 'user',
    content: `That answer cannot be used: ${problem.slice(0, PROBLEM_CHARS)}\nGive the whole answer again, as one JSON object and nothing else.`,
  },
];

/** null where the question may be asked again: otherwise put, or after a pause. */
async function tryAgain<T>(
  { failure, problem }: RequestFailure,
  question: ModelQuestion<T>,
  progress: Progress,
  { signal }: Line,
): Promise<Result<never, ModelFailure> | null> {
  const ended = { ok: false, error: failure } as const;
  if (failure.kind === 'refused' && (failure.status === 400 || failure.status === 422)) {
    const dialect = simpler(progress.dialect, problem);
    if (dialect === null) return ended;
    progress.dialect = dialect;
    progress.turns = turnsFor(dialect, question);
    return null;
  }
  const pauseMs = pauseAfter(failure);
  if (pauseMs === null || progress.retries >= MOST_RETRIES) return ended;
  progress.retries += 1;
  const slept = await sleep(pauseMs, true, { signal }).catch(() => false);
  return slept ? null : ended;
}

/** How long to wait before asking again, in ms; null: not at all. */
function pauseAfter(failure: ModelFailure): number | null {
  switch (failure.kind) {
    case 'server-error':
    case 'unreachable':
      return PAUSE_MS;
    case 'rate-limited': {
      const { retryAfterMs = PAUSE_MS } = failure;
      return retryAfterMs <= LONGEST_REST_MS ? retryAfterMs : null;
    }
    default:
      return null;
  }
}
