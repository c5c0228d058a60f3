import { REST, type RequestMethod } from 'discord.js';
import { createPace } from './pace.ts';

interface DigestRequest {
  readonly method: `${RequestMethod}`;
  readonly route: `/${string}`;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly files?: readonly { readonly name: string; readonly data: Buffer; readonly contentType: string }[];
}

/** Asks Discord once. Rejects with what discord.js throws, and with the signal's reason where it ends the waiting. */
export type AskDiscord = (request: DigestRequest, signal: AbortSignal) => Promise<unknown>;

/**
 * One request so often: under the bot's 50 a second, however these are counted, with some left for what else it does. discord.js
 * counts by its own seconds, of which the end of one and the beginning of the next hold 100 between them.
 * https://discord.com/developers/docs/topics/rate-limits#global-rate-limit
 */
const EVERY_MS = 23;
/** What must wait longer than this for a channel's own limit is given back, so that nothing else waits behind it. */
const LIMITED_MS = 5_000;
const ANSWERED_WITHIN_MS = 10_000;

/** A client of its own, in which nothing is repeated: what may have arrived must not be sent again unseen. */
export function createAskDiscord(token: string, apiUrl: string | undefined, everyMs: number = EVERY_MS) {
  const rest = new REST({
    retries: 0,
    timeout: ANSWERED_WITHIN_MS,
    rejectOnRateLimit: ({ timeToReset, retryAfter, global }) =>
      !global && Math.max(timeToReset, retryAfter) > LIMITED_MS,
    ...(apiUrl !== undefined && { api: apiUrl }),
  });
  const pace = createPace(everyMs);
  const ask: AskDiscord = async ({ method, route, query, body, files }, signal) => {
    await pace(signal);
    // discord.js drops the token at the first 401.
    rest.setToken(token);
    return rest.request({
      method: method as RequestMethod,
      fullRoute: route,
      signal,
      ...(query && { query: new URLSearchParams(query) }),
      ...(body !== undefined && { body }),
      ...(files && { files: [...files] }),
    });
  };
  return {
    ask,
    close: (): void => {
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
  };
}
