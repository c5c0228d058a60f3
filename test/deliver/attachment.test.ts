import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createDownload } from '../../src/deliver/attachment.ts';
import { GIVEN_FILE_BYTES } from '../../src/domain/given-file.ts';

async function served<T>(answer: RequestListener, use: (origin: string) => Promise<T>): Promise<T> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('an attachment', () => {
  test.for<{ name: string; answer: RequestListener; comes: unknown }>([
    {
      name: 'is brought',
      answer: (_, response) => response.end('abc'),
      comes: { ok: true, value: Buffer.from('abc') },
    },
    {
      name: 'of just the limit is brought',
      answer: (_, response) => response.end(Buffer.alloc(GIVEN_FILE_BYTES)),
      comes: { ok: true, value: Buffer.alloc(GIVEN_FILE_BYTES) },
    },
    {
      name: 'of more is refused while it comes',
      answer: (_, response) => {
        response.write(Buffer.alloc(GIVEN_FILE_BYTES + 1)); // and never ends
      },
      comes: { ok: false, error: { kind: 'too-large', limitBytes: GIVEN_FILE_BYTES } },
    },
    {
      name: 'that is gone is not there',
      answer: (_, response) => response.writeHead(404).end('no'),
      comes: { ok: false, error: { kind: 'not-there' } },
    },
    {
      name: 'is not followed elsewhere',
      answer: (request, response) =>
        request.url === '/a' ? response.writeHead(302, { location: '/b' }).end() : response.end('secret'),
      comes: { ok: false, error: { kind: 'not-there' } },
    },
    {
      name: 'whose server hangs up is not there',
      answer: (_, response) => response.destroy(),
      comes: { ok: false, error: { kind: 'not-there' } },
    },
  ])('$name', async ({ answer, comes }) => {
    await served(answer, async (origin) => expect(await createDownload([origin])(`${origin}/a`)).toEqual(comes));
  });

  test('that never comes is given up', async () => {
    const answer: RequestListener = (_, response) => {
      response.write('a');
    };
    await served(answer, async (origin) => {
      expect(await createDownload([origin], 50)(`${origin}/a`)).toEqual({ ok: false, error: { kind: 'too-slow' } });
    });
  });

  test('is asked for at no other place', async () => {
    const asked: unknown[] = [];
    const answer: RequestListener = (request, response) => {
      asked.push(request.url);
      response.end('x');
    };
    await served(answer, async (origin) => {
      const { host } = new URL(origin);
      const elsewhere = [`${origin}/a`, `http://cdn.example@${host}/a`, `${origin.replace('http', 'ws')}/a`, 'a', ''];
      for (const url of elsewhere)
        expect(await createDownload(['https://cdn.example'])(url)).toEqual({ ok: false, error: { kind: 'not-there' } });
    });
    expect(asked).toEqual([]);
  });
});
