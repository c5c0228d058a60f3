import { PermissionFlagsBits as Bit, OverwriteType } from 'discord-api-types/v10';
import { missingAccess, missingPermissions, type Reply } from './reply.ts';
import { isThread, ORDINARY } from './wire.ts';
import type { Channel, World } from './world.ts';

/** What the bot may do in a channel: it has no role but that of everybody. */
function botRights(channel: Channel, world: World): bigint {
  if (channel.guildId === null) return ~0n;
  const ruling = isThread(channel) ? (world.channel(channel.parentId ?? '') ?? channel) : channel;
  let bits = BigInt(ORDINARY);
  for (const type of [OverwriteType.Role, OverwriteType.Member])
    for (const { id, type: own, allow, deny } of ruling.overwrites)
      if (own === type && (id === channel.guildId || id === world.bot.id)) bits = (bits & ~deny) | allow;
  return (bits & Bit.ViewChannel) === 0n ? 0n : bits;
}

export const mayBot = (right: bigint, channel: Channel, world: World): boolean =>
  (botRights(channel, world) & right) === right;

/** The refusal that the bot meets where it lacks one of these rights; null where it has them all. */
export function refusedRights(rights: bigint, channel: Channel, world: World): Reply | null {
  if (!mayBot(Bit.ViewChannel, channel, world)) return missingAccess;
  return mayBot(rights, channel, world) ? null : missingPermissions;
}

/** What it needs to send a message there. */
export const rightsToSend = (channel: Channel, files: number): bigint =>
  (isThread(channel) ? Bit.SendMessagesInThreads : Bit.SendMessages) | (files > 0 ? Bit.AttachFiles : 0n);
