import { z } from 'zod';
import { Unfit } from '../admit.ts';
import { createThread } from '../apart/thread.ts';
import type { Result } from '../domain/failure.ts';
import { ReadMessage } from '../domain/message.ts';
import { MODEL_OUTCOMES } from '../domain/model-outcome.ts';
import { ReadArticle } from '../domain/read-article.ts';
import { resultOf } from '../domain/result.ts';
import { IngestFailure } from '../ingest/failure.ts';
import type { Known } from '../ingest/plain-text.ts';
import type { ReadingSteps } from '../model-reading.ts';
import { outcomeOf, type ReadingFailure } from './failure.ts';

/** What reading takes beside the thread itself: names and the words of two languages. */
const LIMITS = { maxOldGenerationSizeMb: 512 };
/** Names and words take more memory than all else: they are let go when nobody has asked for so long. */
const IDLE_MS = 5 * 60_000;
/** The longest text that is read takes a few seconds. */
const DEADLINE_MS = 20_000;

/** A text to be read for claims, with what is known around it. */
interface ArticleDocument {
  readonly text: string;
  readonly known: Known;
}

export interface ArticleReading {
  /** Reads a text that was taken out of a page or a feed as `createTextReader` does; takes its turn behind all messages. */
  readonly article: (document: ArticleDocument) => Promise<Result<ReadArticle, Unfit | ReadingFailure>>;
  /** The same in the steps around a question to a model. */
  readonly steps: (document: ArticleDocument) => ReadingSteps<Unfit | ReadingFailure>;
  /**
   * Reads a message as `readMessage` does, before all articles that wait.
   * @param atMs when it was written, in Unix ms
   */
  readonly message: (text: string, atMs: number) => Promise<ReadMessage>;
  /** What waits fails. */
  readonly close: () => Promise<void>;
}

const Answer = resultOf(ReadArticle, z.union([IngestFailure, Unfit]));
const ToAsk = z
  .strictObject({
    title: z.string().nullable(),
    publishedOn: z.string().nullable(),
    sentences: z.array(z.string()).readonly(),
  })
  .readonly();
const Asking = z.strictObject({ read: Answer, toAsk: ToAsk.nullable() });
const Telling = z.strictObject({ read: Answer, outcomes: z.partialRecord(z.enum(MODEL_OUTCOMES), z.int()) });

/**
 * Reads texts for claims on one thread, so that names, words and weights are in memory once. It starts with the first text, takes
 * a second or two for it, ends when it has not been asked for five minutes, and does not keep the process alive.
 */
export function createArticleReading(dataDir: string): ArticleReading {
  const script = new URL('./article-worker.ts', import.meta.url);
  const settings = { name: 'reading', script, data: dataDir, limits: LIMITS, idleMs: IDLE_MS, deadlineMs: DEADLINE_MS };
  const { ask, close } = createThread(settings);
  return {
    article: async ({ text, known }) => {
      const answer = await outcomeOf(ask({ kind: 'article', text, known }), DEADLINE_MS);
      return answer.ok ? Answer.parse(answer.value) : answer;
    },
    steps: ({ text, known }) => ({
      locally: async () => {
        const answer = await outcomeOf(ask({ kind: 'to-ask', text, known }), DEADLINE_MS);
        return answer.ok ? Asking.parse(answer.value) : { read: answer, toAsk: null };
      },
      told: async ({ claims, by }) => {
        const answer = await outcomeOf(ask({ kind: 'told', text, known, claims, by }), DEADLINE_MS);
        return answer.ok ? Telling.parse(answer.value) : { read: answer, outcomes: {} };
      },
    }),
    message: async (text, atMs) => {
      const day = new Date(atMs).toISOString().slice(0, 10);
      return ReadMessage.parse(await ask({ kind: 'message', text, day }, true));
    },
    close,
  };
}
