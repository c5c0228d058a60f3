/** The thread that pictures are drawn on: `thread.ts` beside it starts it with its settings as its data. */
import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { serveThread } from '../apart/serve.ts';
import { DisputedBorders, PictureSpec } from '../domain/picture.ts';
import { loadPictureAssets } from './assets.ts';
import { drawPicture } from './draw.ts';

const Request = z.object({ spec: PictureSpec });
const Settings = z.object({ dataDir: z.string(), disputed: DisputedBorders });
const assets = loadPictureAssets(Settings.parse(workerData));

serveThread(async (request) => drawPicture(Request.parse(request).spec, await assets));
