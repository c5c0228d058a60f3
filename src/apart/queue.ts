/** What is told by whoever does work apart: that all it needs is loaded, then an answer to each request, parsed by who asked. */
export type Message =
  | { readonly ready: true }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: unknown };

/** A thread or process that does one piece of work after another. */
export interface Hand {
  readonly post: (request: object) => void;
  /** Whether the process has to live on for it. */
  readonly hold: (isNeeded: boolean) => void;
  readonly end: () => Promise<void>;
}

/** What a hand tells; `lost` when it ended without having been told to. */
export interface Ears {
  readonly hear: (message: Message) => void;
  readonly lost: (kind: 'too-heavy' | 'broken', cause: unknown) => void;
}

export interface Pace {
  /** What says in an error who has ended. */
  readonly name: string;
  /** It ends when it was not asked for so long, and starts again when it is; absent: it stays. */
  readonly idleMs?: number;
  /** How long one request may take, its start left out; absent: as long as it likes. */
  readonly deadlineMs?: number;
}

export interface Apart {
  /**
   * Resolves with the answer. Rejects with what was thrown over the request, or with `Ended`.
   * @param request what can be cloned; copied when its turn comes
   * @param isUrgent whether it goes before all that are not
   */
  readonly ask: (request: object, isUrgent?: boolean) => Promise<unknown>;
  /** Ends the work and fails whatever waits for it, now and later. */
  readonly close: () => Promise<void>;
}

/** What work came to that did not come to an end: over time, memory, something else, or since nobody wants it any more. */
export class Ended extends Error {
  override readonly name = 'Ended';
  readonly kind: 'too-slow' | 'too-heavy' | 'broken' | 'closed';
  constructor(kind: Ended['kind'], who: string, cause?: unknown) {
    super(`${who} ended: ${kind}`, { cause });
    this.kind = kind;
  }
}

interface Job {
  readonly request: object;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface State {
  readonly start: (ears: Ears) => Hand;
  readonly pace: Pace;
  readonly urgent: Job[];
  readonly usual: Job[];
  hand: Hand | undefined;
  isReady: boolean;
  isClosed: boolean;
  /** One at a time, so that whatever ends the hand is known to be the culprit. */
  current: Job | undefined;
  asked: number;
  deadline: NodeJS.Timeout | undefined;
  idle: NodeJS.Timeout | undefined;
}

/**
 * Work for a hand that starts with the first request and does not keep the process alive. It gets one request after another:
 * what ends it fails alone, and those behind are put to another hand.
 */
export function createQueue(start: State['start'], pace: Pace): Apart {
  const state: State = {
    ...{ start, pace, urgent: [], usual: [], hand: undefined, isReady: false, isClosed: false },
    ...{ current: undefined, asked: 0, deadline: undefined, idle: undefined },
  };
  return {
    ask: (request, isUrgent = false) =>
      new Promise((resolve, reject) => {
        if (state.isClosed) return reject(new Ended('closed', pace.name));
        (isUrgent ? state.urgent : state.usual).push({ request, resolve, reject });
        takeNext(state);
      }),
    close: async () => {
      state.isClosed = true;
      const waiting = [state.current, ...state.urgent.splice(0), ...state.usual.splice(0)];
      const ended = end(state);
      for (const job of waiting) job?.reject(new Ended('closed', pace.name));
      await ended;
    },
  };
}

function takeNext(state: State): void {
  if (state.current !== undefined) return;
  const job = state.urgent.shift() ?? state.usual.shift();
  if (job === undefined) {
    rest(state);
    return;
  }
  clearTimeout(state.idle);
  state.current = job;
  state.asked += 1;
  try {
    state.hand ??= begin(state);
    state.hand.hold(true);
    state.hand.post({ ...job.request, id: state.asked });
    if (state.isReady) setDeadline(state);
  } catch (error) {
    settle(state, () => job.reject(error));
  }
}

function begin(state: State): Hand {
  state.isReady = false;
  const hand = state.start({
    hear: (message) => {
      if (state.hand === hand) hear(state, message);
    },
    lost: (kind, cause) => {
      if (state.hand === hand) drop(state, new Ended(kind, state.pace.name, cause));
    },
  });
  return hand;
}

function hear(state: State, message: Message): void {
  if ('ready' in message) {
    state.isReady = true;
    if (state.current !== undefined) setDeadline(state);
    return;
  }
  const { current } = state;
  if (message.id !== state.asked) return;
  settle(state, () => ('result' in message ? current?.resolve(message.result) : current?.reject(message.error)));
}

/** The next takes its turn before whoever waited for this one does anything. */
function settle(state: State, how: () => void): void {
  clearTimeout(state.deadline);
  state.current = undefined;
  how();
  takeNext(state);
}

/** Lets go of the hand, and of what it was at. */
function drop(state: State, why: Ended): void {
  const { current } = state;
  void end(state);
  settle(state, () => current?.reject(why));
}

function setDeadline(state: State): void {
  const { deadlineMs, name } = state.pace;
  const { current } = state;
  if (deadlineMs === undefined) return;
  const expire = (): void => {
    if (state.current === current) drop(state, new Ended('too-slow', name));
  };
  // An answer that came while this side was busy is heard before anybody is blamed, be it put off to the next turn.
  state.deadline = setTimeout(() => setImmediate(() => setImmediate(expire)), deadlineMs);
}

function rest(state: State): void {
  state.hand?.hold(false);
  clearTimeout(state.idle);
  const { idleMs } = state.pace;
  if (idleMs !== undefined) state.idle = setTimeout(() => void end(state), idleMs).unref();
}

/** Forgotten before it is gone, so that nobody asks a hand that is ending. */
async function end(state: State): Promise<void> {
  const { hand } = state;
  clearTimeout(state.deadline);
  clearTimeout(state.idle);
  state.hand = undefined;
  await hand?.end();
}
