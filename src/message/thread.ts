import { Worker } from 'node:worker_threads';
import { ReadMessage } from '../domain/message.ts';

/** What the thread sends back for a message. */
export type Answer =
  | { readonly id: number; readonly read: ReadMessage }
  | { readonly id: number; readonly error: unknown };

/** What reading takes beside the thread itself: names and the words of two languages. */
const LIMITS = { maxOldGenerationSizeMb: 512 };
/** Names and words take more memory than all else: they are let go when nobody has asked for so long. */
const IDLE_MS = 5 * 60_000;

interface Waiting {
  readonly resolve: (read: ReadMessage) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Reads messages as `readMessage` does, on a thread of its own that starts with the first one, takes a second or two for it, ends
 * when it has not been asked for five minutes, and does not keep the process alive.
 * @param text of the message
 * @param atMs when it was written, in Unix ms
 */
export function createMessageReading(dataDir: string): (text: string, atMs: number) => Promise<ReadMessage> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let asked = 0;
  const settle = (id: number, how: (waiting: Waiting) => void): void => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) rest();
    if (one) how(one);
  };
  const rest = (): void => {
    worker?.unref();
    clearTimeout(idle);
    idle = setTimeout(end, IDLE_MS).unref();
  };
  /** Forgotten before it is gone, so that nobody asks a thread that is ending. */
  const end = (): void => {
    const ending = worker;
    worker = undefined;
    void ending?.terminate();
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: dataDir,
      resourceLimits: LIMITS,
    });
    const lose = (error: unknown): void => {
      if (worker !== started) return;
      worker = undefined;
      for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(error));
    };
    started.on('message', (answer: Answer) =>
      settle(answer.id, ({ resolve, reject }) => ('read' in answer ? resolve(answer.read) : reject(answer.error))),
    );
    started.on('error', lose);
    started.on('exit', (code) => lose(new Error(`the reading thread ended with ${code}`)));
    return started;
  };
  return async (text, atMs) => {
    clearTimeout(idle);
    worker ??= start();
    worker.ref();
    asked += 1;
    const id = asked;
    const read = new Promise<ReadMessage>((resolve, reject) => waiting.set(id, { resolve, reject }));
    worker.postMessage({ id, text, day: new Date(atMs).toISOString().slice(0, 10) });
    return ReadMessage.parse(await read);
  };
}
