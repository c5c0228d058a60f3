import type { OpenSlot } from '../store/digest-contract.ts';
import { planOf } from './plan.ts';
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

/** Slots worked on at a time; more than that would wait for the platform's limits anyway. */
const AT_ONCE = 64;
/** Digests that are looked at, and slots that are queued, in one go. */
const BATCH = 256;

export function createDelivery(ports: DeliveryPorts): Delivery {
  const inHand = new Set<string>();
  return {
    tick: async () => {
      await plan(ports);
      const queue = queueOf(ports, inHand);
      const workers = Math.max(0, AT_ONCE - inHand.size);
      await Promise.all(Array.from({ length: workers }, () => worker(ports, queue)));
    },
  };
}

async function plan({ digests, now, catchUpMs }: DeliveryPorts): Promise<void> {
  const nowMs = now();
  for (const due of await digests.due(nowMs, BATCH)) await digests.follow(due, planOf(due, nowMs, catchUpMs), nowMs);
}

const keyOf = ({ digestId, slotMs }: OpenSlot): string => `${digestId} ${slotMs}`;

/** Open slots, each once in each of its states. */
interface Queue {
  /** Takes one in hand; null: there is none. */
  readonly next: () => Promise<OpenSlot | null>;
  readonly done: (slot: OpenSlot) => void;
}

function queueOf({ digests, now }: DeliveryPorts, inHand: Set<string>): Queue {
  const given = new Set<string>();
  let waiting: readonly OpenSlot[] = [];
  // What was done may have brought a slot to its next state.
  let mayBeMore = true;
  let asking: Promise<void> | null = null;
  const ask = async (): Promise<void> => {
    mayBeMore = false;
    waiting = await digests.open(now(), BATCH);
    asking = null;
  };
  const isFree = (slot: OpenSlot): boolean => !inHand.has(keyOf(slot)) && !given.has(`${keyOf(slot)} ${slot.state}`);
  return {
    next: async () => {
      if (waiting.length === 0 && (mayBeMore || asking)) {
        asking ??= ask();
        await asking;
      }
      const [slot = null, ...rest] = waiting.filter(isFree);
      waiting = rest;
      if (slot === null) return null;
      inHand.add(keyOf(slot));
      given.add(`${keyOf(slot)} ${slot.state}`);
      return slot;
    },
    done: (slot) => {
      inHand.delete(keyOf(slot));
      mayBeMore = true;
    },
  };
}

async function worker(ports: DeliveryPorts, { next, done }: Queue): Promise<void> {
  for (let slot = await next(); slot !== null; slot = await next()) {
    await work(ports, slot).catch(ports.report);
    done(slot);
  }
}
