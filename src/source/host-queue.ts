/** Things that wait for a host. Hosts take turns; of one host, what came first comes first. */
export interface HostQueue<T> {
  readonly add: (host: string, item: T) => void;
  /** The next thing of the host whose turn it is, which then has none until it is released; null where nothing is to be had. */
  readonly take: () => { readonly host: string; readonly item: T } | null;
  /** Gives a host turns again, behind the others. */
  readonly release: (host: string) => void;
  /** Takes all that waits out of the queue. */
  readonly drain: () => readonly T[];
  /** How many things wait. */
  readonly size: () => number;
}

export function createHostQueue<T>(): HostQueue<T> {
  // A host that is here and not in `ready` has been taken and not released.
  const waiting = new Map<string, T[]>();
  const ready: string[] = [];
  let size = 0;
  return {
    size: () => size,
    add: (host, item) => {
      size += 1;
      const others = waiting.get(host);
      if (others) others.push(item);
      else {
        waiting.set(host, [item]);
        ready.push(host);
      }
    },
    take: () => {
      const host = ready.shift() ?? '';
      const item = waiting.get(host)?.shift();
      if (item === undefined) return null;
      size -= 1;
      return { host, item };
    },
    release: (host) => {
      if (waiting.get(host)?.length) ready.push(host);
      else waiting.delete(host);
    },
    drain: () => {
      const all = [...waiting.values()].flatMap((items) => items.splice(0));
      ready.splice(0);
      size = 0;
      return all;
    },
  };
}
