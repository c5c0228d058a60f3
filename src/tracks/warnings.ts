import { looked } from '../digests/warnings.ts';
import { missingRights, WAYS_INTO } from '../domain/channel-facts.ts';
import type { Track } from '../domain/track.ts';
import type { TrackWarning } from '../domain/track-view.ts';
import type { TrackPorts } from './ports.ts';

/** What keeps alerts from coming as they were asked for. */
export async function warningsOf(track: Track, nowMs: number, ports: TrackPorts): Promise<readonly TrackWarning[]> {
  const isLost = await ports.isLost(track, nowMs);
  return [...(await channelWarnings(track, ports)), ...(isLost ? [{ kind: 'lost' } as const] : [])];
}

/** Those of its channel. Whether a member takes direct messages is known when one is sent. */
export async function channelWarnings({ to }: Track, ports: TrackPorts): Promise<readonly TrackWarning[]> {
  if (to.kind === 'member') return ports.channels.areThere() ? [] : [{ kind: 'unchecked' }];
  const channel = await looked(to.guildId, to.channelId, ports);
  if (channel.kind !== 'seen') return [{ kind: channel.kind }];
  const { facts } = channel;
  const rights = missingRights(facts, { how: 'message', pictures: false, roleId: to.roleId });
  return [
    ...(WAYS_INTO[facts.kind].includes('message') ? [] : [{ kind: 'unfit' } as const]),
    ...(rights.length > 0 ? [{ kind: 'no-right', rights } as const] : []),
    ...(to.roleId !== null && !facts.roles.has(to.roleId) ? [{ kind: 'no-role' } as const] : []),
  ];
}
