import { Worker } from 'node:worker_threads';
import { PictureSpec } from '../domain/picture.ts';
import type { DrawingSettings } from './assets.ts';

/** What the thread sends back for a picture. */
export type Answer =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly error: unknown };

/** Reading the borders takes some 100 MB for a moment; without limits Node keeps twice that. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 };

interface Waiting {
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Draws pictures as `drawPicture` does, on a thread that starts with the first one, reads the data folder once and does not
 * keep the process alive. One picture after another; a thread that dies fails what it was asked for, and the next picture
 * starts another. Rejects with `ZodError` for what is no spec.
 */
export function createDrawing(settings: DrawingSettings): (spec: PictureSpec) => Promise<Uint8Array> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let asked = 0;
  const settle = (id: number, how: (waiting: Waiting) => void): void => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker?.unref();
    if (one) how(one);
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: settings,
      resourceLimits: LIMITS,
    });
    const lose = (error: unknown): void => {
      if (worker !== started) return;
      worker = undefined;
      for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(error));
    };
    started.on('message', (answer: Answer) =>
      settle(answer.id, ({ resolve, reject }) => ('png' in answer ? resolve(answer.png) : reject(answer.error))),
    );
    started.on('error', lose);
    started.on('exit', (code) => lose(new Error(`the drawing thread ended with ${code}`)));
    return started;
  };
  return async (spec) => {
    const parsed = PictureSpec.parse(spec);
    worker ??= start();
    worker.ref();
    asked += 1;
    const id = asked;
    const drawn = new Promise<Uint8Array>((resolve, reject) => waiting.set(id, { resolve, reject }));
    worker.postMessage({ id, spec: parsed });
    return drawn;
  };
}
