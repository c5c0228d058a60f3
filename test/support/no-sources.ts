import type { Options } from '../../src/compose.ts';
import type { Digests } from '../../src/digests/contract.ts';
import type { AppPorts } from '../../src/ports.ts';
import type { Sources } from '../../src/sources/contract.ts';
import type { Tracks } from '../../src/tracks/contract.ts';

/** For a test in which nobody does anything with sources. */
export const NO_SOURCES: Sources = new Proxy({} as Sources, {
  get: (_, name) => async () => {
    if (name === 'health') return { states: [], failing: [] };
    throw new Error(`nobody asks for ${String(name)} of sources here`);
  },
});

/** For a test in which nobody does anything with digests. */
export const NO_DIGESTS: Digests = new Proxy({} as Digests, {
  get: (_, name) => () => Promise.reject(new Error(`nobody asks for ${String(name)} of digests here`)),
});

/** For a test in which nobody has tracks. */
export const NO_TRACKS: Tracks = new Proxy({} as Tracks, {
  get: (_, name) => async () => {
    if (name === 'all' || name === 'list') return [];
    if (name === 'drop') return 0;
    throw new Error(`nobody asks for ${String(name)} of tracks here`);
  },
});

/** For a test in which nobody erases anything. */
export const NO_ERASING: AppPorts['erasing'] = {
  forgetDeeds: () => Promise.reject(new Error('nobody erases here')),
  forgetCorrections: () => Promise.reject(new Error('nobody erases here')),
  dropDigests: () => Promise.reject(new Error('nobody erases here')),
  dropPairs: () => Promise.reject(new Error('nobody erases here')),
};

/** For a Sitrep that fetches nothing and has no moderators to tell. */
export const OFFLINE: Pick<Options, 'fetching' | 'now' | 'tell'> = {
  fetching: { allowedHosts: [], contact: null },
  now: Date.now,
  tell: async () => false,
};
