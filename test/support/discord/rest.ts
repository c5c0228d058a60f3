import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Upload } from './check/attachments.ts';
import type { Faults, How } from './faults.ts';
import { notFound, type Reply, rateLimited, serverError, unauthorized } from './reply.ts';
import { type Match, match } from './routes.ts';
import type { RestCall, State } from './state.ts';

/** Where the files are that people attached, as on Discord's CDN. */
export const FILES = '/attachments';

const API = /^\/api\/v10(?=\/)/;

/** Answers everything below `/api`. */
export function restListener(state: State, faults: Faults): RequestListener {
  return (request, response) => {
    const [, , id] = request.url?.startsWith(`${FILES}/`) ? request.url.split('/') : [];
    if (id !== undefined) return sendFile(state, id, response);
    void serve(state, faults, request, response).catch((error: unknown) => {
      state.violations.push({
        where: `${request.method} ${request.url}`,
        what: `The stand-in itself failed: ${error}`,
      });
      response.destroy();
    });
  };
}

function sendFile({ uploads }: State, id: string, response: ServerResponse): void {
  const upload = uploads.get(id);
  response.writeHead(upload ? 200 : 404, { 'content-type': 'application/octet-stream' });
  response.end(upload?.bytes);
}

async function serve(state: State, faults: Faults, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
  const method = request.method ?? 'GET';
  const path = pathname.replace(API, '');
  const found = match(method, path);
  const { body, files, stray } = await readBody(request);
  state.violations.push(...stray.map((what) => ({ where: `${method} ${path}`, what })));
  const call: RestCall = { method, route: found?.route ?? path, path, body, files, atMs: Date.now(), status: null };
  state.raw.push(call);
  const how = faults.take(method, call.route);
  const answer = () => handle(state, found, request.headers.authorization, call, searchParams);
  await carryOut(how, answer, (reply) => send(response, reply, call), request.socket);
  state.changed();
}

function handle(
  state: State,
  found: Match | null,
  authorization: string | undefined,
  call: RestCall,
  query: URLSearchParams,
): Reply {
  if (!found) {
    state.violations.push({ where: `${call.method} ${call.path}`, what: 'No such route in the stand-in.' });
    return notFound;
  }
  if (found.auth === 'bot' && authorization !== `Bot ${state.token}`) return unauthorized;
  const { method, route, params } = found;
  const limited = found.auth === 'bot' ? state.limits.global() : null;
  if (limited) return limited;
  return found.handle(state, { method, route, params, query, body: call.body, files: call.files });
}

async function carryOut(
  how: How | null,
  answer: () => Reply,
  reply: (reply: Reply) => void,
  socket: Socket,
): Promise<void> {
  if (how === null) return reply(answer());
  if (how === 'never') return;
  if (how === 'reset') return void socket.resetAndDestroy();
  if (how === 'close') return void socket.end();
  if (how === 'lost' || how === 'lost-close') {
    answer();
    return void (how === 'lost' ? socket.resetAndDestroy() : socket.end());
  }
  if ('status' in how) return reply(refused(how));
  if ('retryAfterMs' in how) return reply(rateLimited(how.retryAfterMs, how.global ?? false));
  const done = answer();
  await sleep(how.delayMs);
  return reply(done);
}

function refused({ status, code = 0 }: Extract<How, { readonly status: number }>): Reply {
  if (status === 401) return unauthorized;
  return status === 500 ? serverError : { status, body: { message: `${status}`, code } };
}

function send(response: ServerResponse, { status, body, headers }: Reply, call: RestCall): void {
  call.status = status;
  response.writeHead(status, { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

interface Body {
  readonly body: unknown;
  readonly files: readonly Upload[];
  /** What is wrong with the form. */
  readonly stray: readonly string[];
}

/** JSON, or a form with `payload_json` and files: https://discord.com/developers/docs/reference#uploading-files */
async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: null, files: [], stray: [] };
  if (!type.startsWith('multipart/form-data')) return { body: JSON.parse(bytes.toString()), files: [], stray: [] };
  return readForm(await new Response(bytes, { headers: { 'content-type': type } }).formData());
}

async function readForm(form: FormData): Promise<Body> {
  const files: Upload[] = [];
  const stray: string[] = [];
  for (const [key, value] of form.entries()) {
    const [, index] = /^files\[(\d)\]$/.exec(key) ?? [];
    if (typeof value !== 'string' && index !== undefined)
      files.push({ index: Number(index), name: value.name, type: value.type, bytes: await value.bytes() });
    else if (key !== 'payload_json') stray.push(`The form has a part that it may not have: ${key}.`);
  }
  return { body: JSON.parse(String(form.get('payload_json') ?? 'null')), files, stray };
}
