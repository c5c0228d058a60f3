import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FetchDocument, FetchOutcome, FetchRequest } from '../../src/domain/fetch.ts';
import { createHostQueue } from '../../src/source/host-queue.ts';
import { createPoliteFetch, type Turns } from '../../src/source/turns.ts';
import { withWebServer } from './serve.ts';

const OUTCOME: FetchOutcome = { kind: 'failed', failure: { kind: 'gone' }, url: '' };
const request = (url: string): FetchRequest => ({ url, accept: 'feed', validators: null });

/** Requests that are answered when the test says so, and a polite way to them. */
function held(turns: Partial<Turns> = {}) {
  const asked: string[] = [];
  const under = new Map<string, () => void>();
  const fetchDocument: FetchDocument = ({ url }) => {
    asked.push(url);
    return new Promise((resolve) => under.set(url, () => resolve(OUTCOME)));
  };
  const polite = createPoliteFetch(fetchDocument, { hostsAtOnce: 2, pauseMs: () => 0, waiting: 100, ...turns });
  /** Answers a request that is under way, and resolves when the one that is to come next has been asked. */
  const answer = async (url: string, next: string) => {
    under.get(url)?.();
    await expect.poll(() => asked).toContain(next);
  };
  return { asked, answer, ...polite };
}

describe('turns', () => {
  test('a host is asked one thing at a time, in the order in which it was wanted, and few hosts at once', async () => {
    const { asked, answer, fetch, stop } = held();
    for (const url of [
      'http://a.example/1',
      'http://a.example/2',
      'http://b.example/1',
      'http://c.example/1',
      'http://b.example/2',
    ])
      void fetch(request(url));
    await expect.poll(() => asked).toEqual(['http://a.example/1', 'http://b.example/1']);
    await answer('http://a.example/1', 'http://c.example/1');
    await answer('http://c.example/1', 'http://a.example/2');
    await answer('http://b.example/1', 'http://b.example/2');
    expect(asked).toHaveLength(5);
    stop();
  });

  test('a host that is slow holds its own turn alone', async () => {
    const { asked, answer, fetch, stop } = held();
    const others = Array.from({ length: 20 }, (_, n) => `http://h${n}.example/`);
    for (const url of ['http://slow.example/', ...others]) void fetch(request(url));
    for (const [at, url] of others.entries()) await answer(url, others[at + 1] ?? url);
    expect(asked).toEqual(['http://slow.example/', ...others]);
    stop();
  });

  test('ports of one host are one host', async () => {
    const { asked, answer, fetch, stop } = held();
    void fetch(request('http://a.example:8080/'));
    void fetch(request('https://A.example/'));
    void fetch(request('http://b.example/'));
    await answer('http://b.example/', 'http://b.example/');
    expect(asked).toEqual(['http://a.example:8080/', 'http://b.example/']);
    await answer('http://a.example:8080/', 'https://A.example/');
    stop();
  });

  test('what does not fit in the queue is refused, and what waits at the end says so', async () => {
    const { fetch, stop } = held({ hostsAtOnce: 1, waiting: 2 });
    void fetch(request('http://a.example/1'));
    const waiting = ['http://a.example/2', 'http://b.example/1'].map((url) => fetch(request(url)));
    expect(await fetch(request('http://me:secret@c.example/'))).toEqual({
      kind: 'failed',
      failure: { kind: 'not-sent', why: 'queue-full' },
      url: 'http://c.example/',
    });
    stop();
    const stopping = { failure: { kind: 'not-sent', why: 'stopping' } };
    expect(await Promise.all(waiting)).toMatchObject([stopping, stopping]);
    expect(await fetch(request('http://d.example/'))).toMatchObject(stopping);
  });

  test('what fails on our side fails for whoever asked, and its host has turns again', async () => {
    const { fetch } = createPoliteFetch(
      async ({ url }) => {
        if (url.endsWith('/broken')) throw new Error('ours');
        return OUTCOME;
      },
      { hostsAtOnce: 1, pauseMs: () => 0, waiting: 9 },
    );
    await expect(fetch(request('http://a.example/broken'))).rejects.toThrow('ours');
    expect(await fetch(request('http://a.example/'))).toBe(OUTCOME);
  });

  test('what is no address waits for nobody', async () => {
    const { fetch } = createPoliteFetch(async () => OUTCOME, { hostsAtOnce: 0, pauseMs: () => 0, waiting: 9 });
    expect(await fetch(request('no address'))).toBe(OUTCOME);
  });
});

test('a site that asks for long pauses is left alone, and nobody else is', () => {
  const asked: string[] = [];
  return withWebServer(
    ({ url = '' }, response) => {
      asked.push(url);
      response.end(url === '/robots.txt' ? 'User-agent: *\nCrawl-delay: 3600' : 'here');
    },
    async ({ get, fetch, port, close }) => {
      await get('/1', { accept: 'page' });
      const second = get('/2', { accept: 'page' });
      for (const path of ['a', 'b', 'c']) await fetch(request(`http://other.example:${port}/${path}`));
      await close();
      expect(await second).toMatchObject({ failure: { kind: 'not-sent', why: 'stopping' } });
      expect(asked).toEqual(['/robots.txt', '/1', '/a', '/b', '/c']);
    },
    { resolve: async () => ['127.0.0.1'], limits: { maxPauseMs: 3_600_000 } },
  );
});

test('a queue gives everything once, a host at a time, and of each host in order', () => {
  const commands = fc.array(fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.constant('take'), fc.constant('release')), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(commands, (steps) => {
      const queue = createHostQueue<number>();
      const added: Record<string, number[]> = { a: [], b: [], c: [] };
      const taken: Record<string, number[]> = { a: [], b: [], c: [] };
      const busy: string[] = [];
      for (const [at, step] of steps.entries()) {
        if (step === 'release') {
          const host = busy.shift();
          if (host) queue.release(host);
        } else if (step === 'take') {
          const next = queue.take();
          if (!next) continue;
          expect(busy).not.toContain(next.host);
          busy.push(next.host);
          taken[next.host]?.push(next.item);
        } else {
          queue.add(step, at);
          added[step]?.push(at);
        }
      }
      for (const host of ['a', 'b', 'c']) expect(taken[host]).toEqual(added[host]?.slice(0, taken[host]?.length));
      const left = Object.values(added).flat().length - Object.values(taken).flat().length;
      expect(queue.size()).toBe(left);
      expect(queue.drain()).toHaveLength(left);
      expect([queue.size(), queue.take()]).toEqual([0, null]);
    }),
  );
});
