import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { FetchLimits } from '../../src/source/limits.ts';
import { ownPort } from '../support/own-port.ts';
import { textOf, withRawServer, withWebServer } from './serve.ts';

/** Writes `head`, and then for as long as somebody reads. */
function pour(socket: Socket, head: string, chunk: string): void {
  const more = (): void => {
    while (socket.writable && !socket.writableNeedDrain) socket.write(chunk);
  };
  socket.on('drain', more).write(head);
  more();
}

/** Writes `head`, and then a little, again and again, until nobody listens. */
function drip(socket: Socket, head: string, piece: string): void {
  socket.write(head);
  const timer = setInterval(() => socket.write(piece), 10);
  socket.on('close', () => clearInterval(timer));
}

const OK = 'HTTP/1.1 200 OK\r\n';
const CHUNKED = `${OK}Transfer-Encoding: chunked\r\n\r\n`;
const tooSlow = (bound: string, limitMs: number) => ({ kind: 'too-slow', bound, limitMs });

interface Case {
  readonly name: string;
  readonly answer: (socket: Socket) => void;
  readonly failure: object;
  readonly limits?: Partial<FetchLimits>;
}

describe('servers that waste time', () => {
  test.for<Case>([
    {
      name: 'accepts and says nothing',
      answer: () => undefined,
      failure: tooSlow('headers', 50),
      limits: { headersMs: 50 },
    },
    {
      name: 'drips its header',
      answer: (socket) => drip(socket, OK, 'X: y\r\n'),
      failure: tooSlow('headers', 50),
      limits: { headersMs: 50 },
    },
    {
      name: 'drips its body',
      answer: (socket) => drip(socket, `${OK}\r\n`, 'x'),
      failure: tooSlow('body-rate', 100),
      limits: { pace: { everyMs: 100, bytes: 1_000 } },
    },
    {
      name: 'drips its body in chunks',
      answer: (socket) => drip(socket, CHUNKED, '1\r\nx\r\n'),
      failure: tooSlow('body-rate', 100),
      limits: { pace: { everyMs: 100, bytes: 1_000 } },
    },
    {
      name: 'stops after its header',
      answer: (socket) => socket.write(`${OK}Content-Length: 10\r\n\r\n`),
      failure: tooSlow('body-rate', 50),
      limits: { pace: { everyMs: 50, bytes: 1 } },
    },
    {
      name: 'drips just fast enough, for ever',
      answer: (socket) => drip(socket, `${OK}\r\n`, 'x'.repeat(100)),
      failure: tooSlow('whole', 100),
      limits: { wholeMs: 100 },
    },
  ])('$name', ({ answer, failure, limits }) =>
    withRawServer(
      answer,
      async ({ get }) => {
        expect(await get('/')).toMatchObject({ kind: 'failed', failure });
      },
      limits && { limits },
    ),
  );
});

describe('servers that send too much', () => {
  const tooLarge = { kind: 'too-large', part: 'body', limitBytes: 5_000_000 };
  test.for<Case>([
    {
      name: 'a body without end',
      answer: (s) => pour(s, `${OK}\r\n`, 'x'.repeat(60_000)),
      failure: tooLarge,
    },
    {
      name: 'chunks without end',
      answer: (s) => pour(s, CHUNKED, `ea60\r\n${'x'.repeat(60_000)}\r\n`),
      failure: tooLarge,
    },
    {
      name: 'the announcement of ten gigabytes',
      answer: (s) => s.write(`${OK}Content-Length: 10000000000\r\n\r\n`),
      failure: tooLarge,
    },
    {
      name: 'a header without end',
      answer: (s) => pour(s, OK, `X-${'y'.repeat(500)}: z\r\n`),
      failure: { kind: 'too-large', part: 'headers', limitBytes: 32_768 },
    },
    {
      name: 'one long header',
      answer: (s) => s.write(`${OK}X: ${'y'.repeat(40_000)}\r\n\r\nok`),
      failure: { kind: 'too-large', part: 'headers', limitBytes: 32_768 },
    },
  ])('$name', ({ answer, failure }) =>
    withRawServer(answer, async ({ get }) => {
      expect(await get('/')).toMatchObject({ kind: 'failed', failure });
    }),
  );
});

describe('bodies that are not what they are said to be', () => {
  test.for<Case>([
    {
      name: 'shorter than its Content-Length',
      answer: (s) => s.end(`${OK}Content-Length: 100\r\n\r\n<rss>`),
      failure: { kind: 'truncated' },
    },
    {
      name: 'chunks without the last one',
      answer: (s) => s.end(`${CHUNKED}5\r\n<rss>\r\n`),
      failure: { kind: 'truncated' },
    },
    {
      name: 'a chunk cut short',
      answer: (s) => s.end(`${CHUNKED}ff\r\n<rss>`),
      failure: { kind: 'truncated' },
    },
    {
      name: 'a chunk whose length is none',
      answer: (s) => s.write(`${CHUNKED}5\r\n<rss>\r\nzz\r\n`),
      failure: { kind: 'truncated' },
    },
    {
      name: 'a connection that breaks before anything came',
      answer: (s) => s.resetAndDestroy(),
      failure: { kind: 'unreachable', why: 'reset' },
    },
    {
      name: 'a connection that closes before anything came',
      answer: (s) => s.end(),
      failure: { kind: 'unreachable', why: 'reset' },
    },
    {
      name: 'a leave to go on that nobody asked for',
      answer: (s) => s.write('HTTP/1.1 100 Continue\r\n\r\n'),
      failure: { kind: 'unreachable', why: 'reset' },
    },
    { name: 'what is no HTTP', answer: (s) => s.end('SSH-2.0-OpenSSH_9.6\r\n'), failure: { kind: 'not-http' } },
    {
      name: 'two lengths',
      answer: (s) => s.end(`${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`),
      failure: { kind: 'not-http' },
    },
    {
      name: 'a header with a null in it',
      answer: (s) => s.end(`${OK}X: a\u0000b\r\n\r\nok`),
      failure: { kind: 'not-http' },
    },
  ])('$name', ({ answer, failure }) =>
    withRawServer(answer, async ({ get }) => {
      expect(await get('/')).toMatchObject({ kind: 'failed', failure });
    }),
  );

  test.for([
    { name: 'HTTP/1.0 without a length', sent: 'HTTP/1.0 200 OK\r\n\r\n<rss/>' },
    { name: 'HTTP/1.1 without a length', sent: `${OK}\r\n<rss/>` },
    { name: 'more than its Content-Length', sent: `${OK}Content-Length: 6\r\n\r\n<rss/><rss/>` },
    { name: 'chunks', sent: `${CHUNKED}2\r\n<r\r\n4;x=y\r\nss/>\r\n0\r\n\r\n` },
    {
      name: 'a first answer that is none yet',
      sent: `HTTP/1.1 103 Early Hints\r\n\r\n${OK}Content-Length: 6\r\n\r\n<rss/>`,
    },
  ])('$name is read', ({ sent }) =>
    withRawServer(
      (socket) => socket.end(sent),
      async ({ get }) => {
        expect(textOf(await get('/'))).toBe('<rss/>');
      },
    ),
  );
});

test('a connection that breaks in the middle of a body', () => {
  const sockets: Socket[] = [];
  // The clock is asked once the header is there.
  const now = () => {
    for (const socket of sockets) socket.resetAndDestroy();
    return Date.now();
  };
  return withRawServer(
    (socket) => {
      sockets.push(socket);
      socket.write(`${OK}Content-Length: 100\r\n\r\n<rss>`);
    },
    async ({ get }) => {
      expect(await get('/')).toMatchObject({ failure: { kind: 'truncated' } });
    },
    { now },
  );
});

describe('names and what they stand for', () => {
  const never = (): never => {
    throw new Error('was asked');
  };

  test.for([
    { name: 'a private address', ips: ['10.0.0.1'], ip: '10.0.0.1' },
    { name: 'one private address among public ones', ips: ['93.184.216.34', '192.168.1.1'], ip: '192.168.1.1' },
    { name: 'a private address of IPv6 beside a public one', ips: ['93.184.216.34', 'fd00::1'], ip: 'fd00::1' },
    { name: 'a mapped address', ips: ['::ffff:127.0.0.1'], ip: '::ffff:127.0.0.1' },
    { name: 'an address with a zone', ips: ['fe80::1%eth0'], ip: 'fe80::1%eth0' },
    { name: 'what is no address', ips: ['localhost'], ip: 'localhost' },
    { name: 'loopback, by a public name', ips: ['127.0.0.1'], ip: '127.0.0.1' },
  ])('$name is refused', ({ ips, ip }) =>
    withWebServer(
      never,
      async ({ fetch }) => {
        const outcome = await fetch({ url: 'http://news.example:8080/', accept: 'feed', validators: null });
        expect(outcome).toMatchObject({ failure: { kind: 'forbidden-address', host: 'news.example', ip } });
      },
      { resolve: async () => ips },
    ),
  );

  test('a name that stands for something else at the second look is not looked at twice', async () => {
    // Of the public range, and given to nobody.
    const answers = [['2d00::1'], ['127.0.0.1']];
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return answers.shift() ?? [];
    };
    await withWebServer(
      never,
      async ({ fetch }) => {
        const request = { url: 'http://rebind.example:8080/', accept: 'feed', validators: null } as const;
        expect(await fetch(request)).toMatchObject({
          failure: { kind: expect.stringMatching(/unreachable|too-slow/) },
        });
        expect(asked).toEqual(['rebind.example']);
        expect(await fetch(request)).toMatchObject({ failure: { kind: 'forbidden-address', category: 'loopback' } });
        expect(asked).toEqual(['rebind.example', 'rebind.example']);
      },
      { resolve, limits: { connectMs: 50 } },
    );
  });

  test('where one address does not answer, the next one is asked, by its name', async () => {
    const port = await ownPort();
    const allowedHosts = [{ host: 'rss.example', port }];
    await withWebServer(
      ({ headers }, response) => response.end(headers.host),
      async ({ fetch }) => {
        const outcome = await fetch({ url: `http://rss.example:${port}/`, accept: 'feed', validators: null });
        expect(textOf(outcome)).toBe(`rss.example:${port}`);
      },
      { allowedHosts, resolve: async () => ['127.0.0.2', '127.0.0.1'] },
      port,
    );
  });

  test.for([
    { name: 'nobody has', code: 'ENOTFOUND', failure: { kind: 'unknown-host', host: 'rss.example' } },
    { name: 'no name server tells of', code: 'ESERVFAIL', failure: { kind: 'unreachable', why: 'lookup' } },
  ])('a name that $name', ({ code, failure }) =>
    withWebServer(
      never,
      async ({ fetch }) => {
        const outcome = await fetch({ url: 'https://rss.example/', accept: 'page', validators: null });
        expect(outcome).toMatchObject({ kind: 'failed', failure });
      },
      { resolve: () => Promise.reject(Object.assign(new Error('lookup'), { code })) },
    ),
  );

  test('a name server that never answers', () =>
    withWebServer(
      never,
      async ({ fetch }) => {
        const outcome = await fetch({ url: 'http://rss.example/', accept: 'feed', validators: null });
        expect(outcome).toMatchObject({ failure: tooSlow('connect', 10) });
      },
      { resolve: () => new Promise(() => undefined), limits: { connectMs: 10 } },
    ));
});

describe('what does not answer as it should', () => {
  test('a port where nobody listens', async () => {
    const port = await ownPort();
    await withWebServer(
      (_, response) => response.end(),
      async ({ fetch }) => {
        const outcome = await fetch({ url: `http://127.0.0.1:${port}/`, accept: 'feed', validators: null });
        expect(outcome).toMatchObject({ failure: { kind: 'unreachable', why: 'refused' } });
      },
      { allowedHosts: [{ host: '127.0.0.1', port }] },
    );
  });

  test('a server that does not know https', () =>
    withWebServer(
      (_, response) => response.end(),
      async ({ fetch, port }) => {
        const outcome = await fetch({ url: `https://127.0.0.1:${port}/`, accept: 'feed', validators: null });
        expect(outcome).toMatchObject({ failure: { kind: 'tls', why: 'handshake' } });
      },
    ));

  test('what is under way when everything ends says so', () => {
    const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
    return withWebServer(
      () => isAsked(),
      async ({ get, close }) => {
        const running = get('/');
        await asked;
        await close();
        const stopping = { kind: 'failed', failure: { kind: 'not-sent', why: 'stopping' } };
        expect(await running).toMatchObject(stopping);
        expect(await get('/')).toMatchObject(stopping);
      },
    );
  });
});
