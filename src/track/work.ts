import { SEND_WITHIN_MS } from '../digest/channel.ts';
import type { TrackNotice } from '../domain/alert.ts';
import { DAY_MS } from '../domain/period.ts';
import type { Track } from '../domain/track.ts';
import type { AlertStep, HeldAlert, OpenAlert, TrackStore } from '../store/track-contract.ts';
import { type AlertChannel, type AlertMessage, alertMark } from './channel.ts';
import { quietUntil } from './quiet.ts';

export interface AlertPorts {
  readonly tracks: Pick<TrackStore, 'hold' | 'step' | 'replace' | 'noteTrouble'>;
  readonly channel: AlertChannel;
  /** Tells whoever looks after the track. Does not reject. */
  readonly tell: (track: Track, notice: TrackNotice) => Promise<void>;
  /** Unix ms. */
  readonly now: () => number;
  /** Names this process among all that work on the store. */
  readonly owner: string;
}

/** Whoever has not taken the next step within this time is taken for dead. */
const LEASE_MS = 60_000;
/** How long after an attempt without an answer it is looked for: what is under way has arrived by then, or never will. */
const LOOK_AFTER_MS = SEND_WITHIN_MS + 10_000;
/** How long a refusal stands before it is tried again. */
const REFUSED_MS = 15 * 60_000;
/** No wait is longer: the store takes what is over an hour away for the mistake of a clock. */
const WAIT_AT_MOST_MS = 30 * 60_000;
/** How far the platform's clock may be from ours. */
const CLOCKS_APART_MS = 10 * 60_000;
/** What could not be sent for so long is news no more. */
const LATE_MS = DAY_MS;
/** How long an edit that is refused is tried. */
const EDITED_WITHIN_MS = 3 * DAY_MS;

/** Takes the next steps with an open alert, unless somebody else has it. */
export async function workAlert(ports: AlertPorts, open: OpenAlert): Promise<void> {
  const nowMs = ports.now();
  const held = await ports.tracks.hold(open, { owner: ports.owner, untilMs: nowMs + LEASE_MS }, nowMs);
  if (held === null) return;
  if (held.state === 'outdated' && held.message !== null) return edit(ports, held, held.message);
  // What may have arrived is looked for before it is sent again, also where a later attempt surely failed.
  return held.sendingAtMs === null ? send(ports, held) : settle(ports, held, held.sendingAtMs);
}

const step = (ports: AlertPorts, { alert }: OpenAlert, one: AlertStep): Promise<boolean> =>
  ports.tracks.step(alert, ports.owner, one, ports.now());

const outgoing = ({ track, content, alert }: HeldAlert, edits: number) => {
  return { track, content, mark: alertMark(track.id, alert), edits };
};

async function send(ports: AlertPorts, held: HeldAlert): Promise<void> {
  const nowMs = ports.now();
  if (held.track.state !== 'active') return void (await step(ports, held, { kind: 'closed', as: 'late' }));
  if (nowMs - held.madeAtMs >= LATE_MS) return close(ports, held, 'late');
  const untilMs = quietUntil(held.track, nowMs);
  if (untilMs !== null) return again(ports, held, Math.min(untilMs, nowMs + WAIT_AT_MOST_MS));
  if (!(await step(ports, held, { kind: 'sending', untilMs: nowMs + LEASE_MS }))) return;
  const outcome = await ports.channel.send(outgoing(held, 0));
  switch (outcome.kind) {
    case 'sent':
      return arrived(ports, held, outcome);
    case 'later':
      return again(ports, held, ports.now() + Math.min(outcome.afterMs, WAIT_AT_MOST_MS));
    case 'refused':
      if (outcome.why === 'direct-closed') return shut(ports, held);
      await tellOnce(ports, held, outcome);
      return again(ports, held, ports.now() + REFUSED_MS);
    case 'unknown':
      return void (await step(ports, held, { kind: 'wait', notBeforeMs: ports.now() + LOOK_AFTER_MS }));
  }
}

async function again(ports: AlertPorts, held: HeldAlert, notBeforeMs: number): Promise<void> {
  await step(ports, held, { kind: 'again', notBeforeMs, sendingAtMs: held.sendingAtMs });
}

async function arrived(ports: AlertPorts, held: HeldAlert, { channelId, messageId }: AlertMessage): Promise<void> {
  await step(ports, held, { kind: 'sent', channelId, messageId });
}

/** The member takes no direct messages: they are told so when they look at their tracks. */
async function shut(ports: AlertPorts, held: HeldAlert): Promise<void> {
  await step(ports, held, { kind: 'closed', as: 'late' });
  await ports.tracks.replace({ ...held.track, state: 'closed' });
}

/** Looks whether it has arrived. What has not is sent; what cannot be looked for is not. */
async function settle(ports: AlertPorts, held: HeldAlert, sendingAtMs: number): Promise<void> {
  const found = await ports.channel.findOwn(outgoing(held, 0), sendingAtMs - CLOCKS_APART_MS);
  switch (found.kind) {
    case 'found':
      return arrived(ports, held, found);
    case 'absent':
      return send(ports, held);
    case 'unreadable':
      return close(ports, held, 'undecided');
    case 'later':
      if (ports.now() - held.madeAtMs >= LATE_MS) return close(ports, held, 'undecided');
      return wait(ports, held, found.afterMs);
  }
}

const wait = async (ports: AlertPorts, held: HeldAlert, forMs: number): Promise<void> =>
  void (await step(ports, held, { kind: 'wait', notBeforeMs: ports.now() + Math.min(forMs, WAIT_AT_MOST_MS) }));

async function close(ports: AlertPorts, held: HeldAlert, as: 'undecided' | 'late'): Promise<void> {
  await tellOnce(ports, held, { kind: as, madeAtMs: held.madeAtMs });
  await step(ports, held, { kind: 'closed', as });
}

/** The same edit twice changes nothing, so it is repeated until there is an answer. */
async function edit(ports: AlertPorts, held: HeldAlert, message: AlertMessage): Promise<void> {
  const outcome = await ports.channel.edit(outgoing(held, held.edits + 1), message);
  switch (outcome.kind) {
    case 'edited':
      return void (await step(ports, held, { kind: 'edited', version: held.version }));
    case 'gone':
      return void (await step(ports, held, { kind: 'closed', as: 'gone' }));
    case 'later':
      return wait(ports, held, outcome.afterMs);
    case 'refused':
      if (ports.now() - held.madeAtMs >= EDITED_WITHIN_MS)
        return void (await step(ports, held, { kind: 'closed', as: 'gone' }));
      await tellOnce(ports, held, outcome);
      return wait(ports, held, REFUSED_MS);
    case 'unknown':
      return wait(ports, held, LOOK_AFTER_MS);
  }
}

/** Once for each trouble, until an alert of the track is delivered; twice if the process dies in between. */
async function tellOnce(ports: AlertPorts, { track, trouble }: HeldAlert, notice: TrackNotice): Promise<void> {
  const key = Object.values(notice).join(' ');
  if (trouble === key) return;
  await ports.tell(track, notice);
  await ports.tracks.noteTrouble(track.id, key);
}
