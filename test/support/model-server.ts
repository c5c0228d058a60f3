import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** What the server does with one request. */
export type Reply =
  /** A completion with these words; `cut`: it stopped at its limit. `usage`: as the server counts, null: it does not. */
  | {
      readonly kind: 'says';
      readonly text: string;
      readonly cut?: boolean;
      readonly usage?: readonly [number, number] | null;
    }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** Body as it is. */
  | { readonly kind: 'raw'; readonly type: string; readonly body: string }
  /** The connection stays open and nothing comes. */
  | { readonly kind: 'hangs' }
  /** The head comes and nothing behind it. */
  | { readonly kind: 'stalls' }
  /** A body without an end. */
  | { readonly kind: 'endless' }
  /** The connection breaks in the middle of the body. */
  | { readonly kind: 'breaks' }
  | { readonly kind: 'redirects'; readonly to: string };

const Asked = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })),
});
type AskedBody = z.infer<typeof Asked>;

/** A request as it came. */
export interface AskedRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: AskedBody;
  /** What the user's turns hold, the first one first. */
  readonly user: string;
}

export interface ModelServer {
  /** For `LLM_URL`. */
  readonly url: string;
  readonly requests: readonly AskedRequest[];
  /** Resolves when every connection that was opened is closed. */
  readonly allClosed: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

/** Words as the answer of a model. */
export const says = (answer: unknown): Reply => ({
  kind: 'says',
  text: typeof answer === 'string' ? answer : JSON.stringify(answer),
});

/**
 * A server on 127.0.0.1 that speaks as much of OpenAI's protocol as Sitrep asks for: /v1/chat/completions and /v1/models.
 * @param answer what each request gets, by the request and its number from 0; a list is given out in order, its last one for ever
 */
export async function startModelServer(
  answer: readonly Reply[] | ((request: AskedRequest, nth: number) => Reply),
): Promise<ModelServer> {
  const requests: AskedRequest[] = [];
  const replyTo = (request: AskedRequest, nth: number): Reply =>
    typeof answer === 'function'
      ? answer(request, nth)
      : (answer[Math.min(nth, answer.length - 1)] ?? { kind: 'hangs' });
  const server = createServer((incoming, response) => {
    if (incoming.url === '/v1/models') {
      send(response, 200, { object: 'list', data: [{ id: 'test-model', object: 'model' }] });
      return;
    }
    readRequest(incoming).then((request) => {
      requests.push(request);
      give(replyTo(request, requests.length - 1), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const end = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    allClosed: () => new Promise((resolve) => server.close(() => resolve())),
    [Symbol.asyncDispose]: end,
  };
}

async function readRequest(incoming: IncomingMessage): Promise<AskedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = Asked.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  const user = body.messages.flatMap(({ role, content }) => (role === 'user' ? [content] : [])).join('\n');
  return { path: incoming.url ?? '', headers: incoming.headers, body, user };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function give(reply: Reply, response: ServerResponse): void {
  switch (reply.kind) {
    case 'says':
      send(response, 200, completionOf(reply));
      return;
    case 'status':
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
      response.end(reply.body ?? JSON.stringify({ error: { message: 'refused' } }));
      return;
    case 'raw':
      response.writeHead(200, { 'content-type': reply.type });
      response.end(reply.body);
      return;
    case 'hangs':
      return;
    case 'stalls':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"choices":');
      return;
    case 'endless':
      pour(response);
      return;
    case 'breaks':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"choices":', () => response.destroy());
      return;
    case 'redirects':
      response.writeHead(307, { location: reply.to });
      response.end();
  }
}

/** Until the other side goes. */
function pour(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const chunk = `{"choices":[{"message":{"content":"${'a'.repeat(60_000)}`;
  const more = (): void => {
    if (!response.destroyed) response.write(chunk, () => setImmediate(more));
  };
  more();
}

function completionOf({ text, cut = false, usage = [100, 20] }: Extract<Reply, { readonly kind: 'says' }>) {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'test-model',
    choices: [
      {
        index: 0,
        finish_reason: cut ? 'length' : 'stop',
        message: { role: 'assistant', content: text, refusal: null },
      },
    ],
    ...(usage && {
      usage: { prompt_tokens: usage[0], completion_tokens: usage[1], total_tokens: usage[0] + usage[1] },
    }),
  };
}
