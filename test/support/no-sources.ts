import type { Options } from '../../src/compose.ts';
import type { Digests } from '../../src/digests/contract.ts';
import type { Sources } from '../../src/sources/contract.ts';

/** For a test in which nobody does anything with sources. */
export const NO_SOURCES: Sources = new Proxy({} as Sources, {
  get: (_, name) => () => Promise.reject(new Error(`nobody asks for ${String(name)} of sources here`)),
});

/** For a test in which nobody does anything with digests. */
export const NO_DIGESTS: Digests = new Proxy({} as Digests, {
  get: (_, name) => () => Promise.reject(new Error(`nobody asks for ${String(name)} of digests here`)),
});

/** For a Sitrep that fetches nothing and has no moderators to tell. */
export const OFFLINE: Pick<Options, 'fetching' | 'now' | 'tell'> = {
  fetching: { allowedHosts: [], contact: null },
  now: Date.now,
  tell: async () => false,
};
