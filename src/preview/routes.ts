import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { stream } from 'hono/streaming';
import { z } from 'zod';
import type { CommandSpec } from '../command.ts';
import type { Caller, Dispatch, MessageFile, Replier, Request } from '../deliver/edge.ts';
import { linksIn } from '../deliver/links.ts';
import { GIVEN_FILE_BYTES, type GivenFile } from '../domain/given-file.ts';
import type { Language } from '../domain/language.ts';
import type { Log } from '../log.ts';
import { ASSET_PATHS, readAsset } from './assets.ts';
import { onlyFromThisPage, securityHeaders } from './guard.ts';
import {
  type About,
  type CallEvent,
  MenuRequest,
  PressRequest,
  RunRequest,
  type SentFile,
  SubmitRequest,
  type Suggested,
  SuggestRequest,
} from './protocol.ts';
import { createShownFiles, type ShownFiles } from './shown-files.ts';

/** Room for a file, or 25 options of the greatest length. */
const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

/** The page stands for one server, of which whoever sits at this machine is the owner. Ids of Discord's own form, far below any it gave out. */
const PREVIEW_GUILD_ID = '100000';
const PREVIEW_USER_ID = '100001';
const PREVIEW_CHANNEL_ID = '100002';

export interface RouteOptions {
  readonly commands: readonly CommandSpec[];
  readonly dispatch: Dispatch;
  readonly version: string;
  readonly log: Pick<Log, 'error'>;
  readonly port: () => number;
  /** A name for a call, unlike any other's. */
  readonly newRef: () => string;
}

/** All that the preview serves: the page's files, and the calls it makes. */
export function previewRoutes(options: RouteOptions): Hono {
  const { dispatch, commands, version, log, port, newRef } = options;
  const routes = new Hono();
  const files = createShownFiles();
  routes.use(securityHeaders(), onlyFromThisPage(port), bodyLimit({ maxSize: BODY_LIMIT_BYTES }));
  for (const path of ASSET_PATHS) routes.get(path, serveAsset);
  routes.get('/files/:name', (c) => serveFile(c, files.named(c.req.param('name'))));
  routes.get('/api/about', (c) => c.json({ version, commands } satisfies About));
  routes.post('/api/suggest', async (c) => {
    const { name, option, typed, locale } = await parsed(c, SuggestRequest);
    const suggestions = await dispatch.suggest(name, option, typed, callerOf(newRef(), locale));
    return c.json({ suggestions } satisfies Suggested);
  });
  routes.post('/api/run', async (c) => {
    const { name, subcommand, options: given, locale } = await parsed(c, RunRequest);
    const request: Request = { kind: 'command', name, ...(subcommand && { subcommand }), options: optionsOf(given) };
    return answer(c, files, (replier) => dispatch.handle(request, callerOf(newRef(), locale), replier));
  });
  routes.post('/api/message', async (c) => {
    const { name, text, locale } = await parsed(c, MenuRequest);
    const request: Request = { kind: 'message', name, text, links: linksIn([text]), atMs: Date.now() };
    return answer(c, files, (replier) => dispatch.handle(request, callerOf(newRef(), locale), replier));
  });
  routes.post('/api/press', async (c) => {
    const { customId, onPrivate, locale } = await parsed(c, PressRequest);
    // Every message on the page was asked for by the one person who uses it.
    const request: Request = { kind: 'press', customId, onPrivate, byAsker: true };
    return answer(c, files, (replier) => dispatch.handle(request, callerOf(newRef(), locale), replier));
  });
  routes.post('/api/submit', async (c) => {
    const { customId, values, onPrivate, locale } = await parsed(c, SubmitRequest);
    const on = onPrivate === null ? null : { onPrivate, byAsker: true };
    const request: Request = { kind: 'submit', customId, values, on };
    return answer(c, files, (replier) => dispatch.handle(request, callerOf(newRef(), locale), replier));
  });
  routes.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    log.error({ err: error, path: c.req.path }, 'the preview could not serve a request');
    return c.json({ error: 'That failed on our side.' }, 500);
  });
  return routes;
}

async function serveAsset(c: Context): Promise<Response> {
  const asset = await readAsset(c.req.path);
  if (!asset) return c.notFound();
  return c.body(asset.body, 200, { 'content-type': asset.type, 'cache-control': 'no-cache' });
}

/** A name is made of what is in the file: what it stands for never changes. What is no picture is saved, and never shown. */
function serveFile(c: Context, file: MessageFile | null): Response {
  if (!file) return c.text('This file is not here any more.', 404);
  return c.body(new Uint8Array(file.bytes), 200, {
    'content-type': file.type,
    'cache-control': 'private, max-age=31536000, immutable',
    ...(file.description === null && { 'content-disposition': `attachment; filename="${file.name}"` }),
  });
}

async function parsed<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const body: unknown = await c.req.json().catch(() => {
    throw new HTTPException(400, { message: 'The body is not JSON.' });
  });
  const result = schema.safeParse(body);
  if (!result.success) throw new HTTPException(400, { message: z.prettifyError(result.error) });
  return result.data;
}

const optionsOf = (given: RunRequest['options']): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'object' ? fileOf(value) : value]),
  );

/** A file that came with the request itself. */
function fileOf({ name, base64 }: SentFile): GivenFile {
  const bytes = Buffer.from(base64, 'base64');
  const tooLarge = { ok: false, error: { kind: 'too-large', limitBytes: GIVEN_FILE_BYTES } } as const;
  return {
    name,
    bytes: bytes.length,
    read: async () => (bytes.length > GIVEN_FILE_BYTES ? tooLarge : { ok: true, value: bytes }),
  };
}

function callerOf(ref: string, locale: Language): Caller {
  const where = { guildId: PREVIEW_GUILD_ID, channelId: PREVIEW_CHANNEL_ID };
  return { ref, userId: PREVIEW_USER_ID, ...where, locale, managesGuild: true, roleIds: [] };
}

/** Streams what the call shows as it comes, one JSON object a line. */
function answer(c: Context, files: ShownFiles, call: (replier: Replier) => Promise<void>): Response {
  c.header('content-type', 'application/x-ndjson; charset=utf-8');
  c.header('cache-control', 'no-store');
  return stream(c, async (out) => {
    const send = async (event: CallEvent): Promise<void> => {
      await out.write(`${JSON.stringify(event)}\n`);
    };
    await call({
      acknowledge: (how, isPrivate) => send({ kind: 'acknowledged', how, private: isPrivate }),
      reply: (body, isPrivate) => send({ kind: 'reply', body: files.keep(body), private: isPrivate }),
      ask: (modal) => send({ kind: 'ask', modal }),
      update: (body) => send({ kind: 'update', body: files.keep(body) }),
    });
  });
}
