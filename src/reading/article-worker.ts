/** The thread that texts are read for claims on: `articles.ts` starts it with the data folder as its data. */
import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { serveThread } from '../apart/serve.ts';
import { Known } from '../ingest/plain-text.ts';
import { readMessage } from '../message/read.ts';
import { openReader } from '../open-reader.ts';

const Request = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), text: z.string(), known: Known }),
  z.object({ kind: z.literal('message'), text: z.string(), day: z.string() }),
]);
const { reader, textReader } = openReader(z.string().parse(workerData));

serveThread((message) => {
  const request = Request.parse(message);
  return request.kind === 'message'
    ? readMessage(request.text, request.day, reader)
    : textReader(request.text, request.known);
});
