import type { ChannelFacts, ChannelRight, LookAtChannel } from '../../src/domain/channel-facts.ts';

const ALL: readonly ChannelRight[] = [
  'view',
  'send',
  'attach',
  'history',
  'create-threads',
  'send-in-threads',
  'mention-roles',
];

/** A text channel in which everything is allowed, in a server with one role. */
export const someChannel = (guildId: string, change: Partial<ChannelFacts> = {}): ChannelFacts => ({
  guildId,
  name: 'news',
  kind: 'text',
  rights: new Set(ALL),
  roles: new Map([['60001', { mentionable: true }]]),
  ...change,
});

/** All rights but these. */
export const without = (...rights: readonly ChannelRight[]): ReadonlySet<ChannelRight> =>
  new Set(ALL.filter((right) => !rights.includes(right)));

/** A platform with channels that come and go. */
export function someChannels() {
  const there = new Map<string, ChannelFacts>();
  const look: LookAtChannel = async (channelId) => there.get(channelId) ?? null;
  return { look, there };
}
