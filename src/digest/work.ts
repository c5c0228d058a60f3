import type { Digest } from '../domain/digest.ts';
import type { Notice, Refusal } from '../domain/digest-notice.ts';
import type { DigestContent, Told } from '../domain/outbox.ts';
import type { DigestStore, HeldSlot, OpenSlot, Progress, Step } from '../store/digest-contract.ts';
import { type DigestChannel, markOf, type Outgoing, SEND_WITHIN_MS } from './channel.ts';
import { type Tell, tellOnce } from './notice.ts';
import { vetoMs } from './plan.ts';
import { slotsBetween } from './slots.ts';

/** What has been put together for a digest. */
export type Composed =
  | { readonly kind: 'content'; readonly content: DigestContent }
  /** There is nothing new, and the digest is silent then. */
  | { readonly kind: 'nothing'; readonly told: Told }
  | { readonly kind: 'no-subject'; readonly query: string };

export interface WorkPorts {
  readonly digests: DigestStore;
  readonly channel: DigestChannel;
  /** Reads only. */
  readonly compose: (digest: Digest, progress: Progress, nowMs: number, slotMs: number) => Promise<Composed>;
  /** What is left of a digest when it is sent: without the lines of these events, and without what was found wrong since; null: no line. */
  readonly finish: (
    digest: Digest,
    content: DigestContent,
    dropped: readonly string[],
  ) => Promise<DigestContent | null>;
  readonly tell: Tell;
  /** Unix ms. */
  readonly now: () => number;
  /** Names this process among all that work on the store. */
  readonly owner: string;
  /** How old a slot may be when its digest is sent, in ms. */
  readonly catchUpMs: number;
}

/** Whoever has not taken the next step within this time is taken for dead. */
const LEASE_MS = 60_000;
/** How long after an attempt without an answer the channel is looked at: what is under way has arrived by then, or never will. */
const LOOK_AFTER_MS = SEND_WITHIN_MS + 10_000;
/** How long a refusal stands before it is tried again. */
const REFUSED_MS = 15 * 60_000;
/** How far the platform's clock may be from ours. */
const CLOCKS_APART_MS = 10 * 60_000;

/** Takes the next steps with an open slot, unless somebody else has it. */
export async function work(ports: WorkPorts, slot: OpenSlot): Promise<void> {
  const nowMs = ports.now();
  const held = await ports.digests.hold(slot, { owner: ports.owner, untilMs: nowMs + LEASE_MS }, nowMs);
  if (!held) return;
  if (held.state === 'claimed') return compose(ports, held);
  // What may have arrived is looked for before it is sent again, also where a later attempt surely failed.
  return held.sendingAtMs === null ? send(ports, held) : settle(ports, held, held.sendingAtMs);
}

const step = (ports: WorkPorts, slot: OpenSlot, one: Step): Promise<boolean> =>
  ports.digests.step(slot, ports.owner, one, ports.now());

async function compose(ports: WorkPorts, held: HeldSlot): Promise<void> {
  await tellAgain(ports, held);
  const composed = await ports.compose(held.digest, held.progress, ports.now(), held.slotMs);
  if (composed.kind === 'no-subject') await tell(ports, held, composed);
  await step(ports, held, composedStep(composed, held, ports.now()));
}

function composedStep(composed: Composed, { digest, slotMs }: HeldSlot, nowMs: number): Step {
  switch (composed.kind) {
    case 'content':
      return { kind: 'composed', content: composed.content, ...reviewOf(digest, slotMs, nowMs) };
    case 'nothing':
      return { kind: 'skipped', reason: 'nothing-new', told: composed.told };
    case 'no-subject':
      return { kind: 'skipped', reason: 'no-subject', told: null };
  }
}

/** Moderators have their time, be it that the digest comes late by it. What they themselves have sent at once is no slot of the timetable. */
function reviewOf(digest: Digest, slotMs: number, nowMs: number) {
  const { vetoMinutes, timetable } = digest;
  const isPlanned = slotsBetween(timetable, slotMs - 1, slotMs).length > 0;
  if (vetoMinutes === null || !isPlanned) return {};
  return { review: { notBeforeMs: Math.max(slotMs, nowMs + vetoMs(digest)) } };
}

/** @param there messages of it that have arrived: what is missing beside them is sent */
async function send(ports: WorkPorts, held: HeldSlot, there: readonly string[] = []): Promise<void> {
  if (there.length === 0 && isLate(ports, held))
    return void (await step(ports, held, { kind: 'skipped', reason: 'late', told: null }));
  const content = await finished(ports, held);
  if (content === null) return;
  const untilMs = ports.now() + LEASE_MS;
  const isMine = await step(ports, held, { kind: 'sending', untilMs, ...(content !== held.content && { content }) });
  if (!isMine) return;
  const outgoing = outgoingOf(held, content, there);
  const outcome = await ports.channel.send(outgoing);
  const nowMs = ports.now();
  switch (outcome.kind) {
    case 'sent':
      if (outcome.noRole) await tell(ports, held, { kind: 'no-role', roleId: outcome.noRole });
      return arrived(ports, held, outgoing, outcome.messageIds, outcome.refused ?? null);
    case 'later':
      return again(ports, held, nowMs + outcome.afterMs);
    case 'refused':
      await tell(ports, held, outcome);
      return again(ports, held, nowMs + REFUSED_MS);
    case 'unknown':
      return void (await step(ports, held, { kind: 'look-again', notBeforeMs: nowMs + LOOK_AFTER_MS }));
  }
}

const outgoingOf = (held: HeldSlot, content: DigestContent, there: readonly string[]): Outgoing => {
  const { digest, slotMs, channelId } = held;
  return { digest, slotMs, content, channelId, mark: markOf(held), there };
};

function contentOf({ content, digestId, slotMs }: HeldSlot): DigestContent {
  if (content === null) throw new TypeError(`nothing was put together for ${digestId} at ${slotMs}`);
  return content;
}

/** What is to be sent, the same at each attempt; null: moderators took out all there was, and it is closed. */
async function finished(ports: WorkPorts, held: HeldSlot): Promise<DigestContent | null> {
  const { digest, dropped, attempts } = held;
  const content = contentOf(held);
  if (attempts > 0) return content;
  const left = await ports.finish(digest, content, dropped);
  if (left === null) await step(ports, held, { kind: 'skipped', reason: 'dropped', told: null });
  return left;
}

/** Of what did not arrive moderators are told, and the next digest tells it. @param why it did not; null: it was too late for it */
async function arrived(
  ports: WorkPorts,
  held: HeldSlot,
  outgoing: Outgoing,
  messageIds: readonly string[],
  why: Refusal | null,
): Promise<void> {
  const missing = ports.channel.eventsAfter(outgoing, messageIds.length);
  if (missing.length === 0) return void (await step(ports, held, { kind: 'sent', messageIds }));
  const notice: Notice = { kind: 'partly', slotMs: held.slotMs, events: missing.length, why };
  const isTold = await ports.tell(held.digest, notice);
  await step(ports, held, { kind: 'sent', messageIds, missing });
  if (!isTold) await ports.digests.noteTrouble(held.digestId, { notice, isTold });
}

async function again(ports: WorkPorts, held: HeldSlot, notBeforeMs: number): Promise<void> {
  await step(ports, held, { kind: 'again', notBeforeMs, sendingAtMs: held.sendingAtMs });
}

/** Looks whether it has arrived. What has not is sent, be it a part of it; what cannot be looked for is not. */
async function settle(ports: WorkPorts, held: HeldSlot, sendingAtMs: number): Promise<void> {
  const found = await ports.channel.findOwn(held.channelId, markOf(held), sendingAtMs - CLOCKS_APART_MS);
  switch (found.kind) {
    case 'found':
      if (isLate(ports, held))
        return arrived(ports, held, outgoingOf(held, contentOf(held), []), found.messageIds, null);
      return send(ports, held, found.messageIds);
    case 'absent':
      return send(ports, held);
    case 'unreadable':
      return giveUp(ports, held);
    case 'later':
      if (isLate(ports, held)) return giveUp(ports, held);
      return void (await step(ports, held, { kind: 'look-again', notBeforeMs: ports.now() + found.afterMs }));
  }
}

async function giveUp(ports: WorkPorts, held: HeldSlot): Promise<void> {
  await tell(ports, held, { kind: 'undecided', slotMs: held.slotMs });
  await step(ports, held, { kind: 'undecided' });
}

const isLate = ({ now, catchUpMs }: WorkPorts, { slotMs }: HeldSlot): boolean => now() - slotMs >= catchUpMs;

/** What nobody could be told yet is told when the next one is begun. */
async function tellAgain(ports: WorkPorts, held: HeldSlot): Promise<void> {
  const { trouble } = held.progress;
  if (trouble !== null && !trouble.isTold) await tell(ports, held, trouble.notice);
}

const tell = (ports: WorkPorts, held: HeldSlot, notice: Notice): Promise<void> =>
  tellOnce(ports.tell, (trouble) => ports.digests.noteTrouble(held.digestId, trouble), held, notice);
