import type { Trust } from '../../src/ports.ts';
import { openTrust } from '../../src/trust/open-trust.ts';

/** What a data folder knows of publishers, where nobody has judged any. */
export const trustIn = (dataDir: string): Trust => openTrust(dataDir, { list: async () => [] }, async () => 0).trust;

/** Nothing is known of any publisher. */
export const NO_TRUST: Trust = { ownershipOf: () => null, tiers: async () => () => 'usual' };
