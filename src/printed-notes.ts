import type { NotePrinted, PrintedMessage } from './domain/printed-message.ts';

/** Notes answers for which nobody waits. */
export interface PrintedNotes {
  /** Written within `WRITE_AFTER_MS`, with others. */
  readonly note: (printed: PrintedMessage) => void;
  /** Resolves when all that was noted is on the disk. */
  readonly settle: () => Promise<void>;
}

/** Answers given within this time are written in one go. */
const WRITE_AFTER_MS = 100;
/** What waits for a disk that takes nothing; older ones are given up, and said so. */
const WAITING_AT_MOST = 500;

/** @param report told when the disk does not take them; they are tried again with the next */
export function createPrintedNotes(write: NotePrinted, report: (error: unknown) => void): PrintedNotes {
  const waiting = new Map<string, PrintedMessage>();
  let timer: NodeJS.Timeout | null = null;
  const flush = async (): Promise<void> => {
    timer = null;
    const batch = [...waiting];
    if (batch.length === 0) return;
    await write(batch.map(([, printed]) => printed));
    for (const [id, printed] of batch) if (waiting.get(id) === printed) waiting.delete(id);
  };
  return {
    note: (printed) => {
      waiting.set(printed.messageId, printed);
      const [oldest] = waiting.keys();
      if (waiting.size > WAITING_AT_MOST && oldest !== undefined) {
        waiting.delete(oldest);
        report(new RangeError(`message ${oldest} is not noted: corrections will not reach it`));
      }
      timer ??= setTimeout(() => void flush().catch(report), WRITE_AFTER_MS);
    },
    settle: async () => {
      if (timer) clearTimeout(timer);
      await flush();
    },
  };
}
