import type { ItemOutcome, QueuedItem } from '../store/source-contract.ts';
import { bringItem, putOffItem } from './bring-item.ts';
import { type Polled, pollFeed, putOffFeed } from './poll.ts';
import type { SourcePorts } from './ports.ts';
import { inRounds } from './rounds.ts';

/** Feeds that are asked, parsed and noted at once; how many hosts are asked at once is for the fetching to say. */
const FEEDS_AT_ONCE = 16;
/** Items that are read at once: their pages come from several hosts while one text is read for claims. */
const ITEMS_AT_ONCE = 4;

/** How often what came of feeds and of items, and failures of our own, since the start. */
export type ReadingCounts = Readonly<Record<Polled['kind'] | ItemOutcome['kind'] | 'fault', number>>;

/** Reads what the sources bring. Both steps bear being called late, twice or not at all. */
export interface SourceReading {
  /** Reads the feeds whose time has come, until there is none. */
  readonly poll: () => Promise<void>;
  /** Brings the articles of the items that wait, until there is none; while feeds are being read, some of them. */
  readonly bring: () => Promise<void>;
  readonly counts: () => ReadingCounts;
  /** Begins nothing new. @returns when nothing is under way any more */
  readonly stop: () => Promise<void>;
}

export function createSourceReading(ports: SourcePorts): SourceReading {
  const counts = { read: 0, unchanged: 0, failed: 0, 'put-off': 0, stored: 0, aside: 0, again: 0, fault: 0 };
  const underWay = new Set<Promise<void>>();
  let isStopped = false;
  const counted = counting(counts, ports, () => isStopped);
  const tracked = (rounds: Promise<void>): Promise<void> => {
    const done = rounds.finally(() => underWay.delete(done));
    underWay.add(done);
    return done;
  };
  let polls = 0;
  const poll = async (): Promise<void> => {
    polls += 1;
    await pollAll(ports, counted, () => !isStopped).finally(() => {
      polls -= 1;
    });
  };
  // Feeds go first, yet of many one is always due: each call brings a round at least.
  const bring = async (): Promise<void> => {
    let isBegun = false;
    await bringAll(ports, counted, () => {
      const goesOn = !isStopped && (!isBegun || polls === 0);
      isBegun = true;
      return goesOn;
    });
  };
  return {
    poll: () => tracked(poll()),
    bring: () => tracked(bring()),
    counts: () => ({ ...counts }),
    stop: async () => {
      isStopped = true;
      await Promise.allSettled([...underWay]);
    },
  };
}

/** A fault of ours in one feed or item must not keep the others from being read; what a stop interrupts is still due, or still queued. */
const counting =
  (counts: Record<keyof ReadingCounts, number>, ports: SourcePorts, isStopped: () => boolean): Counted =>
  async (where, step, putOff) => {
    if (isStopped()) return false;
    try {
      const { kind } = await step();
      counts[kind] += 1;
      return kind !== 'put-off';
    } catch (error) {
      if (isStopped()) return false;
      counts.fault += 1;
      ports.report(error, where);
      await putOff().catch((another: unknown) => ports.report(another, where));
      return false;
    }
  };

/**
 * Does one step and counts what came of it.
 * @param putOff has it done later again after a fault of ours: it must not be repeated at every tick, nor keep what is behind it waiting
 * @returns whether what it was for waits no more
 */
type Counted = (
  where: string,
  step: () => Promise<{ readonly kind: keyof ReadingCounts }>,
  putOff: () => Promise<unknown>,
) => Promise<boolean>;

const pollAll = (ports: SourcePorts, counted: Counted, goesOn: () => boolean): Promise<void> =>
  inRounds({
    take: (atMost) => ports.store.due(ports.now(), atMost),
    nameOf: ({ url }) => url,
    step: (feed) =>
      counted(
        `reading a feed of ${hostOf(feed.url)}`,
        () => pollFeed(feed, ports),
        () => putOffFeed(feed, ports),
      ),
    atOnce: FEEDS_AT_ONCE,
    goesOn,
  });

const bringAll = (ports: SourcePorts, counted: Counted, goesOn: () => boolean): Promise<void> =>
  inRounds({
    take: (atMost) => ports.store.queued(ports.now(), atMost),
    nameOf: nameOfItem,
    step: (item) =>
      counted(
        `reading an item of ${hostOf(item.feed)}`,
        () => bringItem(item, ports),
        () => putOffItem(item, ports),
      ),
    atOnce: ITEMS_AT_ONCE,
    goesOn,
  });

/** The log gets no more of an address, which may hold a secret. */
const hostOf = (url: string): string => URL.parse(url)?.hostname ?? '';

const nameOfItem = ({ feed, item }: QueuedItem): string => `${feed} ${item.key}`;
