import { randomUUID } from 'node:crypto';
import { setImmediate as soon } from 'node:timers/promises';
import { planTrack } from './compose-alert.ts';
import { BATCH, createWorkers } from './digest/queue.ts';
import type { Brief } from './domain/brief.ts';
import { followTracks } from './follow-tracks.ts';
import type { Ports } from './ports.ts';
import type { TrackStore } from './store/track-contract.ts';
import { type AlertPorts, workAlert } from './track/work.ts';
import { type UntilStopped, untilStopped } from './until-stopped.ts';

interface DeliverPorts extends Pick<AlertPorts, 'channel' | 'tell' | 'now'> {
  readonly ports: Ports;
  readonly tracks: TrackStore;
  /** Keeps what a message was made of, so that its buttons work. */
  readonly keep: (brief: Brief) => void;
  readonly report: (error: unknown) => void;
}

/** Follows what tracks are about and brings their alerts for as long as the process runs; to be ticked every few seconds. */
export function deliverAlerts(given: DeliverPorts): UntilStopped {
  const running = untilStopped(
    alertRounds(given, () => running.isStopping()),
    given.report,
  );
  return running;
}

/** What is done at each tick: what is new is gone through, and what is to be sent or edited is. */
export function alertRounds(given: DeliverPorts, isStopping: () => boolean): readonly (() => Promise<void>)[] {
  const { tracks, now, report } = given;
  const owner = randomUUID();
  const workers = createWorkers({
    open: async (atMost) => (isStopping() ? [] : tracks.open(now(), atMost)),
    keyOf: ({ alert }) => String(alert),
    work: (open) => workAlert({ ...given, owner }, open),
    report,
  });
  return [oneAtATime(() => look(given, isStopping)), workers];
}

/** What is still going on is not begun again. */
function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let isUnderWay = false;
  return async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    await run().finally(() => {
      isUnderWay = false;
    });
  };
}

async function look({ ports, tracks, keep, now, report }: DeliverPorts, isStopping: () => boolean): Promise<void> {
  await followTracks({ ports, tracks, now });
  for (const due of await tracks.due(now(), BATCH)) {
    if (isStopping()) return;
    await plan({ ports, tracks, keep, now }, due).catch(report);
    await soon();
  }
}

async function plan(
  { ports, tracks, keep, now }: Pick<DeliverPorts, 'ports' | 'tracks' | 'keep' | 'now'>,
  due: Parameters<TrackStore['plan']>[0],
): Promise<void> {
  const planned = await planTrack(ports, due, now());
  for (const { brief } of [planned.alert, ...planned.edits.map(({ content }) => content)].filter((one) => one !== null))
    keep(brief);
  await tracks.plan(due, planned, now());
}
