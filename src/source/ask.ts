import type { Dispatcher } from 'undici';
import type { Answer } from './answer.ts';
import type { Bounds } from './bounds.ts';
import type { FetchLimits } from './limits.ts';

/** Sends one request and gives what comes back, redirects too, once the header is there. */
export type Ask = (url: URL, headers: Readonly<Record<string, string>>, bounds: Bounds) => Promise<Answer>;

/** Sends what it is given and nothing else: no cookies, no referrer, no credentials. Rejects as undici does. */
export const askWith =
  (dispatcher: Dispatcher, limits: Pick<FetchLimits, 'headersMs'>): Ask =>
  async (url, headers, { signal, stop }) => {
    const { headersMs } = limits;
    const slow = setTimeout(() => stop({ kind: 'too-slow', bound: 'headers', limitMs: headersMs }), headersMs);
    try {
      const { origin } = url;
      const path = url.pathname + url.search;
      // Our own bounds hold instead of undici's.
      const own = { headersTimeout: 0, bodyTimeout: 0 };
      return answerOf(
        await dispatcher.request({ method: 'GET', origin, path, headers: { ...headers }, signal, ...own }),
      );
    } finally {
      clearTimeout(slow);
    }
  };

const answerOf = ({ statusCode, headers, body }: Dispatcher.ResponseData): Answer => ({
  status: statusCode,
  header: (name) => [headers[name]].flat()[0] ?? null,
  body,
});

/** Gives up the rest of an answer, with its connection. */
export function discard({ body }: Answer): void {
  // What is given up ends with an error that nobody waits for.
  body.on('error', () => undefined);
  body.destroy();
}
