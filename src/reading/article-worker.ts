/** The thread that texts are read for claims on: `articles.ts` starts it with the data folder as its data. */
import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { serveThread } from '../apart/serve.ts';
import { Known } from '../ingest/plain-text.ts';
import { readMessage } from '../message/read.ts';
import { ModelClaim } from '../model-claims/answer.ts';
import { openReader } from '../open-reader.ts';
import { createTextReader } from '../reader.ts';

const Request = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), text: z.string(), known: Known }),
  z.object({ kind: z.literal('to-ask'), text: z.string(), known: Known }),
  z.object({
    kind: z.literal('told'),
    text: z.string(),
    known: Known,
    claims: z.array(ModelClaim.nullable()),
    by: z.string(),
  }),
  z.object({ kind: z.literal('message'), text: z.string(), day: z.string() }),
]);
const { reader, textReader, toldReader } = openReader(z.string().parse(workerData));

serveThread((message) => {
  const request = Request.parse(message);
  switch (request.kind) {
    case 'article':
      return textReader(request.text, request.known);
    case 'to-ask':
      return toldReader.locally((parts) => createTextReader(parts)(request.text, request.known));
    case 'told':
      return toldReader.told((parts) => createTextReader(parts)(request.text, request.known), request);
    case 'message':
      return readMessage(request.text, request.day, reader);
    default:
      return request satisfies never;
  }
});
