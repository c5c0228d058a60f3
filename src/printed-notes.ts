import type { PrintedMessage, Replaced } from './domain/printed-message.ts';
import type { PrintedStore } from './store/printed-contract.ts';

/** Notes answers for which nobody waits. */
export interface PrintedNotes {
  /** Written within `WRITE_AFTER_MS`, with others. */
  readonly note: (printed: PrintedMessage | Replaced) => void;
  /** Resolves when all that was noted is on the disk. */
  readonly settle: () => Promise<void>;
}

/** Answers given within this time are written in one go. */
const WRITE_AFTER_MS = 100;
/** What waits for a disk that takes nothing; older ones are given up, and said so. */
const WAITING_AT_MOST = 500;

type Printed = Pick<PrintedStore, 'note' | 'drop'>;

/** @param report told when the disk does not take them; they are tried again with the next */
export function createPrintedNotes(printed: Printed, report: (error: unknown) => void): PrintedNotes {
  const waiting = new Map<string, PrintedMessage | Replaced>();
  let timer: NodeJS.Timeout | null = null;
  const flush = async (): Promise<void> => {
    timer = null;
    const batch = [...waiting.values()];
    await write(printed, batch);
    for (const one of batch) if (waiting.get(one.messageId) === one) waiting.delete(one.messageId);
  };
  return {
    note: (one) => {
      waiting.set(one.messageId, one);
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

async function write({ note, drop }: Printed, batch: readonly (PrintedMessage | Replaced)[]): Promise<void> {
  const [shown, replaced] = [batch.filter((one) => 'body' in one), batch.filter((one) => !('body' in one))];
  if (shown.length > 0) await note(shown);
  if (replaced.length > 0) await drop(replaced);
}
