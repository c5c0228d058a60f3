import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { CommandSpec } from '../command.ts';
import type { Dispatch } from '../deliver/edge.ts';
import type { Result } from '../domain/failure.ts';
import type { Log } from '../log.ts';
import { previewRoutes } from './routes.ts';

/** The page answers to this machine alone, whatever the settings. */
const LOOPBACK = '127.0.0.1';

export interface PreviewOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly commands: readonly CommandSpec[];
  readonly dispatch: Dispatch;
  readonly version: string;
  readonly log: Pick<Log, 'error'>;
}

export interface Preview {
  /** Where a browser on this machine finds the page. */
  readonly url: string;
  /** Takes no new requests, and resolves when those under way are answered. */
  readonly stop: () => Promise<void>;
}

export type PreviewFailure =
  | { readonly kind: 'port-taken'; readonly port: number }
  /** Ports below 1024 are for the administrator on many systems. */
  | { readonly kind: 'port-forbidden'; readonly port: number };

/** Serves the preview on loopback. Any failure but the two named rejects. */
export async function startPreview(options: PreviewOptions): Promise<Result<Preview, PreviewFailure>> {
  const routes = previewRoutes({ ...options, port: () => portOf(server), newRef: () => randomUUID().slice(0, 8) });
  const server = createServer(getRequestListener(routes.fetch, { overrideGlobalObjects: false }));
  const unused = unusedConnections(server);
  try {
    server.listen(options.port, LOOPBACK);
    await once(server, 'listening');
  } catch (error) {
    return { ok: false, error: failureOf(error, options.port) };
  }
  return { ok: true, value: { url: `http://localhost:${portOf(server)}`, stop: () => stop(server, unused) } };
}

function failureOf(error: unknown, port: number): PreviewFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return { kind: 'port-taken', port };
  if (code === 'EACCES') return { kind: 'port-forbidden', port };
  throw error;
}

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** Connections that have asked nothing yet: browsers open some to spare, and Node does not count them as idle. */
function unusedConnections(server: Server): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return unused;
}

async function stop(server: Server, unused: ReadonlySet<Socket>): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  for (const socket of unused) socket.destroy();
  await closed;
}
