import { type ResourceLimits, Worker } from 'node:worker_threads';

/** What a thread sends: that it has loaded all it needs, then an answer to each request; whoever asked parses it. */
export type ThreadMessage =
  | { readonly ready: true }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: unknown };

interface ThreadOptions {
  /** What says in an error which thread has ended. */
  readonly name: string;
  /** The module that it runs; it answers through `serveThread`. */
  readonly script: URL;
  readonly data: unknown;
  readonly limits: ResourceLimits;
  /** It ends when it was not asked for so long, and starts again when it is; absent: it stays. */
  readonly idleMs?: number;
  /** How long one request may take, the loading of the thread left out; absent: as long as it likes. */
  readonly deadlineMs?: number;
}

export interface Thread {
  /**
   * Resolves with what the thread answers. Rejects with what it throws, or with `ThreadEnded`.
   * @param request what can be sent to a thread; copied when its turn comes
   * @param isUrgent whether it goes before all that are not
   */
  readonly ask: (request: object, isUrgent?: boolean) => Promise<unknown>;
  /** Ends the thread and fails whatever waits for it, now and later. */
  readonly close: () => Promise<void>;
}

/** A thread ended over a request: of time, of memory, of something else, or since nobody wants answers any more. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
  readonly kind: 'too-slow' | 'too-heavy' | 'broken' | 'closed';
  constructor(kind: ThreadEnded['kind'], thread: string, cause?: unknown) {
    super(`the ${thread} thread ended: ${kind}`, { cause });
    this.kind = kind;
  }
}

interface Job {
  readonly request: object;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface State {
  readonly options: ThreadOptions;
  readonly urgent: Job[];
  readonly usual: Job[];
  worker: Worker | undefined;
  isReady: boolean;
  isClosed: boolean;
  /** What the thread is at; one at a time, so that whatever ends it is known to be the culprit. */
  current: Job | undefined;
  asked: number;
  deadline: NodeJS.Timeout | undefined;
  idle: NodeJS.Timeout | undefined;
}

/**
 * A thread that starts with the first request and does not keep the process alive. It gets one request after another: what
 * ends it, by taking too long, too much memory or otherwise, fails alone, and those behind it are put to another.
 */
export function createThread(options: ThreadOptions): Thread {
  const state: State = {
    options,
    ...{ urgent: [], usual: [], worker: undefined, isReady: false, isClosed: false },
    ...{ current: undefined, asked: 0, deadline: undefined, idle: undefined },
  };
  return {
    ask: (request, isUrgent = false) =>
      new Promise((resolve, reject) => {
        if (state.isClosed) return reject(new ThreadEnded('closed', options.name));
        (isUrgent ? state.urgent : state.usual).push({ request, resolve, reject });
        takeNext(state);
      }),
    close: async () => {
      state.isClosed = true;
      const waiting = [state.current, ...state.urgent.splice(0), ...state.usual.splice(0)];
      const ended = end(state);
      for (const job of waiting) job?.reject(new ThreadEnded('closed', options.name));
      await ended;
    },
  };
}

function takeNext(state: State): void {
  if (state.current !== undefined) return;
  const job = state.urgent.shift() ?? state.usual.shift();
  if (job === undefined) {
    rest(state);
    return;
  }
  clearTimeout(state.idle);
  state.current = job;
  state.asked += 1;
  state.worker ??= start(state);
  state.worker.ref();
  try {
    state.worker.postMessage({ ...job.request, id: state.asked });
    if (state.isReady) setDeadline(state);
  } catch (error) {
    settle(state, () => job.reject(error));
  }
}

function start(state: State): Worker {
  const { script, data, limits, name } = state.options;
  const worker = new Worker(script, { workerData: data, resourceLimits: limits });
  const lose = (kind: ThreadEnded['kind'], cause: unknown): void => {
    if (state.worker !== worker) return;
    const { current } = state;
    void end(state);
    settle(state, () => current?.reject(new ThreadEnded(kind, name, cause)));
  };
  state.isReady = false;
  worker.on('message', (message: ThreadMessage) => {
    if (state.worker === worker) hear(state, message);
  });
  worker.on('error', (error) => lose(isOutOfMemory(error) ? 'too-heavy' : 'broken', error));
  worker.on('exit', (code) => lose('broken', new Error(`it ended with ${code}`)));
  return worker;
}

/** @see https://nodejs.org/api/errors.html#err_worker_out_of_memory */
const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

function hear(state: State, message: ThreadMessage): void {
  if ('ready' in message) {
    state.isReady = true;
    if (state.current !== undefined) setDeadline(state);
    return;
  }
  const { current } = state;
  if (message.id !== state.asked) return;
  settle(state, () => ('result' in message ? current?.resolve(message.result) : current?.reject(message.error)));
}

function settle(state: State, how: () => void): void {
  clearTimeout(state.deadline);
  state.current = undefined;
  how();
  takeNext(state);
}

function setDeadline(state: State): void {
  const { deadlineMs, name } = state.options;
  if (deadlineMs === undefined) return;
  const { current } = state;
  const expire = (): void => {
    if (current === undefined || state.current !== current) return;
    void end(state);
    settle(state, () => current.reject(new ThreadEnded('too-slow', name)));
  };
  // An answer that came while this side was busy is heard before the thread is blamed.
  state.deadline = setTimeout(() => setImmediate(expire), deadlineMs);
}

function rest(state: State): void {
  state.worker?.unref();
  const { idleMs } = state.options;
  if (idleMs === undefined) return;
  clearTimeout(state.idle);
  state.idle = setTimeout(() => void end(state), idleMs).unref();
}

/** Forgotten before it is gone, so that nobody asks a thread that is ending. */
async function end(state: State): Promise<void> {
  const { worker } = state;
  clearTimeout(state.deadline);
  clearTimeout(state.idle);
  state.worker = undefined;
  await worker?.terminate();
}
