import { OPERATOR } from '../domain/scope.ts';
import type { ReadingCounts } from '../sources/reading.ts';
import type { ClaimStore } from '../store/contract.ts';
import type { PrintedStore } from '../store/printed-contract.ts';
import type { SourceStore } from '../store/source-contract.ts';
import type { Measure } from './exposition.ts';

/** What is measured of a running Sitrep. */
export interface Measured {
  readonly claims: Pick<ClaimStore, 'status'>;
  readonly sources: Pick<SourceStore, 'queueLength' | 'nextDueAtMs'>;
  readonly printed: Pick<PrintedStore, 'counts'>;
  readonly counts: () => ReadingCounts;
  readonly startedAtMs: number;
  readonly version: string;
}

export async function measuresOf({
  claims,
  sources,
  printed,
  counts,
  startedAtMs,
  version,
}: Measured): Promise<readonly Measure[]> {
  const { read, unchanged, failed, 'put-off': putOff, stored, aside, again, fault } = counts();
  const { messages, waiting } = await printed.counts();
  const [{ articles }, queued, nextDueAtMs] = [
    await claims.status(OPERATOR),
    await sources.queueLength(),
    await sources.nextDueAtMs(),
  ];
  return [
    gauge('sitrep_info', 'The version that runs.', 1, { version }),
    gauge('sitrep_start_time_seconds', 'When it started, Unix time.', startedAtMs / 1_000),
    gauge('sitrep_resident_memory_bytes', 'Resident memory of the process.', process.memoryUsage.rss()),
    counter('sitrep_feed_readings_total', 'Readings of feeds since the start, by what came of them.', {
      ...{ read, unchanged, failed },
      put_off: putOff,
    }),
    counter('sitrep_items_total', 'Items of feeds since the start, by what came of them.', { stored, aside, again }),
    counter('sitrep_faults_total', 'Failures of our own in reading feeds and items since the start.', {
      reading: fault,
    }),
    gauge('sitrep_items_waiting', 'Items of feeds that are still to be read.', queued),
    ...(nextDueAtMs === null
      ? []
      : [gauge('sitrep_next_reading_time_seconds', 'When the next feed is due, Unix time.', nextDueAtMs / 1_000)]),
    gauge('sitrep_printed_messages', 'Messages in channels that corrections can still reach.', messages),
    gauge('sitrep_printed_messages_waiting', 'Messages that do not show the corrections of their lines yet.', waiting),
    gauge('sitrep_articles', 'Articles that every server sees.', articles),
  ];
}

const gauge = (name: string, help: string, value: number, labels: Readonly<Record<string, string>> = {}): Measure => ({
  ...{ name, help, type: 'gauge' },
  samples: [{ value, labels }],
});

const counter = (name: string, help: string, byResult: Readonly<Record<string, number>>): Measure => ({
  ...{ name, help, type: 'counter' },
  samples: Object.entries(byResult).map(([result, value]) => ({ value, labels: { result } })),
});
