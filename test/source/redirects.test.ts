import { describe, expect, test } from 'vitest';
import { withWebServer } from './serve.ts';

/** `/301/302/x` redirects with 301 to `/302/x`, which redirects with 302 to `/x`. */
const stepwise: Parameters<typeof withWebServer>[0] = ({ url = '' }, response) => {
  const [, status, rest] = /^\/(\d{3})(\/.*)$/.exec(url) ?? [];
  if (status && rest) response.writeHead(Number(status), { Location: rest }).end();
  else response.setHeader('ETag', '"v"').end('here');
};

describe('redirects that are followed', () => {
  test.for([
    { path: '/301/x', movedTo: '/x' },
    { path: '/308/301/x', movedTo: '/x' },
    { path: '/302/x', movedTo: null },
    { path: '/303/x', movedTo: null },
    { path: '/307/x', movedTo: null },
    { path: '/301/302/x', movedTo: '/302/x' },
    { path: '/301/302/301/x', movedTo: '/302/301/x' },
    { path: '/302/301/x', movedTo: null },
    { path: '/301/302/307/308/301/x', movedTo: '/302/307/308/301/x' },
  ])('$path moved for good to $movedTo', ({ path, movedTo }) =>
    withWebServer(stepwise, async ({ get, base }) => {
      expect(await get(path)).toMatchObject({
        kind: 'fetched',
        url: `${base}/x`,
        movedTo: movedTo && `${base}${movedTo}`,
      });
    }),
  );

  test('what has moved and not changed says both', () =>
    withWebServer(
      ({ url }, response) =>
        url === '/old' ? response.writeHead(301, { Location: '/new' }).end() : response.writeHead(304).end(),
      async ({ get, base }) => {
        const validators = { etag: '"v"', lastModified: null };
        expect(await get('/old', { validators })).toMatchObject({ kind: 'unchanged', movedTo: `${base}/new` });
      },
    ));
});

describe('redirects that are not followed', () => {
  test('more than five', () =>
    withWebServer(stepwise, async ({ get }) => {
      const failure = { kind: 'too-many-redirects', limit: 5 };
      expect(await get('/302/302/302/302/302/302/x')).toMatchObject({ kind: 'failed', failure });
    }));

  test.for([
    { name: 'to itself', ring: ['/a'] },
    { name: 'to itself, but for the part of the page', ring: ['/a', '/a#b'] },
    { name: 'in a ring', ring: ['/a', '/b', '/c'] },
  ])('$name', ({ ring }) =>
    withWebServer(
      ({ url = '' }, response) =>
        response.writeHead(302, { Location: ring[(ring.indexOf(url) + 1) % ring.length] ?? '' }).end(),
      async ({ get }) => {
        expect(await get('/a')).toMatchObject({ kind: 'failed', failure: { kind: 'redirect-loop' } });
      },
    ),
  );

  test.for([
    { to: 'http://10.0.0.1/', failure: { kind: 'forbidden-address', category: 'private' } },
    { to: 'http://169.254.169.254/latest/', failure: { kind: 'forbidden-address', category: 'metadata' } },
    { to: '//[::1]/', failure: { kind: 'forbidden-address', category: 'loopback' } },
    { to: 'http://0x7f.1/', failure: { kind: 'forbidden-address', category: 'loopback' } },
    { to: 'http://private.example/', failure: { kind: 'forbidden-address', host: 'private.example', ip: '10.0.0.7' } },
    { to: 'http://127.0.0.1:1/', failure: { kind: 'bad-address', why: 'port' } },
    { to: 'http://me:secret@example.com/', failure: { kind: 'bad-address', why: 'credentials' } },
    { to: 'file:///etc/passwd', failure: { kind: 'bad-address', why: 'scheme', part: 'file' } },
    { to: 'http://', failure: { kind: 'bad-address', why: 'not-a-url' } },
    { to: `/${'a'.repeat(3_000)}`, failure: { kind: 'bad-address', why: 'too-long' } },
  ])('to $to', ({ to, failure }) =>
    withWebServer(
      (_, response) => response.writeHead(301, { Location: to }).end(),
      async ({ get }) => {
        const outcome = await get('/');
        expect(outcome).toMatchObject({ kind: 'failed', failure });
        expect(JSON.stringify(outcome)).not.toContain('secret');
      },
      { resolve: async () => ['10.0.0.7'] },
    ),
  );

  test('a body that comes with a redirect is not waited for', () =>
    withWebServer(
      ({ url }, response) => {
        if (url === '/new') response.end('here');
        else response.writeHead(302, { Location: '/new', 'Content-Length': '1000000' }).write('moving');
      },
      async ({ get, base }) => {
        expect(await get('/old')).toMatchObject({ kind: 'fetched', url: `${base}/new` });
      },
    ));
});
