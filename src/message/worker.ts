/** The thread that messages are read on: `thread.ts` starts it with the data folder as its data. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openReader } from '../open-reader.ts';
import type { ThreadAnswer } from '../thread.ts';
import { readMessage } from './read.ts';

const Request = z.object({ id: z.int(), text: z.string(), day: z.string() });
const { reader } = openReader(z.string().parse(workerData));

function answer(message: unknown): ThreadAnswer {
  const { id, text, day } = Request.parse(message);
  try {
    return { id, result: readMessage(text, day, reader) };
  } catch (error) {
    return { id, error };
  }
}

parentPort?.on('message', (message: unknown) => parentPort?.postMessage(answer(message)));
