import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import type { FetchDocument, FetchOutcome, FetchRequest } from '../../src/domain/fetch.ts';
import { createFetching, type FetchingOptions } from '../../src/source/fetching.ts';

/** A server on loopback while `use` runs. */
async function serving<T>(server: Server, use: (port: number) => Promise<T>, fixedPort = 0): Promise<T> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => open.add(socket.on('close', () => open.delete(socket))));
  server.listen(fixedPort, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await use((server.address() as AddressInfo).port);
  } finally {
    for (const socket of open) socket.destroy();
    server.close();
  }
}

/** What a test asks with: everything waits no longer than the test's own limits, and pauses are none. */
export interface Asking {
  readonly fetch: FetchDocument;
  /** Fetches a path of the server as a feed, unless said otherwise. */
  readonly get: (path: string, more?: Partial<FetchRequest>) => Promise<FetchOutcome>;
  readonly base: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

async function asking<T>(port: number, options: Partial<FetchingOptions>, use: (asking: Asking) => Promise<T>) {
  const base = `http://127.0.0.1:${port}`;
  const { fetch, close } = createFetching({
    allowedHosts: ['127.0.0.1', 'other.example'].map((host) => ({ host, port })),
    version: '1.2.3',
    contact: null,
    now: Date.now,
    ...options,
    limits: { pauseMs: 0, ...options.limits },
  });
  const get: Asking['get'] = (path, more) =>
    fetch({ url: `${base}${path}`, accept: 'feed', validators: null, ...more });
  try {
    return await use({ fetch, get, base, port, close });
  } finally {
    await close();
  }
}

/** A web server and somebody who asks it, as 127.0.0.1 or, where `resolve` says so, as other.example. */
export const withWebServer = <T>(
  listener: RequestListener<typeof IncomingMessage, typeof ServerResponse>,
  use: (asking: Asking) => Promise<T>,
  options: Partial<FetchingOptions> = {},
  fixedPort = 0,
): Promise<T> => serving(createServer(listener), (port) => asking(port, options, use), fixedPort);

/** A server that answers each connection with what it is told, byte by byte, once a request has come. */
export const withRawServer = <T>(
  answer: (socket: Socket) => void,
  use: (asking: Asking) => Promise<T>,
  options: Partial<FetchingOptions> = {},
): Promise<T> => {
  const server = createTcpServer((socket) => {
    // Whoever hangs up is the point of these tests.
    socket.on('error', () => undefined).once('data', () => answer(socket));
  });
  return serving(server, (port) => asking(port, options, use));
};

export const textOf = (outcome: FetchOutcome): string =>
  outcome.kind === 'fetched' ? Buffer.from(outcome.body).toString() : `(${JSON.stringify(outcome)})`;
