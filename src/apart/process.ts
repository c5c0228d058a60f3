import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Apart, createQueue, type Ears, type Hand, type Pace } from './queue.ts';

interface ProcessOptions extends Pace {
  /** The module that it runs; it answers through `serveProcess`. */
  readonly script: URL;
  /** What `serveProcess` hands to it. */
  readonly data: string;
  /** Most that its heap may take; it dies of more, alone. */
  readonly heapMb: number;
}

/**
 * Work in a process of its own, for what is hostile: whatever it does, it can be ended, and its end is the end of nothing else.
 * It has an empty environment, so that it holds no secret.
 */
export function createProcess({ script, data, heapMb, ...pace }: ProcessOptions): Apart {
  return createQueue((ears) => startProcess(childOf(script, data, heapMb), ears), pace);
}

const childOf = (script: URL, data: string, heapMb: number): ChildProcess =>
  fork(fileURLToPath(script), [data], {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      `--import=${new URL('../compile-cache.js', import.meta.url)}`,
      `--max-old-space-size=${heapMb}`,
      '--max-semi-space-size=4',
    ],
    env: {},
    serialization: 'advanced',
    // What it says when it runs out of memory would fill the log.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });

function startProcess(child: ChildProcess, { hear, lost }: Ears): Hand {
  const gone = once(child, 'exit').catch(() => undefined);
  child.on('message', hear);
  child.on('error', (error) => lost('broken', error));
  child.on('exit', (code, signal) =>
    lost(isOutOfMemory(code, signal) ? 'too-heavy' : 'broken', new Error(`it ended with ${code ?? signal}`)),
  );
  return {
    post: (request) => void child.send(request),
    hold: (isNeeded) => {
      for (const held of [child, child.channel]) isNeeded ? held?.ref() : held?.unref();
    },
    end: async () => {
      child.ref();
      child.kill('SIGKILL');
      if (child.pid !== undefined) await gone;
    },
  };
}

/** V8 aborts when its heap is full; a system that is short of memory kills. */
const isOutOfMemory = (code: number | null, signal: NodeJS.Signals | null): boolean =>
  code === 134 || signal === 'SIGABRT' || signal === 'SIGKILL' || signal === 'SIGTRAP' || signal === 'SIGILL';
