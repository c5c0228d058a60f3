import { z } from 'zod';
import { createThread } from '../apart/thread.ts';
import { PictureSpec } from '../domain/picture.ts';
import type { DrawingSettings } from './assets.ts';

/** Reading the borders takes some 100 MB for a moment; without limits Node keeps twice that. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 };

const Png = z.instanceof(Uint8Array);

/**
 * Draws pictures as `drawPicture` does, on a thread that starts with the first one, reads the data folder once and does not
 * keep the process alive. One picture after another; a thread that dies fails what it was asked for, and the next picture
 * starts another. Rejects with `ZodError` for what is no spec.
 */
export function createDrawing(settings: DrawingSettings): (spec: PictureSpec) => Promise<Uint8Array> {
  const script = new URL('./worker.ts', import.meta.url);
  const { ask } = createThread({ name: 'drawing', script, data: settings, limits: LIMITS });
  return async (spec) => Png.parse(await ask({ spec: PictureSpec.parse(spec) }));
}
