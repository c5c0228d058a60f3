/** No answer that is asked for comes near: tokens of a few bytes each, and the JSON around them. */
const MOST_BYTES = 2_000_000;

/** An answer went on past its limit. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
}

/**
 * Fetches from the server that the operator named, wherever it is, and follows it nowhere else; an answer is read up to a limit.
 * The connection is closed where the answer goes on.
 */
export async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'manual' });
  const { status, statusText, headers, body } = response;
  if (body === null) return response;
  let bytes = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES) controller.error(new TooLong(`the answer has more than ${MOST_BYTES} bytes`));
      else controller.enqueue(chunk);
    },
  });
  return new Response(body.pipeThrough(counted), { status, statusText, headers });
}
