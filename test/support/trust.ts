import type { Scope } from '../../src/domain/scope.ts';
import type { Source, Tier } from '../../src/domain/source.ts';
import { DATA_FOLDER } from '../../src/place.ts';
import type { Trust } from '../../src/ports.ts';
import { openTrust } from '../../src/trust/open-trust.ts';

/** What a data folder knows of publishers, where nobody has judged any. */
export const trustIn = (dataDir: string): Trust => openTrust(dataDir, { list: async () => [] }, async () => 0).trust;

/** Nothing is known of any publisher. */
export const NO_TRUST: Trust = { ownershipOf: () => null, tiers: async () => () => 'usual' };

/** A source as moderators have it, whose publisher they judge so. */
export const aJudged = (publisher: string, tier: Tier, over: Partial<Source> = {}): Source => ({
  ...{ id: 'abcd', kind: 'feed', url: 'https://example.org/rss', siteUrl: null, name: publisher, publisher },
  ...{ language: null, tier, state: 'active', addedBy: null, addedAtMs: 0, ...over },
});

/** What ships about publishers, with sources by server; '' is whoever runs the bot. */
export function judging(sources: () => Readonly<Record<string, readonly Source[]>>, revision = async () => 0): Trust {
  const list = async ({ guildId }: Scope): Promise<readonly Source[]> => sources()[guildId ?? ''] ?? [];
  return openTrust(DATA_FOLDER, { list }, revision).trust;
}
