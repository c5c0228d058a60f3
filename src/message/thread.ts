import { ReadMessage } from '../domain/message.ts';
import { createThread } from '../thread.ts';

/** What reading takes beside the thread itself: names and the words of two languages. */
const LIMITS = { maxOldGenerationSizeMb: 512 };
/** Names and words take more memory than all else: they are let go when nobody has asked for so long. */
const IDLE_MS = 5 * 60_000;

/**
 * Reads messages as `readMessage` does, on a thread of its own that starts with the first one, takes a second or two for it, ends
 * when it has not been asked for five minutes, and does not keep the process alive.
 * @param text of the message
 * @param atMs when it was written, in Unix ms
 */
export function createMessageReading(dataDir: string): (text: string, atMs: number) => Promise<ReadMessage> {
  const script = new URL('./worker.ts', import.meta.url);
  const ask = createThread({ name: 'reading', script, data: dataDir, limits: LIMITS, idleMs: IDLE_MS });
  return async (text, atMs) => ReadMessage.parse(await ask({ text, day: new Date(atMs).toISOString().slice(0, 10) }));
}
