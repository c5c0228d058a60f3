/** The process that documents from outside are parsed in: `documents.ts` starts it with the data folder as its data. */
import { z } from 'zod';
import { serveProcess } from '../apart/serve.ts';
import type { Result } from '../domain/failure.ts';
import type { PageText } from '../domain/page-text.ts';
import { documentText } from '../ingest/decode.ts';
import type { IngestFailure } from '../ingest/failure.ts';
import { readPageText } from '../ingest/page/read-page.ts';
import { Known } from '../ingest/plain-text.ts';
import { readReadingLexicon } from '../reading-lexicon.ts';

const Request = z.object({
  kind: z.literal('page'),
  body: z.instanceof(Uint8Array),
  charset: z.string().nullable(),
  url: z.string().nullable(),
  known: Known,
});
type Request = z.infer<typeof Request>;

const lexicon = readReadingLexicon(z.string().parse(process.argv[2]));

function page({ body, charset, url, known }: Request): Result<PageText, IngestFailure> {
  const html = documentText(body, charset);
  return html.ok ? readPageText(html.value, { ...known, url: known.url ?? url }, lexicon) : html;
}

serveProcess((message) => page(Request.parse(message)));
