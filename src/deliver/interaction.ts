import {
  ApplicationCommandType,
  InteractionType,
  ApplicationCommandOptionType as Kind,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { z } from 'zod';
import type { Caller, Request } from './edge.ts';
import type { InteractionName } from './interaction-api.ts';

const Snowflake = z.string().regex(/^\d{1,25}$/);
const User = z.object({ id: Snowflake });
const Value = z.union([z.string(), z.number(), z.boolean()]);
const Option = z.object({ name: z.string(), type: z.int(), value: Value.optional(), focused: z.boolean().optional() });
const OptionTree = Option.extend({ options: z.array(Option).optional() });

const everyInteraction = {
  id: Snowflake,
  application_id: Snowflake,
  token: z.string().min(1),
  guild_id: Snowflake.optional(),
  /** In a server; `permissions` are the member's own in that channel. */
  member: z.object({ user: User, roles: z.array(Snowflake), permissions: z.string().regex(/^\d+$/) }).optional(),
  /** In direct messages, which come without a channel's details. */
  user: User.optional(),
  locale: z.string().optional(),
};
const CommandData = z.object({ name: z.string(), options: z.array(OptionTree).optional() });
const Written = z.object({
  content: z.string().default(''),
  embeds: z.array(z.object({ title: z.string().nullish(), description: z.string().nullish() })).default([]),
});
/** A message with its text, that of its embeds, and that of messages forwarded in it. */
const Target = Written.extend({
  timestamp: z.iso.datetime({ offset: true }),
  message_snapshots: z.array(z.object({ message: Written })).default([]),
});
const MessageData = z.object({
  type: z.literal(ApplicationCommandType.Message),
  name: z.string(),
  target_id: Snowflake,
  resolved: z.object({ messages: z.record(Snowflake, Target) }),
});
const Message = z.object({
  flags: z.int().optional(),
  interaction_metadata: z.object({ user: User }).optional(),
});

/** What we read of an interaction: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object */
const Interaction = z.discriminatedUnion('type', [
  z.object({
    ...everyInteraction,
    type: z.literal(InteractionType.ApplicationCommand),
    data: z.union([MessageData, CommandData]),
  }),
  z.object({ ...everyInteraction, type: z.literal(InteractionType.ApplicationCommandAutocomplete), data: CommandData }),
  z.object({
    ...everyInteraction,
    type: z.literal(InteractionType.MessageComponent),
    data: z.object({ custom_id: z.string() }),
    message: Message,
  }),
]);
type Interaction = z.infer<typeof Interaction>;
type Press = Extract<Interaction, { readonly type: InteractionType.MessageComponent }>;

/** What somebody asks of us, in the words of the edge, and what Discord takes the answer by. */
export type Incoming = InteractionName & { readonly caller: Caller } & (
    | { readonly kind: 'call'; readonly request: Request }
    | { readonly kind: 'typing'; readonly name: string; readonly option: string; readonly typed: string }
  );

/** @throws ZodError for what is no interaction of a kind that we have */
export function readInteraction(payload: unknown): Incoming {
  const interaction = Interaction.parse(payload);
  const { id, token, application_id: applicationId } = interaction;
  const common = { id, token, applicationId, caller: callerOf(interaction) };
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return { ...common, kind: 'call', request: requestOf(interaction.data) };
    case InteractionType.ApplicationCommandAutocomplete:
      return { ...common, kind: 'typing', ...typedOf(interaction.data) };
    case InteractionType.MessageComponent:
      return { ...common, kind: 'call', request: pressOf(interaction, common.caller.userId) };
  }
}

function callerOf({ id, guild_id, member, user, locale }: Interaction): Caller {
  return {
    ref: BigInt(id).toString(36),
    userId: (member?.user ?? User.parse(user)).id,
    guildId: guild_id ?? null,
    locale: locale ?? 'en',
    managesGuild: member !== undefined && managesGuild(BigInt(member.permissions)),
    roleIds: member?.roles ?? [],
  };
}

const managesGuild = (permissions: bigint): boolean =>
  (permissions & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;

function requestOf(data: z.infer<typeof MessageData> | z.infer<typeof CommandData>): Request {
  if (!('target_id' in data)) return { kind: 'command', ...calledOf(data) };
  const target = data.resolved.messages[data.target_id];
  const written = target ? [target, ...target.message_snapshots.map(({ message }) => message)] : [];
  const text = written.map(wordsOf).filter(Boolean).join('\n');
  return { kind: 'message', name: data.name, text, atMs: Date.parse(target?.timestamp ?? '') || 0 };
}

const wordsOf = ({ content, embeds }: z.infer<typeof Written>): string =>
  [content, ...embeds.flatMap(({ title, description }) => [title, description])].filter(Boolean).join('\n');

type Options = readonly z.infer<typeof Option>[];

/** The command as called: below a subcommand where it has any. */
function calledOf({ name, options = [] }: z.infer<typeof CommandData>) {
  const subcommand = options.find(({ type }) => type === Kind.Subcommand);
  const given = subcommand ? (subcommand.options ?? []) : options;
  return { name, ...(subcommand && { subcommand: subcommand.name }), options: valuesOf(given) };
}

const valuesOf = (options: Options): Readonly<Record<string, unknown>> =>
  Object.fromEntries(options.map(({ name, value }) => [name, value]));

function typedOf({ name, options = [] }: z.infer<typeof CommandData>) {
  const focused = options.flatMap((option) => [option, ...(option.options ?? [])]).find((option) => option.focused);
  return { name, option: focused?.name ?? '', typed: String(focused?.value ?? '') };
}

function pressOf({ data, message }: Press, userId: string): Request {
  const onPrivate = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  // A private message is seen by its asker alone.
  const byAsker = onPrivate || message.interaction_metadata?.user.id === userId;
  return { kind: 'press', customId: data.custom_id, onPrivate, byAsker };
}
