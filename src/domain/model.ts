import type { z } from 'zod';
import type { Result } from './failure.ts';

/** What is asked of a language model: an answer of one shape. */
export interface ModelQuestion<T> {
  /** What the model is to do; ours. */
  readonly system: string;
  /** What it is to do it with; may hold text from outside. */
  readonly user: string;
  /** What an answer must be; given to servers that take JSON schemas, and checked here whatever the server says. */
  readonly schema: z.ZodType<T>;
  /** Of the shape, for servers that ask for one: letters, digits, "_" and "-", at most 64. */
  readonly name: string;
  readonly maxOutputTokens: number;
  /** For all that is asked over one question, repairs and waiting for a turn included; absent: the settings' time-out. In ms. */
  readonly deadlineMs?: number;
  /** Whether somebody waits for it: it goes before questions that only wait their turn. */
  readonly isUrgent?: boolean;
}

/** As the server counts it, or estimated from the text where it does not; over every request of a question. */
interface ModelUsage {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** How the operator's model is reached, and how much of it may be used. */
export interface ModelSettings {
  /** Up to what stands before `/chat/completions`. */
  readonly url: string;
  readonly id: string;
  /** null: the server asks for none. */
  readonly key: string | null;
  readonly timeoutMs: number;
  readonly atOnce: number;
  /** For a day of UTC; 0: as many as there are. */
  readonly requestsPerDay: number;
  readonly tokensPerDay: number;
}

/** Counts what a model is used for by the day (UTC), through restarts. */
export interface ModelBudget {
  /** Books a request before it is sent. @returns false, and books nothing, where it would go over a limit of the day */
  readonly book: (tokens: number, limits: Pick<ModelSettings, 'requestsPerDay' | 'tokensPerDay'>) => boolean;
  /** Puts right how many tokens a booked request took. */
  readonly correct: (byTokens: number) => void;
}

/** Why a model did not answer as asked. */
export type ModelFailure =
  /** No model is configured. */
  | { readonly kind: 'off' }
  /** The day's requests or tokens (UTC) are used up. */
  | { readonly kind: 'over-budget' }
  /** Too many questions wait already. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  /** No connection, or it broke. */
  | { readonly kind: 'unreachable' }
  /** 4xx other than 429: the key, the model's name or the address is wrong, or the question is too long for it. */
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'server-error'; readonly status: number }
  /** 429; `retryAfterMs` where the server says. */
  | { readonly kind: 'rate-limited'; readonly retryAfterMs?: number }
  /** No JSON of the shape that was asked for, after a repair too. */
  | { readonly kind: 'malformed' }
  /** The answer went on past its limit. */
  | { readonly kind: 'too-long' };

export interface ModelAnswer<T> {
  readonly value: T;
  readonly usage: ModelUsage;
}

/** A language model that an operator brought. */
export interface Model {
  /** The model's name as the operator set it: part of what answers are kept under. */
  readonly id: string;
  /** Never rejects, and resolves within the deadline. The value has the shape and nothing else about it is to be trusted. */
  readonly ask: <T>(question: ModelQuestion<T>) => Promise<Result<ModelAnswer<T>, ModelFailure>>;
}
