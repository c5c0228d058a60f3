import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { CHARSETS, type Charset, FORMATS, type Format, itemsOf, TYPES, writeFeed } from './write-feed.ts';

/** How a feed is served: every combination is a kind of its own. */
export interface Behaviour {
  readonly format: Format;
  readonly charset: Charset;
  /** Where the charset is told: in the header, or in the document alone. */
  readonly told: 'header' | 'document';
  readonly validators: 'etag' | 'last-modified' | 'both';
  readonly encoding: keyof typeof ENCODERS;
  readonly framing: 'length' | 'chunked';
}

const ENCODERS = {
  identity: (body: Buffer) => body,
  gzip: (body: Buffer) => gzipSync(body, { level: 1 }),
  deflate: (body: Buffer) => deflateSync(body, { level: 1 }),
  br: (body: Buffer) => brotliCompressSync(body),
} as const;
const ENCODINGS = Object.keys(ENCODERS) as readonly Behaviour['encoding'][];
const VALIDATORS = ['etag', 'last-modified', 'both'] as const;
const LAST_MODIFIED = 'Thu, 01 Jan 2026 12:00:00 GMT';

/** Kinds of behaviour there are. */
export const KINDS = FORMATS.length * CHARSETS.length * 2 * VALIDATORS.length * ENCODINGS.length * 2;

/** The kind of a number; the same for numbers that differ by `KINDS`. */
export function behaviourOf(number: number): Behaviour {
  let left = number % KINDS;
  const pick = <T>(from: readonly T[]): T => {
    const at = left % from.length;
    left = Math.floor(left / from.length);
    return from[at] as T;
  };
  return {
    format: pick(FORMATS),
    charset: pick(CHARSETS),
    told: pick(['header', 'document'] as const),
    validators: pick(VALIDATORS),
    encoding: pick(ENCODINGS),
    framing: pick(['length', 'chunked'] as const),
  };
}

export interface FeedServer {
  readonly port: number;
  /** The feed of a number, on a host of its own. */
  readonly urlOf: (number: number) => string;
  readonly counts: () => { readonly full: number; readonly unchanged: number };
  readonly stop: () => Promise<void>;
}

export const hostOf = (number: number): string => `feed-${number}.test`;

/** Serves a feed on every host `feed-N.test`, of the kind `behaviourOf(N)`, with so many items. */
export async function serveFeeds(items: number): Promise<FeedServer> {
  const counts = { full: 0, unchanged: 0 };
  const server = createServer((request, response) => {
    // Whoever cannot name the host otherwise says it here.
    const host = String(request.headers['x-feed-host'] ?? request.headers.host ?? '');
    const number = Number(/^feed-(\d+)\.test/.exec(host)?.[1] ?? 0);
    if (request.url !== '/feed') return void response.writeHead(404).end();
    counts[serve(behaviourOf(number), host, items, request, response)] += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    urlOf: (number) => `http://${hostOf(number)}:${port}/feed`,
    counts: () => ({ ...counts }),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function serve(
  kind: Behaviour,
  host: string,
  items: number,
  { headers }: IncomingMessage,
  response: ServerResponse,
): 'full' | 'unchanged' {
  const etag = `"${createHash('sha256').update(host).digest('hex').slice(0, 12)}"`;
  const validators = {
    ...(kind.validators !== 'last-modified' && { etag }),
    ...(kind.validators !== 'etag' && { 'last-modified': LAST_MODIFIED }),
  };
  if (headers['if-none-match'] === etag || headers['if-modified-since'] === LAST_MODIFIED) {
    response.writeHead(304, validators).end();
    return 'unchanged';
  }
  const charset = kind.format === 'json' ? 'utf-8' : kind.charset;
  const feed = { title: `Feed of ${host}`, url: `http://${host}/`, items: itemsOf(host, items, charset) };
  const body = ENCODERS[kind.encoding](writeFeed(feed, kind.format, charset));
  response.writeHead(200, {
    'content-type': `${TYPES[kind.format]}${kind.told === 'header' ? `; charset=${charset}` : ''}`,
    ...(kind.encoding !== 'identity' && { 'content-encoding': kind.encoding }),
    ...(kind.framing === 'length' && { 'content-length': body.length }),
    ...validators,
  });
  response.end(body);
  return 'full';
}
