/** The process that documents from outside are parsed in: `documents.ts` starts it with the data folder as its data. */
import { z } from 'zod';
import { serveProcess } from '../apart/serve.ts';
import type { Result } from '../domain/failure.ts';
import type { PageText } from '../domain/page-text.ts';
import { documentText } from '../ingest/decode.ts';
import type { IngestFailure } from '../ingest/failure.ts';
import { readFeedItems } from '../ingest/feed/read-feed.ts';
import { readOpml } from '../ingest/opml.ts';
import { readPageText } from '../ingest/page/read-page.ts';
import { Known } from '../ingest/plain-text.ts';
import { readReadingLexicon } from '../reading-lexicon.ts';

const Document = { body: z.instanceof(Uint8Array), charset: z.string().nullable(), url: z.string().nullable() };
const Request = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), ...Document, known: Known }),
  z.object({ kind: z.literal('feed'), ...Document, fetchedAtMs: z.number() }),
  z.object({ kind: z.literal('opml'), ...Document }),
]);
type PageRequest = Extract<z.infer<typeof Request>, { kind: 'page' }>;

const lexicon = readReadingLexicon(z.string().parse(process.argv[2]));

function page({ body, charset, url, known }: PageRequest): Result<PageText, IngestFailure> {
  const html = documentText(body, charset);
  return html.ok ? readPageText(html.value, { ...known, url: known.url ?? url }, lexicon) : html;
}

serveProcess((message) => {
  const request = Request.parse(message);
  switch (request.kind) {
    case 'page':
      return page(request);
    case 'feed':
      return readFeedItems(request, lexicon);
    case 'opml':
      return readOpml(request.body, request.charset);
    default:
      return request satisfies never;
  }
});
