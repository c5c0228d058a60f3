/** Lets so many at once, the others in the order in which they came, urgent ones first. */
export interface Turns {
  /** @returns what gives the turn back; `busy` where too many wait, `aborted` where the signal came first */
  readonly take: (isUrgent: boolean, signal: AbortSignal) => Promise<(() => void) | 'busy' | 'aborted'>;
}

type Begin = () => void;

/** @param mostWaiting who comes when so many wait is turned away */
export function createTurns(atOnce: number, mostWaiting: number): Turns {
  const waiting: { readonly urgent: Begin[]; readonly usual: Begin[] } = { urgent: [], usual: [] };
  let running = 0;
  // A turn that is given back goes to the next at once: nobody comes in between.
  const release = (): void => {
    const next = waiting.urgent.shift() ?? waiting.usual.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  return {
    take: async (isUrgent, signal) => {
      if (signal.aborted) return 'aborted';
      if (running < atOnce) {
        running += 1;
        return release;
      }
      const line = isUrgent ? waiting.urgent : waiting.usual;
      if (line.length >= mostWaiting) return 'busy';
      return (await waitIn(line, signal)) ? release : 'aborted';
    },
  };
}

/** @returns whether the turn came before the signal */
function waitIn(line: Begin[], signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const leave = (): void => {
      line.splice(line.indexOf(begin), 1);
      resolve(false);
    };
    const begin = (): void => {
      signal.removeEventListener('abort', leave);
      resolve(true);
    };
    line.push(begin);
    signal.addEventListener('abort', leave, { once: true });
  });
}
