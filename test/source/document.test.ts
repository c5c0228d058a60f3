import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { textOf, withRawServer, withWebServer } from './serve.ts';

const NOW = Date.UTC(2026, 0, 15, 12);

describe('what is asked and what comes back', () => {
  test('a document with what the header says of it', () =>
    withWebServer(
      (_, response) => {
        response.setHeader('Content-Type', 'Application/RSS+XML; charset="windows-1251"');
        response.setHeader('ETag', 'W/"v1"');
        response.setHeader('Last-Modified', 'Wed, 14 Jan 2026 10:00:00 GMT');
        response.setHeader('Cache-Control', 'public, max-age=600');
        response.end('<rss/>');
      },
      async ({ get, base }) => {
        const outcome = await get('/feed?a=b#part');
        expect(outcome).toEqual({
          kind: 'fetched',
          url: `${base}/feed?a=b`,
          body: new TextEncoder().encode('<rss/>'),
          contentType: 'application/rss+xml',
          charset: 'windows-1251',
          validators: { etag: 'W/"v1"', lastModified: 'Wed, 14 Jan 2026 10:00:00 GMT' },
          freshForMs: 600_000,
          movedTo: null,
        });
      },
    ));

  test('who asks is said, and nothing else about us', () =>
    withWebServer(
      ({ headers }, response) => response.setHeader('Set-Cookie', 'seen=1').end(JSON.stringify(headers)),
      async ({ get }) => {
        const first = JSON.parse(textOf(await get('/feed')));
        const second = JSON.parse(textOf(await get('/feed')));
        expect(second).toEqual(first);
        expect(Object.keys(first).sort()).toEqual([
          'accept',
          'accept-encoding',
          'accept-language',
          'connection',
          'host',
          'user-agent',
        ]);
        expect(first['user-agent']).toBe('Sitrep/1.2.3 (+https://desk.example/bot)');
        expect(first.accept).toContain('application/rss+xml');
      },
      { contact: 'https://desk.example/bot' },
    ));

  test('what has not changed is not sent again', () =>
    withWebServer(
      ({ headers }, response) => {
        const isKnown = headers['if-none-match'] === '"v1"' && headers['if-modified-since'] === 'yesterday';
        response.writeHead(isKnown ? 304 : 200, { Expires: new Date(NOW + 60_000).toUTCString(), Date: '' }).end();
      },
      async ({ get }) => {
        const validators = { etag: '"v1"', lastModified: 'yesterday' };
        expect(await get('/', { validators })).toEqual({
          kind: 'unchanged',
          validators,
          freshForMs: 60_000,
          movedTo: null,
        });
        expect(await get('/', { validators: { etag: '"v2"', lastModified: null } })).toMatchObject({ kind: 'fetched' });
      },
      { now: () => NOW },
    ));

  test('a validator that is new in an answer of no change takes the place of the old one', () =>
    withWebServer(
      (_, response) => response.writeHead(304, { ETag: '"v2"' }).end(),
      async ({ get }) => {
        const outcome = await get('/', { validators: { etag: '"v1"', lastModified: 'yesterday' } });
        expect(outcome).toMatchObject({ kind: 'unchanged', validators: { etag: '"v2"', lastModified: 'yesterday' } });
      },
    ));

  test('validators that are fit for no header are neither kept nor sent', () =>
    withRawServer(
      (socket) => socket.end(`HTTP/1.1 200 OK\r\nETag: "${'x'.repeat(600)}"\r\nLast-Modified: \x80\x81\r\n\r\nok`),
      async ({ get }) => {
        const outcome = await get('/', { validators: { etag: '"a"\r\nCookie: b', lastModified: 'ї' } });
        expect(outcome).toMatchObject({ kind: 'fetched', validators: { etag: null, lastModified: null } });
      },
    ));

  test.for([
    { status: 404, headers: {}, failure: { kind: 'status', status: 404, retryAfterMs: null } },
    { status: 410, headers: {}, failure: { kind: 'gone' } },
    { status: 429, headers: { 'Retry-After': '120' }, failure: { kind: 'status', status: 429, retryAfterMs: 120_000 } },
    {
      status: 503,
      headers: { 'Retry-After': 'Thu, 15 Jan 2026 12:01:30 GMT', Date: 'Thu, 15 Jan 2026 12:01:00 GMT' },
      failure: { kind: 'status', status: 503, retryAfterMs: 30_000 },
    },
    { status: 500, headers: { 'Retry-After': 'later' }, failure: { kind: 'status', status: 500, retryAfterMs: null } },
    { status: 304, headers: {}, failure: { kind: 'status', status: 304, retryAfterMs: null } },
    { status: 206, headers: {}, failure: { kind: 'status', status: 206, retryAfterMs: null } },
    { status: 301, headers: {}, failure: { kind: 'status', status: 301, retryAfterMs: null } },
  ])('$status with $headers', ({ status, headers, failure }) =>
    withWebServer(
      (_, response) => response.writeHead(status, headers).end('words'),
      async ({ get, base }) => {
        expect(await get('/feed')).toEqual({ kind: 'failed', failure, url: `${base}/feed` });
      },
    ),
  );
});

const XML = `<rss>${'<item>words</item>'.repeat(500)}</rss>`;
const TAIL = 4;
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

describe('content-encoding', () => {
  test.for([
    { name: 'gzip', encoding: 'gzip', body: gzipSync(XML) },
    { name: 'x-gzip', encoding: 'X-GZIP', body: gzipSync(XML) },
    { name: 'deflate', encoding: 'deflate', body: deflateSync(XML) },
    { name: 'deflate without its wrapping', encoding: 'deflate', body: deflateRawSync(XML) },
    { name: 'br', encoding: 'br', body: brotliCompressSync(XML) },
    { name: 'zstd', encoding: 'zstd', body: zstdCompressSync(XML) },
    { name: 'two', encoding: 'br, gzip', body: gzipSync(brotliCompressSync(XML)) },
    { name: 'identity', encoding: 'identity', body: Buffer.from(XML) },
    {
      name: 'gzip in several members',
      encoding: 'gzip',
      body: Buffer.concat([gzipSync(XML.slice(0, 100)), gzipSync(XML.slice(100))]),
    },
  ])('$name', ({ encoding, body }) =>
    withWebServer(
      (_, response) => response.setHeader('Content-Encoding', encoding).end(body),
      async ({ get }) => {
        expect(textOf(await get('/'))).toBe(XML);
      },
    ),
  );

  test('an empty body is empty, whatever it is said to be', () =>
    withWebServer(
      (_, response) => response.setHeader('Content-Encoding', 'gzip').end(),
      async ({ get }) => {
        expect(textOf(await get('/'))).toBe('');
      },
    ));

  test.for([
    { name: 'gzip that ends early', encoding: 'gzip', body: gzipSync(XML).subarray(0, -TAIL), kind: 'truncated' },
    { name: 'gzip that ends in its middle', encoding: 'gzip', body: gzipSync(XML).subarray(0, 40), kind: 'truncated' },
    {
      name: 'deflate that ends early',
      encoding: 'deflate',
      body: deflateSync(XML).subarray(0, -TAIL),
      kind: 'truncated',
    },
    { name: 'br that ends early', encoding: 'br', body: brotliCompressSync(XML).subarray(0, -TAIL), kind: 'truncated' },
    {
      name: 'zstd that ends early',
      encoding: 'zstd',
      body: zstdCompressSync(XML).subarray(0, -TAIL),
      kind: 'truncated',
    },
    { name: 'what is no gzip', encoding: 'gzip', body: Buffer.from(XML), kind: 'bad-encoding' },
    { name: 'what is no br', encoding: 'br', body: Buffer.from(XML), kind: 'bad-encoding' },
    { name: 'what is no zstd', encoding: 'zstd', body: Buffer.from(XML), kind: 'bad-encoding' },
    { name: 'an encoding that nobody knows', encoding: 'rot13', body: Buffer.from(XML), kind: 'bad-encoding' },
    {
      name: 'the name of what every object has',
      encoding: 'constructor',
      body: Buffer.from(XML),
      kind: 'bad-encoding',
    },
    {
      name: 'one over the other over the other',
      encoding: 'gzip, gzip, gzip',
      body: gzipSync(XML),
      kind: 'bad-encoding',
    },
  ])('$name is an error, never a short document', ({ encoding, body, kind }) =>
    withWebServer(
      (_, response) => response.setHeader('Content-Encoding', encoding).end(body),
      async ({ get }) => {
        expect(await get('/')).toMatchObject({ kind: 'failed', failure: { kind } });
      },
    ),
  );

  test.for([
    { name: 'gzip', encoding: 'gzip', pack: gzipSync },
    { name: 'deflate', encoding: 'deflate', pack: deflateSync },
    { name: 'br', encoding: 'br', pack: (bytes: Uint8Array) => brotliCompressSync(bytes, QUICK) },
    { name: 'zstd', encoding: 'zstd', pack: zstdCompressSync },
  ])('a bomb of $name is not unpacked', ({ encoding, pack }) =>
    withWebServer(
      (_, response) => response.setHeader('Content-Encoding', encoding).end(pack(Buffer.alloc(6_000_000))),
      async ({ get }) => {
        const failure = { kind: 'too-large', part: 'body', limitBytes: 5_000_000 };
        expect(await get('/')).toMatchObject({ kind: 'failed', failure });
      },
    ),
  );

  test('a bomb in a bomb is not unpacked', () =>
    withWebServer(
      (_, response) =>
        response.setHeader('Content-Encoding', 'gzip, gzip').end(gzipSync(gzipSync(Buffer.alloc(6_000_000)))),
      async ({ get }) => {
        expect(await get('/')).toMatchObject({ failure: { kind: 'too-large', part: 'body' } });
      },
    ));
});
