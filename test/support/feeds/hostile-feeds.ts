import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { hostilePages } from '../../reading/hostile-pages.ts';
import { type RssItem, rssFeed, rssItem } from './rss.ts';

/** A feed that does what it should not, on the host `NAME.test`. */
interface HostileFeed<Becomes = object | number> {
  readonly name: string;
  readonly serve: (response: ServerResponse, base: string, path: string) => void;
  /** Why it cannot be read, or how many articles come of it all the same. */
  readonly becomes: Becomes;
}

const RSS = { 'content-type': 'application/rss+xml' };
const body =
  (text: string | Uint8Array, headers: Readonly<Record<string, string>> = {}, status = 200): HostileFeed['serve'] =>
  (response) =>
    void response.writeHead(status, { ...RSS, ...headers }).end(text);
const status = (code: number, headers: Readonly<Record<string, string>> = {}) => body('', headers, code);
const redirect =
  (to: (base: string) => string): HostileFeed['serve'] =>
  (response, base) =>
    void response.writeHead(302, { location: to(base) }).end();
/** Sends a piece at once and then one every so many ms, until the other side has had enough. */
const dripping =
  (piece: string | Buffer, everyMs: number, hasHeader = true): HostileFeed['serve'] =>
  (response) => {
    const target: ServerResponse | Socket | null = hasHeader ? response : response.socket;
    if (hasHeader) response.writeHead(200, RSS);
    const timer = setInterval(() => target?.write(piece), everyMs);
    response.on('close', () => clearInterval(timer));
    target?.write(piece);
  };
/** Sends as much as is taken, without end. */
const endless: HostileFeed['serve'] = (response) => {
  response.writeHead(200, RSS);
  const piece = Buffer.alloc(65_536, 'x');
  const fill = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', fill);
  fill();
};
const broken =
  (declared: number): HostileFeed['serve'] =>
  (response) => {
    response.writeHead(200, { ...RSS, 'content-length': declared });
    response.write(rssFeed('broken', anItem('broken')).slice(0, 200), () => response.destroy());
  };

const fetched = (failure: object) => ({ kind: 'fetch', failure });
const slow = (bound: string) => fetched({ kind: 'too-slow', bound });
const unreadable = (looksLike: string) => ({ kind: 'unreadable', looksLike });

/** How feeds behave that cannot be read. */
export const UNREADABLE_FEEDS: readonly HostileFeed<object>[] = [
  { name: 'never-answers', serve: () => undefined, becomes: slow('headers') },
  { name: 'drips-its-header', serve: dripping('HTTP/1.1 200 OK\r\nx: ', 200, false), becomes: slow('headers') },
  { name: 'drips-its-body', serve: dripping('x', 200), becomes: slow('body-rate') },
  { name: 'never-ends', serve: dripping(Buffer.alloc(4_096, 'x'), 100), becomes: slow('whole') },
  { name: 'endless', serve: endless, becomes: fetched({ kind: 'too-large', part: 'body' }) },
  { name: 'ring', serve: redirect((base) => `${base}/`), becomes: fetched({ kind: 'redirect-loop' }) },
  {
    name: 'ever-further',
    serve: redirect((base) => `${base}/${Math.random()}`),
    becomes: fetched({ kind: 'too-many-redirects' }),
  },
  {
    name: 'to-metadata',
    serve: redirect(() => 'http://169.254.169.254/latest/meta-data/'),
    becomes: fetched({ kind: 'forbidden-address', category: 'metadata' }),
  },
  {
    name: 'to-this-machine',
    serve: redirect(() => 'http://127.0.0.1/feed'),
    becomes: fetched({ kind: 'forbidden-address', category: 'loopback' }),
  },
  {
    name: 'to-another-port',
    serve: redirect(() => 'http://127.0.0.1:6379/'),
    becomes: fetched({ kind: 'bad-address', why: 'port' }),
  },
  {
    name: 'to-a-file',
    serve: redirect(() => 'file:///etc/passwd'),
    becomes: fetched({ kind: 'bad-address', why: 'scheme' }),
  },
  {
    name: 'gzip-bomb',
    serve: body(gzipSync(Buffer.alloc(30_000_000)), { 'content-encoding': 'gzip' }),
    becomes: fetched({ kind: 'too-large', part: 'body' }),
  },
  {
    name: 'truncated-gzip',
    serve: body(gzipSync(rssFeed('t', 'x'.repeat(5_000))).subarray(0, -9), { 'content-encoding': 'gzip' }),
    becomes: fetched({ kind: 'truncated' }),
  },
  {
    name: 'unknown-encoding',
    serve: body('x', { 'content-encoding': 'rot13' }),
    becomes: fetched({ kind: 'bad-encoding', encoding: 'rot13' }),
  },
  { name: 'hangs-up', serve: broken(5_000), becomes: fetched({ kind: 'truncated' }) },
  {
    name: 'hangs-up-at-once',
    serve: (response) => void response.destroy(),
    becomes: fetched({ kind: 'unreachable', why: 'reset' }),
  },
  {
    name: 'no-http',
    serve: (response) => void response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n'),
    becomes: fetched({ kind: 'not-http' }),
  },
  {
    name: 'long-header',
    serve: body('', { 'x-long': 'x'.repeat(40_000) }),
    becomes: fetched({ kind: 'too-large', part: 'headers' }),
  },
  { name: 'gone', serve: status(410), becomes: fetched({ kind: 'gone' }) },
  {
    name: 'too-often',
    serve: status(429, { 'retry-after': '31536000' }),
    becomes: fetched({ kind: 'status', status: 429, retryAfterMs: 31_536_000_000 }),
  },
  { name: 'out-of-order', serve: status(500), becomes: fetched({ kind: 'status', status: 500 }) },
  { name: 'unasked-304', serve: status(304), becomes: fetched({ kind: 'status', status: 304 }) },
  { name: 'empty', serve: body(''), becomes: unreadable('empty') },
  { name: 'page-called-feed', serve: body('<!doctype html><html><p>News</p></html>'), becomes: unreadable('page') },
  {
    name: 'deep',
    serve: body(rssFeed('deep', '<a>'.repeat(100_000))),
    becomes: unreadable('other'),
  },
  {
    name: 'bytes',
    serve: body(Buffer.from(Array.from({ length: 9_000 }, (_, at) => (at * 7) % 256))),
    becomes: unreadable('other'),
  },
];

/** An item whose article says what no other does. */
const anItem = (name: string, over: Partial<RssItem> = {}): string =>
  rssItem({
    guid: `${name}-1`,
    title: `The bridge of ${name}`,
    link: null,
    date: 'Mon, 13 May 2024 10:00:00 GMT',
    text: `The bridge over the river at ${name} was closed on Monday after a storm, and the mayor of ${name} said that it would open again within a week.`,
    ...over,
  });
const feed = (name: string, items: string, before?: string) => body(rssFeed(`${name}.test`, items, before));
const BILLION_LAUGHS = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}]>`;

/** What Discord or a terminal would take for something else. */
export const HOSTILE_TITLE =
  '@everyone \u202emoc.live\u202c [Kyiv](https://evil.example) <@1> \u200b\u2066||x||\u2069 <script>alert(1)</script> ```';
/** What is read for claims. */
const strikeOn = (number: number): string =>
  `Russian missiles struck the xylophone works number ${number} in Kharkiv on Monday, killing ${number} people, the governor said.`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Feeds that can be read, whatever they hold. */
const READABLE: readonly HostileFeed<number>[] = [
  {
    name: 'called-a-page',
    serve: body(rssFeed('called-a-page.test', anItem('called-a-page')), { 'content-type': 'text/html' }),
    becomes: 1,
  },
  {
    name: 'changes-its-charset',
    serve: body(
      Buffer.concat([
        Buffer.from(rssFeed('changes.test', anItem('Łódź', { guid: 'l' })).replace('</channel></rss>', '')),
        Buffer.from(anItem('\u0416\u0438\u0432', { guid: 'z' }), 'utf16le'),
        Buffer.from('</channel></rss>'),
      ]),
    ),
    becomes: 1,
  },
  {
    name: 'very-many',
    serve: feed('very-many', `${anItem('very-many')}${'<item><title>x</title></item>'.repeat(100_000)}`),
    becomes: 1,
  },
  {
    name: 'tomorrow',
    serve: feed('tomorrow', anItem('tomorrow', { date: 'Fri, 31 Dec 2099 10:00:00 GMT' })),
    becomes: 1,
  },
  { name: 'first-instant', serve: feed('first-instant', anItem('first-instant', { date: '0' })), becomes: 1 },
  {
    name: 'bad-titles',
    serve: feed(
      'bad-titles',
      ['\u0000\u0007', HOSTILE_TITLE, 'x'.repeat(1_000_000), '\u0301'.repeat(5_000), '&#xd800;&#0;&#1114112;']
        .map((title, at) => anItem(`place-${at}`, { title: escaped(title), text: strikeOn(at + 1) }))
        .join(''),
    ),
    becomes: 5,
  },
  {
    name: 'scripts',
    serve: feed(
      'scripts',
      anItem('scripts', {
        text: escaped('<p>Before it.</p><script>alert(1)</script><p>After that, the bridge was closed.</p>'),
      }),
    ),
    becomes: 1,
  },
  {
    name: 'laughs',
    serve: feed('laughs', anItem('laughs', { title: 'Ha &a30;' }), BILLION_LAUGHS),
    becomes: 1,
  },
  {
    name: 'reads-files',
    serve: feed(
      'reads-files',
      anItem('reads-files', { title: '&x;', text: '&x; was read.' }),
      '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ),
    becomes: 1,
  },
  {
    name: 'one-guid',
    serve: feed('one-guid', Array.from({ length: 20 }, (_, at) => anItem(`of-${at}`, { guid: 'same' })).join('')),
    becomes: 1,
  },
  {
    name: 'no-guid',
    serve: feed('no-guid', ['east', 'west'].map((at) => anItem(at, { guid: null })).join('')),
    becomes: 2,
  },
  {
    name: 'links-elsewhere',
    serve: feed('links-elsewhere', anItem('links-elsewhere', { link: 'http://10.0.0.1/story' })),
    becomes: 0,
  },
  {
    name: 'server-of-1970',
    serve: body(rssFeed('server-of-1970.test', anItem('server-of-1970')), {
      date: 'Thu, 01 Jan 1970 00:00:00 GMT',
      expires: 'Fri, 31 Dec 9999 23:59:59 GMT',
      'last-modified': 'Thu, 01 Jan 1970 00:00:00 GMT',
    }),
    becomes: 1,
  },
  {
    name: 'wrong-types',
    serve: body(
      '{"version":"https://jsonfeed.org/version/1.1","title":7,"home_page_url":[],"items":[7,null,{"id":{"a":1},"title":["x"],"content_text":5},{"id":"ok","content_text":"The bridge over the river was closed on Monday, \\ud800 the mayor said.","date_published":true,"url":3}]}',
      { 'content-type': 'application/feed+json' },
    ),
    becomes: 1,
  },
];

/** Its items are summed up, and their pages take time, memory or the stack of whoever reads them. */
function hardPages(): HostileFeed<number> {
  const pages = hostilePages(100_000).filter(({ name }) => HARD.includes(name));
  const items = (base: string): string =>
    pages
      .map((_, at) => anItem(`page-${at}`, { link: `${base}/${at}` }).replaceAll('content:encoded', 'description'))
      .join('');
  return {
    name: 'hard-pages',
    serve: (response, base, path) => {
      const page = pages[Number(path.slice(1))]?.html;
      if (page === undefined) feed('hard-pages', items(base))(response, base, path);
      else response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    },
    becomes: HARD.length,
  };
}
const HARD = ['links in links', 'tables in tables'];

export const READABLE_FEEDS = [...READABLE, hardPages()];
export const HOSTILE_FEEDS: readonly HostileFeed[] = [...UNREADABLE_FEEDS, ...READABLE_FEEDS];

/** Serves each of them on its host; robots.txt forbids nothing. */
export async function serveHostileFeeds(): Promise<{
  readonly port: number;
  readonly urlOf: (name: string) => string;
  readonly stop: () => Promise<void>;
}> {
  const server = createServer((request, response) => {
    const { host = '' } = request.headers;
    const of = HOSTILE_FEEDS.find(({ name }) => host.startsWith(`${name}.test`));
    if (of === undefined || request.url === '/robots.txt') return void response.writeHead(404).end();
    of.serve(response, `http://${host}`, request.url ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    urlOf: (name) => `http://${name}.test:${port}/feed`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
