import OpenAI from 'openai';
import { z } from 'zod';
import type { Result } from '../domain/failure.ts';
import type { ModelQuestion, ModelSettings } from '../domain/model.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { type Dialect, type Turn, wordedIn } from './dialect.ts';
import { type RequestFailure, requestFailure } from './request-failure.ts';

/** What a server answered to one request. */
export interface Said {
  readonly text: string;
  /** Whether it stopped at the limit that it was given. */
  readonly isCut: boolean;
  /** As the server counts; null where it does not. */
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
}

export interface Server {
  /** Sends one request. Never rejects. */
  readonly say: <T>(
    question: ModelQuestion<T>,
    turns: readonly Turn[],
    dialect: Dialect,
    until: { readonly signal: AbortSignal; readonly deadlineMs: number },
  ) => Promise<Result<Said, RequestFailure>>;
}

const Tokens = z.int().nonnegative().max(100_000_000).nullable().catch(null);
const Completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: Tokens, completion_tokens: Tokens }).nullish().catch(null),
});

/** Whatever the client library would tell of this machine, or take from its environment, beside what is set here. */
const UNTOLD = Object.fromEntries(
  ['Lang', 'Package-Version', 'OS', 'Arch', 'Runtime', 'Runtime-Version', 'Retry-Count', 'Timeout'].map((name) => [
    `X-Stainless-${name}`,
    null,
  ]),
);

/** A server that speaks the chat protocol of OpenAI: https://platform.openai.com/docs/api-reference/chat */
export function createServer({ url, id, key }: ModelSettings): Server {
  const client = new OpenAI({
    ...{ baseURL: url, apiKey: key ?? 'none', organization: null, project: null, adminAPIKey: null },
    ...{ maxRetries: 0, logLevel: 'off', fetch: boundedFetch },
    defaultHeaders: { ...UNTOLD, 'User-Agent': 'Sitrep', ...(key === null && { Authorization: null }) },
  });
  return {
    say: async (question, turns, dialect, { signal, deadlineMs }) => {
      try {
        const body = { model: id, messages: [...turns], stream: false as const, ...wordedIn(dialect, question) };
        const answer: unknown = await unlessAborted(client.chat.completions.create(body, { signal }), signal);
        return saidIn(answer);
      } catch (error) {
        return { ok: false, error: requestFailure(error, signal, deadlineMs) };
      }
    },
  };
}

/** The client hears the signal until an answer begins; this one is heard until it ends. */
function unlessAborted<T>(work: PromiseLike<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).then(() => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
  });
}

function saidIn(answer: unknown): Result<Said, RequestFailure> {
  const parsed = Completion.safeParse(answer);
  const choice = parsed.data?.choices[0];
  if (!parsed.success || choice === undefined)
    return { ok: false, error: { failure: { kind: 'malformed' }, problem: 'no completion' } };
  const { usage } = parsed.data;
  return {
    ok: true,
    value: {
      text: choice.message.content ?? '',
      isCut: choice.finish_reason === 'length',
      inputTokens: usage?.prompt_tokens ?? null,
      outputTokens: usage?.completion_tokens ?? null,
    },
  };
}
