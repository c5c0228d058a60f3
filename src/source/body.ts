import type { Answer } from './answer.ts';
import type { Bounds } from './bounds.ts';
import { decompress, encodingsIn } from './decompress.ts';
import { FetchFault } from './fault.ts';
import type { FetchLimits } from './limits.ts';

type BodyLimits = Pick<FetchLimits, 'bodyBytes' | 'pace'>;

/**
 * The body whole, with its encodings undone, in memory of its own that may be handed to another thread.
 * Rejects with a FetchFault, or with what `bounds` was stopped for.
 */
export async function readBody(answer: Answer, bounds: Bounds, limits: BodyLimits): Promise<Uint8Array> {
  const encodings = encodingsIn(answer.header('content-encoding'));
  const sent = await readSent(answer, bounds, limits);
  return new Uint8Array(await decompress(sent, encodings, limits.bodyBytes));
}

/** The bytes as they are sent, which compression only makes fewer: the limit holds for them, too. */
async function readSent(answer: Answer, bounds: Bounds, { bodyBytes, pace }: BodyLimits): Promise<Uint8Array> {
  if (Number(answer.header('content-length')) > bodyBytes) throw tooLarge(bodyBytes);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const watch = watchPace(() => bytes, bounds, pace);
  try {
    for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > bodyBytes) throw tooLarge(bodyBytes);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, bytes);
  } catch (error) {
    bounds.signal.throwIfAborted();
    throw error instanceof FetchFault ? error : new FetchFault({ kind: 'truncated' });
  } finally {
    clearInterval(watch);
  }
}

const tooLarge = (limitBytes: number): FetchFault => new FetchFault({ kind: 'too-large', part: 'body', limitBytes });

/** Stops a body of which too little comes. */
function watchPace(bytesSoFar: () => number, { stop }: Bounds, pace: FetchLimits['pace']): NodeJS.Timeout {
  let before = 0;
  return setInterval(() => {
    if (bytesSoFar() - before < pace.bytes) stop({ kind: 'too-slow', bound: 'body-rate', limitMs: pace.everyMs });
    before = bytesSoFar();
  }, pace.everyMs);
}
