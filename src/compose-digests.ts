import { lostQueries } from './compose-digest.ts';
import type { Digests } from './digests/contract.ts';
import { createDigests } from './digests/digests.ts';
import type { DigestPorts } from './digests/ports.ts';
import { GuildSettings } from './domain/settings.ts';
import { newId } from './new-id.ts';
import type { Ports } from './ports.ts';

/** Puts together what moderators do with digests. */
export const composeDigests = (
  ports: Ports,
  parts: Pick<DigestPorts, 'store' | 'reviews' | 'channels' | 'compose'>,
): Digests =>
  createDigests({
    ...parts,
    lost: (digest, nowMs) => lostQueries(ports, digest, nowMs),
    settings: async (guildId) => GuildSettings.parse((await ports.settings.get(guildId)) ?? {}),
    newId,
    report: ports.report,
  });
