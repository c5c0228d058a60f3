import { type Reply, rateLimited } from './reply.ts';

/** How often something may be done; the request beyond it is refused, and says when to come back. */
export interface RateLimits {
  /** Of the bot, over all routes but those of interactions: https://discord.com/developers/docs/topics/rate-limits#global-rate-limit */
  readonly global: () => Reply | null;
  /** Messages of one channel; `headers` tell how many are left. */
  readonly messages: (channelId: string) => {
    readonly refused: Reply | null;
    readonly headers: Readonly<Record<string, string>>;
  };
  /** Of one channel. */
  readonly crosspost: (channelId: string) => Reply | null;
}

/** How Discord counts seconds is not told: no second, whenever it begins, may hold more. */
const GLOBAL_WITHIN_MS = 1_000;
const MESSAGES_WITHIN_MS = 5_000;
const CROSSPOSTS = { most: 10, withinMs: 3_600_000 } as const;

/** @param messagesInAChannel in five seconds */
export function createRateLimits(messagesInAChannel: number, requestsASecond: number): RateLimits {
  const all = counter({ most: requestsASecond, withinMs: GLOBAL_WITHIN_MS });
  const messages = counters({ most: messagesInAChannel, withinMs: MESSAGES_WITHIN_MS });
  const crossposts = counters(CROSSPOSTS);
  return {
    global: () => {
      const waitMs = all.take();
      return waitMs > 0 ? rateLimited(waitMs, true) : null;
    },
    messages: (channelId) => {
      const count = messages(channelId);
      const waitMs = count.take();
      const headers = {
        'x-ratelimit-bucket': 'messages',
        'x-ratelimit-limit': String(messagesInAChannel),
        'x-ratelimit-remaining': String(count.left()),
        'x-ratelimit-reset-after': String(count.resetMs() / 1_000),
      };
      return { refused: waitMs > 0 ? rateLimited(waitMs, false) : null, headers };
    },
    crosspost: (channelId) => {
      const waitMs = crossposts(channelId).take();
      return waitMs > 0 ? rateLimited(waitMs, false) : null;
    },
  };
}

interface Counter {
  /** Counts one; how many ms too early it is, 0 where it is not. */
  readonly take: () => number;
  readonly left: () => number;
  /** Until all are free again. */
  readonly resetMs: () => number;
}

function counter({ most, withinMs }: { readonly most: number; readonly withinMs: number }): Counter {
  let taken: readonly number[] = [];
  const current = (): readonly number[] => taken.filter((atMs) => atMs > performance.now() - withinMs);
  return {
    take: () => {
      taken = current();
      const [oldest = 0] = taken;
      if (taken.length >= most) return Math.ceil(oldest + withinMs - performance.now());
      taken = [...taken, performance.now()];
      return 0;
    },
    left: () => most - current().length,
    resetMs: () => Math.max(0, (current().at(-1) ?? 0) + withinMs - performance.now()),
  };
}

function counters(limit: Parameters<typeof counter>[0]): (id: string) => Counter {
  const known = new Map<string, Counter>();
  return (id) => {
    const own = known.get(id) ?? counter(limit);
    known.set(id, own);
    return own;
  };
}
