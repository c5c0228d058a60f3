import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import type { Message } from './queue.ts';

type Answer = (request: unknown) => unknown;

const Numbered = z.object({ id: z.int() });

/** Answers what a thread of `createThread` is asked, once all that it needs is loaded; what `answer` throws fails one request. */
export function serveThread(answer: Answer): void {
  const post = (message: Message): void => parentPort?.postMessage(message);
  parentPort?.on('message', async (request: unknown) => post(await messageFor(request, answer)));
  post({ ready: true });
}

/** The same in a process of `createProcess`; it ends with whoever started it, and by nobody else's wish. */
export function serveProcess(answer: Answer): void {
  const post = (message: Message): void => void process.send?.(message);
  // A terminal tells all its processes to end: the one that was started by a person ends this one in time.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  process.on('message', async (request) => post(await messageFor(request, answer)));
  process.once('disconnect', () => process.exit());
  post({ ready: true });
}

async function messageFor(request: unknown, answer: Answer): Promise<Message> {
  const { id } = Numbered.parse(request);
  try {
    return { id, result: await answer(request) };
  } catch (error) {
    return { id, error };
  }
}
