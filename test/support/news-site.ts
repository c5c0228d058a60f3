import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of its own on loopback, by whose paths tests name what they want. */
export interface NewsSite {
  readonly url: string;
  readonly port: number;
  /** Replaces what a path answers; null: 404. */
  readonly put: (path: string, answer: { readonly type: string; readonly body: string } | null) => void;
  readonly stop: () => Promise<void>;
}

const PARAGRAPHS = [
  'KHARKIV, May 15, 2024 – Russian missiles hit a depot in Kharkiv on Wednesday, Governor Oleh Syniehubov said.',
  'Two people were killed and five were injured in the attack, the governor said in a statement on Wednesday evening.',
  'Antony Blinken, the US secretary of state, visited Kyiv on Tuesday and met President Volodymyr Zelenskyy there.',
];
const ARTICLE = `<!doctype html><html lang="en"><head><title>Missiles hit a depot</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="2024-05-15T10:00:00Z"></head>
<body><article><h1>Missiles hit a depot</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;

const feed = (url: string, title: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${title}</title><link>${url}</link><language>en</language>
<item><title>Missiles hit a depot</title><link>${url}/a</link><guid>${title} a</guid><pubDate>Wed, 15 May 2024 10:00:00 GMT</pubDate></item>
</channel></rss>`;

const opml = (url: string): string => `<?xml version="1.0"?><opml version="2.0"><body>
<outline text="World" type="rss" xmlUrl="${url}/feed"/><outline text="Local" type="rss" xmlUrl="${url}/local"/></body></opml>`;

/** With `/feed`, `/local`, `/` that names both, the article `/a`, the list `/list.opml`, and `/down`, which has a fault. */
export async function newsSite(): Promise<NewsSite> {
  const answers = new Map<string, { readonly type: string; readonly body: string }>();
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    const status = request.url === '/down' ? 503 : answer ? 200 : 404;
    response.writeHead(status, answer ? { 'content-type': answer.type } : {}).end(answer?.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const links = ['feed', 'local'].map(
    (path) => `<link rel="alternate" type="application/rss+xml" title="${path}" href="/${path}">`,
  );
  const home = `<!doctype html><html><head><title>The Daily</title>${links.join('')}</head><body><p>News</p></body></html>`;
  answers.set('/feed', { type: 'application/rss+xml', body: feed(url, 'The Daily: World') });
  answers.set('/local', { type: 'application/rss+xml', body: feed(url, 'The Daily: Local') });
  answers.set('/', { type: 'text/html', body: home });
  answers.set('/a', { type: 'text/html', body: ARTICLE });
  answers.set('/list.opml', { type: 'text/x-opml', body: opml(url) });
  return {
    url,
    port,
    put: (path, answer) => void (answer ? answers.set(path, answer) : answers.delete(path)),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
