/** What becomes of a request instead of its answer. */
export type How =
  /** Refused with this status, and with this code of Discord's own (0 when not said); nothing is done. 401 answers as for a wrong token. */
  | { readonly status: number; readonly code?: number }
  /** 429 with its headers; nothing is done. */
  | { readonly retryAfterMs: number; readonly global?: boolean }
  /** Nothing is done and nothing answered: the client's own time-out ends it. */
  | 'never'
  /** Nothing is done; the connection is reset (the client sees ECONNRESET). */
  | 'reset'
  /** Nothing is done; the connection is closed in order, without an answer. */
  | 'close'
  /** Done, but the answer is lost: the connection is reset. */
  | 'lost'
  /** Done, but the answer is lost: the connection is closed in order. */
  | 'lost-close'
  /** Done and answered, this much later. */
  | { readonly delayMs: number };

export interface Fault {
  readonly method: string;
  /** A route as `routes.ts` spells it, such as `/interactions/:id/:token/callback`. */
  readonly route: string;
  /** How many requests it meets; 1 when not said. */
  readonly times?: number;
  readonly how: How;
}

export interface Faults {
  readonly add: (fault: Fault) => void;
  /** What meets this request, oldest fault first; uses it up. */
  readonly take: (method: string, route: string) => How | null;
  /** Forgets those that are left. */
  readonly clear: () => void;
}

export function createFaults(): Faults {
  const pending: { readonly method: string; readonly route: string; readonly how: How; left: number }[] = [];
  return {
    add: ({ method, route, times = 1, how }) => {
      pending.push({ method, route, how, left: times });
    },
    take: (method, route) => {
      const met = pending.find((each) => each.left > 0 && each.method === method && each.route === route);
      if (!met) return null;
      met.left -= 1;
      return met.how;
    },
    clear: () => {
      pending.length = 0;
    },
  };
}
