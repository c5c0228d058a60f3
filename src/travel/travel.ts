import { setImmediate as soon } from 'node:timers/promises';
import type { OpenMessage } from '../store/printed-contract.ts';
import { type TravelPorts, work } from './work.ts';

export interface TravellingPorts extends TravelPorts {
  /** Told what failed; the message is tried again when its lease is over. */
  readonly report: (error: unknown) => void;
}

/** Brings corrections to the messages that printed what they correct. */
export interface Travel {
  /**
   * Does all that is due, to be called every second or so; a call before the last one has ended does nothing. Resolves when what it
   * began is done; rejects only where the store cannot be asked what is due.
   */
  readonly tick: () => Promise<void>;
  /** Begins nothing new; resolves when what is under way is done. */
  readonly stop: () => Promise<void>;
}

/** Messages worked on at a time: digests wait in the same line, behind so many requests at most. */
const AT_ONCE = 3;
/** Messages that are queued in one go. */
const BATCH = 200;
/** Changes that are spread in one go: where a whole source is withdrawn there are thousands, and others wait for answers. */
const SPREAD_AT_ONCE = 50;

export function createTravel(ports: TravellingPorts): Travel {
  let isStopping = false;
  let underWay: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    await spread(ports);
    const queue = [...(await ports.printed.open(ports.now(), BATCH))];
    const next = (): OpenMessage | undefined => (isStopping ? undefined : queue.shift());
    await Promise.all(Array.from({ length: AT_ONCE }, () => worker(ports, next)));
  };
  return {
    tick: async () => {
      if (isStopping || underWay) return;
      underWay = run().finally(() => {
        underWay = null;
      });
      await underWay;
    },
    stop: async () => {
      isStopping = true;
      await underWay?.catch(() => undefined);
    },
  };
}

async function spread({ printed, corrections, now }: TravelPorts): Promise<void> {
  for (;;) {
    const changes = await corrections.since(await printed.spreadTo(), SPREAD_AT_ONCE);
    if (changes.length > 0) await printed.spread(changes, now());
    if (changes.length < SPREAD_AT_ONCE) return;
    await soon();
  }
}

async function worker(ports: TravellingPorts, next: () => OpenMessage | undefined): Promise<void> {
  for (let open = next(); open !== undefined; open = next()) await work(ports, open).catch(ports.report);
}
