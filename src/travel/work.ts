import type { Corrections } from '../domain/corrections.ts';
import type { Page } from '../domain/page.ts';
import { briefIn, type PrintedMessage, printedKeys } from '../domain/printed-message.ts';
import type { Unreachable } from '../domain/travelled.ts';
import type { CorrectionStore } from '../store/correction-contract.ts';
import type { HeldMessage, OpenMessage, PrintedStore, Settled } from '../store/printed-contract.ts';
import type { EditMessage } from './channel.ts';

export interface TravelPorts {
  readonly printed: PrintedStore;
  readonly corrections: Pick<CorrectionStore, 'since' | 'of'>;
  /** The page that a message shows, with what is corrected marked as such; null: with what was marked when it was noted. Pure. */
  readonly layOut: (message: PrintedMessage, corrections: Corrections | null) => Page;
  readonly edit: EditMessage;
  /** Told of each message that will not show what it should. */
  readonly lost: (message: PrintedMessage, why: Unreachable) => void;
  /** Unix ms. */
  readonly now: () => number;
  /** Names this process among all that work on the store. */
  readonly owner: string;
}

/** Whoever has not settled a message within this time is taken for dead. */
const LEASE_MS = 60_000;
/** How long after an edit without an answer it is tried again: at first, and at most. The store takes more than an hour for the mistake of a clock. */
const RETRY_MS = { first: 30_000, most: 30 * 60_000 } as const;

const NONE: Corrections = new Map();

/** Has a message show the corrections of its claims as they are, unless somebody else has it. */
export async function work(ports: TravelPorts, open: OpenMessage): Promise<void> {
  const nowMs = ports.now();
  const held = await ports.printed.hold(open, { owner: ports.owner, untilMs: nowMs + LEASE_MS }, nowMs);
  if (!held) return;
  const { message, isPlain } = held;
  const keys = printedKeys(briefIn(message.body));
  const page = ports.layOut(message, await ports.corrections.of({ guildId: message.guildId }, keys));
  const isPage = (other: Page): boolean => JSON.stringify(page) === JSON.stringify(other);
  const isAsNoted = isPage(ports.layOut(message, null));
  const done = { kind: isPage(ports.layOut(message, NONE)) ? 'elsewhere' : 'shown', isPlain: isAsNoted } as const;
  if (isPlain && isAsNoted) return settle(ports, held, done);
  const outcome = await ports.edit(message, page);
  switch (outcome.kind) {
    case 'done':
      return settle(ports, held, done);
    case 'unreachable':
      ports.lost(message, outcome.why);
      return settle(ports, held, outcome);
    case 'later':
      return ports.printed.again(held, ports.owner, ports.now() + Math.min(outcome.afterMs, RETRY_MS.most));
    case 'unknown':
      return ports.printed.again(held, ports.owner, ports.now() + pauseAfter(held.attempts));
  }
}

const pauseAfter = (attempts: number): number => Math.min(RETRY_MS.most, RETRY_MS.first * 2 ** (attempts - 1));

async function settle({ printed, owner }: TravelPorts, held: HeldMessage, settled: Settled): Promise<void> {
  await printed.settle(held, owner, settled);
}
