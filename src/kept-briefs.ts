import { Brief } from './domain/brief.ts';
import { DAY_MS } from './domain/period.ts';
import type { Scope } from './domain/scope.ts';
import type { BatchKeyValue } from './ports.ts';

/** Briefs that buttons lead back to. */
export interface KeptBriefs {
  /** At once in memory, and on the disk within `WRITE_AFTER_MS`: an answer does not wait for the disk. */
  readonly keep: (brief: Brief) => void;
  /** For exactly this scope; null when it is over a week old or was never there. */
  readonly recall: (id: string, scope: Scope) => Promise<Brief | null>;
  /** Deletes it, in memory and on the disk. */
  readonly drop: (id: string, scope: Scope) => Promise<void>;
  /** Deletes what of exactly this scope is not on the disk yet. @returns how many there were */
  readonly dropWaiting: (scope: Scope) => Promise<number>;
  /** Resolves when all that was kept is on the disk. */
  readonly settle: () => Promise<void>;
}

const KEPT_MS = 8 * DAY_MS;
/** Answers given within this time are written in one go. */
const WRITE_AFTER_MS = 100;
/** What waits for a disk that takes nothing; older ones are given up. */
const WAITING_AT_MOST = 500;

/** @param report told when the disk does not take them; they stay in memory and are tried again with the next */
export function createKeptBriefs(disk: BatchKeyValue, report: (error: unknown) => void): KeptBriefs {
  const waiting = new Map<string, Brief>();
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<unknown> = Promise.resolve();
  const write = async (): Promise<void> => {
    timer = null;
    const batch = [...waiting];
    if (batch.length === 0) return;
    const written = disk.setMany(batch.map(([key, brief]) => ({ key, value: brief, ttl: KEPT_MS })));
    writing = written.catch(() => undefined);
    await written;
    for (const [key, brief] of batch) if (waiting.get(key) === brief) waiting.delete(key);
  };
  return {
    keep: (brief) => {
      waiting.set(keyOf(brief.id, brief.question.scope), brief);
      const oldest = waiting.keys().next();
      if (waiting.size > WAITING_AT_MOST && !oldest.done) waiting.delete(oldest.value);
      timer ??= setTimeout(() => void write().catch(report), WRITE_AFTER_MS);
    },
    recall: async (id, scope) => {
      const key = keyOf(id, scope);
      const kept = Brief.safeParse(waiting.get(key) ?? (await disk.get(key)));
      return kept.success ? kept.data : null;
    },
    drop: async (id, scope) => {
      const key = keyOf(id, scope);
      waiting.delete(key);
      await writing;
      await disk.delete(key);
    },
    dropWaiting: async (scope) => {
      const keys = [...waiting.keys()].filter((key) => key.startsWith(keyOf('', scope)));
      for (const key of keys) waiting.delete(key);
      await writing;
      return keys.length;
    },
    settle: async () => {
      if (timer) clearTimeout(timer);
      await write();
    },
  };
}

/** A server's answers are its own: the key holds the scope, so that no id of another server's leads to one. */
const keyOf = (id: string, scope: Scope): string => `${scope.guildId ?? 'operator'}:${id}`;
