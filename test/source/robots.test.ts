import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forbiddenBy, parseRobots } from '../../src/source/robots.ts';
import { withWebServer } from './serve.ts';

const verdict = (lines: readonly string[], path: string) =>
  forbiddenBy(parseRobots(lines.join('\n'), 'sitrep'), new URL(`https://example.com${path}`));

const ALL = 'User-agent: *';
const US = 'User-agent: Sitrep';

describe('which lines concern us', () => {
  test.for([
    { name: 'nothing said', lines: [''], rule: null },
    { name: 'for all', lines: [ALL, 'Disallow: /'], rule: 'Disallow: /' },
    { name: 'for us alone', lines: [US, 'Disallow: /'], rule: 'Disallow: /' },
    {
      name: 'our name in other letters and with a version',
      lines: ['USER-AGENT: sitREP/2.0', 'Disallow: /'],
      rule: 'Disallow: /',
    },
    { name: 'for another', lines: ['User-agent: Sitrepper', 'Disallow: /'], rule: null },
    { name: 'ours goes before that for all', lines: [ALL, 'Disallow: /', '', US, 'Disallow: /x'], rule: null },
    { name: 'ours, and it forbids nothing', lines: [ALL, 'Disallow: /', US, 'Disallow:'], rule: null },
    { name: 'a group for several', lines: ['User-agent: a', US, 'User-agent: b', 'Disallow: /'], rule: 'Disallow: /' },
    {
      name: 'two groups of ours are one',
      lines: [US, 'Allow: /b', 'User-agent: c', 'Disallow: /b', US, 'Disallow: /'],
      rule: 'Disallow: /',
    },
    {
      name: 'other lines belong to no group',
      lines: ['User-agent: a', 'Sitemap: https://example.com/s', US, 'Disallow: /'],
      rule: 'Disallow: /',
    },
    { name: 'rules before any group', lines: ['Disallow: /'], rule: null },
    {
      name: 'comments, spaces, other ends of lines',
      lines: ['# no\r  user-agent : * # all\r\n\tdisallow :\t/ # none'],
      rule: 'Disallow: /',
    },
    { name: 'a byte order mark', lines: [`\uFEFF${ALL}`, 'Disallow: /'], rule: 'Disallow: /' },
    { name: 'a page instead of rules', lines: ['<!doctype html><title>Disallow: /</title>'], rule: null },
  ])('$name', ({ lines, rule }) => {
    expect(verdict(lines, '/a')).toBe(rule);
  });
});

describe('which paths a line means', () => {
  test.for([
    { rules: ['Disallow: /fish'], path: '/fish', allowed: false },
    { rules: ['Disallow: /fish'], path: '/fishes/a?b', allowed: false },
    { rules: ['Disallow: /fish'], path: '/Fish', allowed: true },
    { rules: ['Disallow: /fish'], path: '/a/fish', allowed: true },
    { rules: ['Disallow: /fish/'], path: '/fish', allowed: true },
    { rules: ['Disallow: /*.php'], path: '/a/b.php?c', allowed: false },
    { rules: ['Disallow: /*.php$'], path: '/a/b.php?c', allowed: true },
    { rules: ['Disallow: /*.php$'], path: '/a.php/b.php', allowed: false },
    { rules: ['Disallow: /a$'], path: '/a', allowed: false },
    { rules: ['Disallow: /a$'], path: '/ab', allowed: true },
    { rules: ['Disallow: /a*b$'], path: '/ab', allowed: false },
    { rules: ['Disallow: /ab*b$'], path: '/ab', allowed: true },
    { rules: ['Disallow: *'], path: '/', allowed: false },
    { rules: ['Disallow: $'], path: '/', allowed: true },
    { rules: ['Disallow: /*?'], path: '/a', allowed: true },
    { rules: ['Disallow: /*?'], path: '/a?b', allowed: false },
    { rules: ['Disallow: /', 'Allow: /feed'], path: '/feed.xml', allowed: true },
    { rules: ['Disallow: /feed', 'Allow: /'], path: '/feed.xml', allowed: false },
    { rules: ['Disallow: /a', 'Allow: /a'], path: '/a', allowed: true },
    { rules: ['Disallow: /новини'], path: '/новини/1', allowed: false },
    { rules: ['Disallow: /%D0%BD'], path: '/новини', allowed: false },
    { rules: ['Disallow: /a%3cd'], path: '/a%3Cd', allowed: false },
    { rules: ['Disallow: /%7Ejoe'], path: '/~joe', allowed: false },
    { rules: ['Disallow: /a%2Fb'], path: '/a/b', allowed: true },
  ])('$rules and $path: $allowed', ({ rules, path, allowed }) => {
    expect(verdict([ALL, ...rules], path) === null).toBe(allowed);
  });

  test('the pause that is asked for', () => {
    const delayOf = (...lines: readonly string[]) => parseRobots([ALL, ...lines].join('\n'), 'sitrep').crawlDelayMs;
    expect([delayOf(), delayOf('Crawl-delay: 2.5'), delayOf('Crawl-delay: soon')]).toEqual([null, 2_500, null]);
  });

  /** The rule as RFC 9309 tells it, by trying everything. */
  const fitsSlowly = (pattern: string, path: string): boolean => {
    if (pattern === '' || (pattern === '$' && path === '')) return true;
    if (pattern[0] === '*')
      return fitsSlowly(pattern.slice(1), path) || (path !== '' && fitsSlowly(pattern, path.slice(1)));
    return path !== '' && pattern[0] === path[0] && fitsSlowly(pattern.slice(1), path.slice(1));
  };
  const letters = (...of: readonly string[]) =>
    fc.array(fc.constantFrom(...of), { maxLength: 8 }).map((all) => all.join(''));

  test('stars and the end are read as the rule tells', () => {
    fc.assert(
      fc.property(letters('a', 'b', '*'), fc.constantFrom('', '$'), letters('a', 'b'), (pattern, end, path) => {
        const isForbidden = verdict([ALL, `Disallow: /${pattern}${end}`], `/${path}`) !== null;
        expect(isForbidden).toBe(fitsSlowly(`/${pattern}${end}`, `/${path}`));
      }),
      { numRuns: 500 },
    );
  });

  test('no robots.txt makes reading it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, path) => {
        expect(verdict([ALL, `Disallow: ${text}`, text], `/${path}`)).toSatisfy(
          (rule) => rule === null || typeof rule === 'string',
        );
      }),
    );
  });

  test.for([
    { name: 'as many crawlers as rules', text: `${'User-agent: a\n'.repeat(15_000)}${'Disallow: /\n'.repeat(15_000)}` },
    {
      name: 'crawlers of different names',
      text: Array.from({ length: 20_000 }, (_, n) => `User-agent: *\nUser-agent: a${n}`).join('\n'),
    },
    { name: 'one rule of stars', text: `${ALL}\nDisallow: /${'a*'.repeat(200_000)}b` },
    { name: 'many rules of stars', text: `${ALL}\n${`Disallow: /${'*a'.repeat(40)}b\n`.repeat(4_000)}` },
  ])('of half a megabyte, too: $name', ({ text }) => {
    expect(verdict([text], `/${'a'.repeat(2_000)}`)).toBeNull();
  });
});

describe('pages are held against robots.txt', () => {
  const page = { accept: 'page' } as const;

  test('which is read once for a site, and not for feeds', () => {
    const asked: string[] = [];
    return withWebServer(
      ({ url = '' }, response) => {
        asked.push(url);
        response.end(url === '/robots.txt' ? `${US}\nDisallow: /private/` : 'here');
      },
      async ({ get, base }) => {
        expect(await get('/private/feed')).toMatchObject({ kind: 'fetched' });
        expect(await get('/a', page)).toMatchObject({ kind: 'fetched' });
        expect(await get('/private/a', page)).toEqual({
          kind: 'failed',
          failure: { kind: 'robots', rule: 'Disallow: /private/' },
          url: `${base}/private/a`,
        });
        expect(asked).toEqual(['/private/feed', '/robots.txt', '/a']);
      },
    );
  });

  test('a redirect is held against it, too', () =>
    withWebServer(
      ({ url }, response) => {
        if (url === '/robots.txt') response.end(`${ALL}\nDisallow: /private/`);
        else response.writeHead(302, { Location: '/private/a' }).end();
      },
      async ({ get }) => {
        expect(await get('/a', page)).toMatchObject({ failure: { kind: 'robots' } });
      },
    ));

  test('it is read again after a day', () => {
    const clock = { nowMs: 0 };
    let asked = 0;
    return withWebServer(
      ({ url }, response) => {
        if (url === '/robots.txt') asked += 1;
        response.end();
      },
      async ({ get }) => {
        const askedAt = async (hours: number) => {
          clock.nowMs = hours * 3_600_000;
          await get('/a', page);
          return asked;
        };
        expect([await askedAt(0), await askedAt(23.9), await askedAt(24.1)]).toEqual([1, 1, 2]);
      },
      { now: () => clock.nowMs },
    );
  });

  test.for([
    { status: 404, allowed: true },
    { status: 403, allowed: true },
    { status: 410, allowed: true },
    { status: 429, allowed: false },
    { status: 500, allowed: false },
    { status: 503, allowed: false },
  ])('answered with $status: $allowed', ({ status, allowed }) =>
    withWebServer(
      ({ url }, response) => response.writeHead(url === '/robots.txt' ? status : 200).end(),
      async ({ get }) => {
        const denied = { kind: 'failed', failure: { kind: 'robots', rule: null } };
        expect(await get('/a', page)).toMatchObject(allowed ? { kind: 'fetched' } : denied);
      },
    ),
  );

  test('one that cannot be read is tried again after a quarter of an hour', () => {
    const clock = { nowMs: 0 };
    let status = 500;
    return withWebServer(
      ({ url }, response) => response.writeHead(url === '/robots.txt' ? status : 200).end(),
      async ({ get }) => {
        expect(await get('/a', page)).toMatchObject({ kind: 'failed' });
        status = 200;
        clock.nowMs = 14 * 60_000;
        expect(await get('/a', page)).toMatchObject({ kind: 'failed' });
        clock.nowMs = 16 * 60_000;
        expect(await get('/a', page)).toMatchObject({ kind: 'fetched' });
      },
      { now: () => clock.nowMs },
    );
  });

  test('one that redirects in a ring is none', () =>
    withWebServer(
      ({ url }, response) =>
        url === '/robots.txt' ? response.writeHead(302, { Location: url }).end() : response.end('here'),
      async ({ get }) => {
        expect(await get('/a', page)).toMatchObject({ kind: 'fetched' });
      },
    ));

  test('one that drips holds nothing up', () =>
    withWebServer(
      ({ url }, response) => {
        if (url === '/robots.txt') response.write('#');
        else response.end('here');
      },
      async ({ get }) => {
        expect(await get('/a', page)).toMatchObject({ failure: { kind: 'robots', rule: null } });
      },
      { limits: { robotsMs: 50 } },
    ));
});
