import { type ResourceLimits, Worker } from 'node:worker_threads';

/** What a thread sends back for what it was asked; whoever asked parses it. */
export type ThreadAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: unknown };

interface ThreadOptions {
  /** What says in an error which thread has ended. */
  readonly name: string;
  /** The module that it runs: it gets each request with an `id`, and answers with a `ThreadAnswer` of the same. */
  readonly script: URL;
  readonly data: unknown;
  readonly limits: ResourceLimits;
  /** It ends when it was not asked for so long, and starts again when it is; absent: it stays. */
  readonly idleMs?: number;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A thread that starts with the first request and does not keep the process alive. One that dies fails what it was asked
 * for, and the next request starts another.
 */
export function createThread({ name, script, data, limits, idleMs }: ThreadOptions) {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let asked = 0;
  // Forgotten before it is gone, so that nobody asks a thread that is ending.
  const end = (): void => {
    const ending = worker;
    worker = undefined;
    void ending?.terminate();
  };
  const rest = (): void => {
    worker?.unref();
    if (idleMs !== undefined) idle = setTimeout(end, idleMs).unref();
  };
  const settle = (id: number, how: (one: Waiting) => void): void => {
    const one = waiting.get(id);
    if (!waiting.delete(id)) return;
    if (waiting.size === 0) rest();
    if (one) how(one);
  };
  const start = (): Worker => {
    const started = new Worker(script, { workerData: data, resourceLimits: limits });
    const lose = (error: unknown): void => {
      if (worker !== started) return;
      worker = undefined;
      for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(error));
    };
    started.on('message', (answer: ThreadAnswer) =>
      settle(answer.id, ({ resolve, reject }) => ('result' in answer ? resolve(answer.result) : reject(answer.error))),
    );
    started.on('error', lose);
    started.on('exit', (code) => lose(new Error(`the ${name} thread ended with ${code}`)));
    return started;
  };
  return (request: object): Promise<unknown> => {
    clearTimeout(idle);
    worker ??= start();
    worker.ref();
    asked += 1;
    const id = asked;
    const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
    worker.postMessage({ ...request, id });
    return answer;
  };
}
