import { type ResourceLimits, Worker } from 'node:worker_threads';
import { type Apart, createQueue, type Ears, type Hand, type Pace } from './queue.ts';

interface ThreadOptions extends Pace {
  /** The module that it runs; it answers through `serveThread`. */
  readonly script: URL;
  readonly data: unknown;
  /**
   * Not for what is hostile: a thread that grows beyond them by much at once, as by one large array, ends the whole process.
   * https://nodejs.org/api/worker_threads.html#new-workerfilename-options
   */
  readonly limits: ResourceLimits;
}

/** Work on a thread of its own. */
export function createThread({ script, data, limits, ...pace }: ThreadOptions): Apart {
  return createQueue(
    (ears) => startThread(new Worker(script, { workerData: data, resourceLimits: limits }), ears),
    pace,
  );
}

function startThread(worker: Worker, { hear, lost }: Ears): Hand {
  // Node hands over up to a thousand messages in a row: a thread that answers fast would keep all else from its turn.
  // https://nodejs.org/api/worker_threads.html#event-message
  worker.on('message', (message) => setImmediate(hear, message));
  worker.on('error', (error) => lost(isOutOfMemory(error) ? 'too-heavy' : 'broken', error));
  worker.on('exit', (code) => lost('broken', new Error(`it ended with ${code}`)));
  return {
    post: (request) => worker.postMessage(request),
    hold: (isNeeded) => (isNeeded ? worker.ref() : worker.unref()),
    end: async () => void (await worker.terminate()),
  };
}

/** @see https://nodejs.org/api/errors.html#err_worker_out_of_memory */
const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
