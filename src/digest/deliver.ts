import { planOf } from './plan.ts';
import { BATCH, createWorkers } from './queue.ts';
import { type WorkPorts, work } from './work.ts';

export interface DeliveryPorts extends WorkPorts {
  /** Told what failed; the slot is tried again when its lease is over. */
  readonly report: (error: unknown) => void;
}

/** Brings each digest to its channel, once for each of its slots. */
export interface Delivery {
  /**
   * Does all that is due, to be called every second or so, be it before the last call has ended: what is in hand is left alone.
   * Resolves when what it began is done; rejects only where the store cannot be asked what is due.
   */
  readonly tick: () => Promise<void>;
}

export function createDelivery(ports: DeliveryPorts): Delivery {
  const workers = createWorkers({
    open: (atMost) => ports.digests.open(ports.now(), atMost),
    keyOf: ({ digestId, slotMs }) => `${digestId} ${slotMs}`,
    work: (slot) => work(ports, slot),
    report: ports.report,
  });
  return {
    tick: async () => {
      await plan(ports);
      await workers();
    },
  };
}

async function plan({ digests, now, catchUpMs }: DeliveryPorts): Promise<void> {
  const nowMs = now();
  for (const due of await digests.due(nowMs, BATCH)) await digests.follow(due, planOf(due, nowMs, catchUpMs), nowMs);
}
