import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import type { ThreadMessage } from './thread.ts';

const Numbered = z.object({ id: z.int() });

/**
 * Answers what a thread that `createThread` started is asked, once all that it needs is loaded; what `answer` throws fails the
 * one request.
 */
export function serveThread(answer: (request: unknown) => unknown): void {
  const post = (message: ThreadMessage): void => parentPort?.postMessage(message);
  parentPort?.on('message', async (request: unknown) => {
    const { id } = Numbered.parse(request);
    try {
      post({ id, result: await answer(request) });
    } catch (error) {
      post({ id, error });
    }
  });
  post({ ready: true });
}
