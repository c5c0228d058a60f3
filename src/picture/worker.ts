/** The thread that pictures are drawn on: `thread.ts` starts it with its settings as its data. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { DisputedBorders, PictureSpec } from '../domain/picture.ts';
import type { ThreadAnswer } from '../thread.ts';
import { loadPictureAssets } from './assets.ts';
import { drawPicture } from './draw.ts';

const Request = z.object({ id: z.int(), spec: PictureSpec });
const Settings = z.object({ dataDir: z.string(), disputed: DisputedBorders });
const assets = loadPictureAssets(Settings.parse(workerData));

async function answer(message: unknown): Promise<ThreadAnswer> {
  const { id, spec } = Request.parse(message);
  try {
    return { id, result: await drawPicture(spec, await assets) };
  } catch (error) {
    return { id, error };
  }
}

parentPort?.on('message', async (message: unknown) => parentPort?.postMessage(await answer(message)));
