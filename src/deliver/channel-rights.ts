import { PermissionFlagsBits as Bit, OverwriteType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { ChannelRight } from '../domain/channel-facts.ts';

const Bits = z.string().regex(/^\d+$/).transform(BigInt);
/** https://discord.com/developers/docs/resources/channel#overwrite-object */
export const Overwrite = z.object({ id: z.string(), type: z.enum(OverwriteType), allow: Bits, deny: Bits });
/** https://discord.com/developers/docs/topics/permissions#role-object */
export const Role = z.object({ id: z.string(), permissions: Bits, mentionable: z.boolean() });
type Overwrite = z.infer<typeof Overwrite>;
type Role = z.infer<typeof Role>;

const BITS: Readonly<Record<ChannelRight, bigint>> = {
  view: Bit.ViewChannel,
  send: Bit.SendMessages,
  attach: Bit.AttachFiles,
  history: Bit.ReadMessageHistory,
  'create-threads': Bit.CreatePublicThreads,
  'send-in-threads': Bit.SendMessagesInThreads,
  'mention-roles': Bit.MentionEveryone,
};
const RIGHTS: readonly ChannelRight[] = [
  'view',
  'send',
  'attach',
  'history',
  'create-threads',
  'send-in-threads',
  'mention-roles',
];

/** Who somebody is in a server. */
export interface Standing {
  readonly guildId: string;
  readonly userId: string;
  /** Without the role of everybody. */
  readonly roleIds: readonly string[];
  /** All of the server. */
  readonly roles: readonly Role[];
}

/** What a member may do in a channel: https://discord.com/developers/docs/topics/permissions#permission-overwrites */
export function rightsIn(overwrites: readonly Overwrite[], standing: Standing): ReadonlySet<ChannelRight> {
  const bits = permissionsIn(overwrites, standing);
  // Who does not see a channel may do nothing in it.
  if ((bits & Bit.ViewChannel) === 0n) return new Set();
  return new Set(RIGHTS.filter((right) => (bits & BITS[right]) !== 0n));
}

function permissionsIn(overwrites: readonly Overwrite[], { guildId, userId, roleIds, roles }: Standing): bigint {
  const own = new Set([guildId, ...roleIds]);
  const base = united(roles.filter(({ id }) => own.has(id)).map(({ permissions }) => permissions));
  if ((base & Bit.Administrator) !== 0n) return ~0n;
  const ofRoles = overwrites.filter(({ id, type }) => type === OverwriteType.Role && own.has(id));
  const layers = [
    ofRoles.filter(({ id }) => id === guildId),
    ofRoles.filter(({ id }) => id !== guildId),
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === userId),
  ];
  return layers.reduce(applied, base);
}

/** What overwrites of one kind allow counts more than what they deny. */
const applied = (bits: bigint, layer: readonly Overwrite[]): bigint =>
  (bits & ~united(layer.map(({ deny }) => deny))) | united(layer.map(({ allow }) => allow));

const united = (all: readonly bigint[]): bigint => all.reduce((sum, bits) => sum | bits, 0n);
