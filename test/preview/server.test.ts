import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { test as base, describe, expect, test as plain } from 'vitest';
import { startPreview } from '../../src/preview/server.ts';
import { ANNOUNCED } from '../support/echo-command.ts';
import { type RunningPreview, runPreview } from '../support/preview.ts';
import { withFolder } from '../support/sitrep.ts';

const test = base.extend<{ readonly preview: RunningPreview }>({
  preview: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from its first parameter
    async ({}, use) => {
      await withFolder(async (folder) => {
        const preview = await runPreview(folder);
        await use(preview);
        await preview.stop();
      });
    },
    { scope: 'file' },
  ],
});

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}
interface Received {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** One request as it is, `Host` and path included: `fetch` would mend them. */
function send(
  { port }: RunningPreview,
  { method = 'GET', path = '/', headers = {}, body = '' }: Sent,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const own = { host: `localhost:${port}`, ...headers };
    const call = request({ host: '127.0.0.1', port, method, path, headers: own, agent: false }, (response) => {
      const parts: string[] = [];
      response.setEncoding('utf8').on('data', (part: string) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, text: parts.join('') }),
      );
    });
    call.on('error', reject).end(body);
  });
}

const post = (preview: RunningPreview, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
  const own = { origin: `http://localhost:${preview.port}`, 'content-type': 'application/json', ...headers };
  return send(preview, {
    method: 'POST',
    path,
    headers: own,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
};
const RUN = { name: 'echo', options: { text: 'hello' }, locale: 'en' };
const SUBMIT = { customId: 'source:paste', values: {}, onPrivate: null, locale: 'en' };
const events = (text: string): readonly { readonly kind: string }[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('who may ask', () => {
  test.for([
    ['localhost', 200],
    ['127.0.0.1', 200],
    ['[::1]', 200],
    ['evil.example', 403],
    ['localhost.evil.example', 403],
    ['0.0.0.0', 403],
  ] as const)('the host %s gets %i', async ([name, status], { preview }) => {
    expect((await send(preview, { headers: { host: `${name}:${preview.port}` } })).status).toBe(status);
  });

  test.for(['localhost', 'localhost:1', 'LOCALHOST.evil.example'])(
    'the host %s, of another port or none, gets 403',
    async (host, { preview }) => {
      expect((await send(preview, { headers: { host } })).status).toBe(403);
    },
  );

  test.for(['https://evil.example', 'null', 'http://localhost:1', 'http://localhost'])(
    'the origin %s gets 403, reading and writing',
    async (origin, { preview }) => {
      expect((await send(preview, { headers: { origin } })).status).toBe(403);
      expect((await post(preview, '/api/run', RUN, { origin })).status).toBe(403);
    },
  );

  test('a POST without an origin gets 403, and one that a form could send 415', async ({ preview }) => {
    const headers = { 'content-type': 'application/json' };
    expect((await send(preview, { method: 'POST', path: '/api/run', headers, body: JSON.stringify(RUN) })).status).toBe(
      403,
    );
    expect((await post(preview, '/api/run', RUN, { 'content-type': 'text/plain' })).status).toBe(415);
  });
});

describe('what is served', () => {
  test('each file of the page, without types, and nothing else', async ({ preview }) => {
    const script = await send(preview, { path: '/main.ts' });
    expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(() => new Function(script.text.replaceAll(/^(import .*;|(.*)await )/gm, '$2'))).not.toThrow();
    const paths = [
      '/../routes.ts',
      '/%2e%2e/routes.ts',
      '/routes.ts',
      '/client/main.ts',
      '/toString',
      '/__proto__',
      '/tsconfig.json',
    ];
    for (const path of paths) expect([path, (await send(preview, { path })).status]).toEqual([path, 404]);
  });

  test('every script that a script imports is there', async ({ preview }) => {
    const seen = new Set(['/main.ts']);
    for (const path of seen) {
      const { status, text } = await send(preview, { path });
      expect([path, status]).toEqual([path, 200]);
      for (const [, to = ''] of text.matchAll(/from '(\.[^']+)'/g))
        seen.add(new URL(to, `http://localhost${path}`).pathname);
    }
    expect(seen.size).toBeGreaterThan(10);
  });

  test('nothing of elsewhere may run, load, frame or be sent to', async ({ preview }) => {
    const { headers } = await send(preview, {});
    const policy = String(headers['content-security-policy']);
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});

const TOO_MANY = Object.fromEntries(Array.from({ length: 26 }, (_, n) => [`o${n}`, 'x']));

describe('what is asked', () => {
  test.for([
    ['no JSON', '/api/run', 'hello'],
    ['an unknown field', '/api/run', { ...RUN, more: 1 }],
    ['an unknown language', '/api/run', { ...RUN, locale: 'fr' }],
    ['a number as an option', '/api/run', { ...RUN, options: { text: 1 } }],
    ['26 options', '/api/run', { ...RUN, options: TOO_MANY }],
    ['an empty id', '/api/press', { customId: '', onPrivate: false, locale: 'en' }],
    ['an id of 101 characters', '/api/press', { customId: 'x'.repeat(101), onPrivate: false, locale: 'en' }],
    ['a file that is no base64', '/api/run', { ...RUN, options: { text: { name: 'a', base64: '@' } } }],
    [
      'a file of over 1 MB',
      '/api/run',
      { ...RUN, options: { text: { name: 'a', base64: Buffer.alloc(1_048_579).toString('base64') } } },
    ],
    ['4,001 characters in a field', '/api/submit', { ...SUBMIT, values: { text: 'x'.repeat(4_001) } }],
    ['six fields', '/api/submit', { ...SUBMIT, values: { a: '', b: '', c: '', d: '', e: '', f: '' } }],
    [
      '6,001 characters typed',
      '/api/suggest',
      { name: 'echo', option: 'text', typed: 'x'.repeat(6_001), locale: 'en' },
    ],
  ] as const)('%s gets 400', async ([, path, body], { preview }) => {
    expect((await post(preview, path, body)).status).toBe(400);
  });

  test('a body beyond the limit gets 413', async ({ preview }) => {
    expect((await post(preview, '/api/run', 'x'.repeat(3_000_000))).status).toBe(413);
  });

  const kinds = async (preview: RunningPreview, body: unknown) =>
    events((await post(preview, '/api/run', body)).text).map(({ kind }) => kind);

  test('a command is answered, an unknown one refused in words', async ({ preview }) => {
    expect(await kinds(preview, RUN)).toEqual(['reply']);
    expect(await kinds(preview, { ...RUN, name: 'nothing' })).toEqual(['reply']);
    expect(preview.failures).toEqual([]);
  });

  plain('a slow command is acknowledged first', () =>
    withFolder(async (folder) => {
      const preview = await runPreview(folder, { ackAfterMs: ANNOUNCED.whenSlow });
      expect(await kinds(preview, { ...RUN, options: { text: 'slow one' } })).toEqual(['acknowledged', 'reply']);
      expect(preview.failures).toEqual([]);
      await preview.stop();
    }),
  );

  test('a form is asked, and what is filled in is answered as a moderator’s', async ({ preview }) => {
    const asked = await post(preview, '/api/run', { name: 'source', subcommand: 'paste', options: {}, locale: 'en' });
    expect(events(asked.text)).toMatchObject([{ kind: 'ask', modal: { custom_id: 'source:paste' } }]);
    const values = { name: 'A', publisher: 'B', language: 'en' };
    const { text } = await post(preview, '/api/submit', { ...SUBMIT, customId: 'source:edit:feed1', values });
    expect(text).toMatch(/There is no such source here/);
  });

  test('a file goes along with the command', async ({ preview }) => {
    const outline = '<outline type="rss" text="World" xmlUrl="https://news.example/feed"/>';
    const base64 = Buffer.from(`<opml version="2.0"><body>${outline}</body></opml>`).toString('base64');
    const options = { file: { name: 'feeds.opml', base64 } };
    const { text } = await post(preview, '/api/run', { name: 'source', subcommand: 'import', options, locale: 'en' });
    expect(text).toMatch(/Dry run: 1 feed/);
  });

  test('a picture is there under the name that its message gives, and no other', async ({ preview }) => {
    const { text } = await post(preview, '/api/run', { ...RUN, name: 'paint', options: { what: 'a map' } });
    const [name = ''] = /counts-[0-9a-f]{16}\.png/.exec(text) ?? [];
    const picture = await send(preview, { path: `/files/${name}` });
    expect(picture).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/png', 'cache-control': 'private, max-age=31536000, immutable' },
    });
    expect(picture.text).toContain('PNG');
    expect(text.length).toBeLessThan(2_000);
    for (const path of ['/files/', '/pictures/counts-0000000000000000.png', '/pictures/..%2fmain.ts'])
      expect([path, (await send(preview, { path })).status]).toEqual([path, 404]);
    expect((await send(preview, { path: `/files/${name}`, headers: { host: 'evil.example' } })).status).toBe(403);
  });

  test('a file of an answer is saved under its name, with every byte', async ({ preview }) => {
    const { text } = await post(preview, '/api/run', { ...RUN, name: 'export', options: { query: 'blinken' } });
    const [name = ''] = /sitrep-summary-[0-9a-z]{8}\.csv/.exec(text) ?? [];
    const file = await send(preview, { path: `/files/${name}` });
    expect(file).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` },
    });
    expect(file.text).toMatch(/^\ufeff"event","relation"/);
    expect(text.length).toBeLessThan(2_000);
  });

  test('suggestions come with the names that people read', async ({ preview }) => {
    const { text } = await post(preview, '/api/suggest', {
      name: 'summary',
      option: 'query',
      typed: 'khark',
      locale: 'en',
    });
    expect(JSON.parse(text).suggestions[0].name).toMatch(/Kharkiv.*\d+ claims/);
  });
});

test('a port that is taken is told', async ({ preview }) => {
  const dispatch = { handle: async () => undefined, suggest: async () => [] };
  const log = { error: () => undefined };
  expect(await startPreview({ port: preview.port, commands: [], dispatch, version: '0', log })).toEqual({
    ok: false,
    error: { kind: 'port-taken', port: preview.port },
  });
});

plain('a connection that asks nothing, as browsers keep some to spare, does not hold up the stop', async () => {
  const dispatch = { handle: async () => undefined, suggest: async () => [] };
  const started = await startPreview({
    port: 0,
    commands: [],
    dispatch,
    version: '0',
    log: { error: () => undefined },
  });
  if (!started.ok) throw new Error(`cannot listen: ${started.error.kind}`);
  const spare = connect(Number(new URL(started.value.url).port), '127.0.0.1');
  await once(spare, 'connect');
  // An answered request: by then the server has taken the connection before it, too.
  expect((await fetch(started.value.url)).status).toBe(200);
  const closed = once(spare, 'close');
  await started.value.stop();
  await closed;
});
