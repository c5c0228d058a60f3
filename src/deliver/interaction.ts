import {
  ApplicationCommandType,
  InteractionType,
  ApplicationCommandOptionType as Kind,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { GIVEN_FILE_BYTES, type GivenFile } from '../domain/given-file.ts';
import type { Download } from './attachment.ts';
import type { Caller, Request } from './edge.ts';
import type { InteractionName } from './interaction-api.ts';
import { linksIn } from './links.ts';

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
  channel_id: Snowflake.optional(),
  /** In a server; `permissions` are the member's own in that channel. */
  member: z.object({ user: User, roles: z.array(Snowflake), permissions: z.string().regex(/^\d+$/) }).optional(),
  /** In direct messages, which come without a channel's details. */
  user: User.optional(),
  locale: z.string().optional(),
};
const Attachment = z.object({ filename: z.string(), size: z.int().min(0), url: z.string() });
type Attachments = Readonly<Record<string, z.infer<typeof Attachment>>>;
const CommandData = z.object({
  name: z.string(),
  options: z.array(OptionTree).optional(),
  resolved: z.object({ attachments: z.record(Snowflake, Attachment).optional() }).optional(),
});
const Written = z.object({
  content: z.string().default(''),
  embeds: z
    .array(z.object({ title: z.string().nullish(), description: z.string().nullish(), url: z.string().nullish() }))
    .default([]),
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
  id: Snowflake.optional(),
  flags: z.int().optional(),
  interaction_metadata: z.object({ user: User }).optional(),
});

/** A form's fields, each below its label; older clients sent them in rows. */
const Filled = z.object({ custom_id: z.string(), value: z.string() });
const FieldPlace = z.union([
  z.object({ component: Filled }).transform(({ component }) => [component]),
  z.object({ components: z.array(Filled) }).transform(({ components }) => components),
]);

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
    /** Of a menu with what was picked. */
    data: z.object({ custom_id: z.string(), values: z.array(z.string()).max(1).default([]) }),
    message: Message,
  }),
  z.object({
    ...everyInteraction,
    type: z.literal(InteractionType.ModalSubmit),
    data: z.object({ custom_id: z.string(), components: z.array(FieldPlace) }),
    message: Message.optional(),
  }),
]);
type Interaction = z.infer<typeof Interaction>;
type Press = Extract<Interaction, { readonly type: InteractionType.MessageComponent }>;
type Submit = Extract<Interaction, { readonly type: InteractionType.ModalSubmit }>;

/** What somebody asks of us, in the words of the edge, and what Discord takes the answer by. */
export type Incoming = InteractionName & {
  readonly caller: Caller;
  /** The message whose button was pressed, where everybody sees it. */
  readonly pressed: string | null;
} & (
    | { readonly kind: 'call'; readonly request: Request }
    | { readonly kind: 'typing'; readonly name: string; readonly option: string; readonly typed: string }
  );

/**
 * @param download brings a file that is an option, when a command reads it
 * @throws ZodError for what is no interaction of a kind that we have
 */
export function readInteraction(payload: unknown, download: Download): Incoming {
  const interaction = Interaction.parse(payload);
  const { id, token, application_id: applicationId } = interaction;
  const common = { id, token, applicationId, caller: callerOf(interaction), pressed: publicMessageIn(interaction) };
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return { ...common, kind: 'call', request: requestOf(interaction.data, download) };
    case InteractionType.ApplicationCommandAutocomplete:
      return { ...common, kind: 'typing', ...typedOf(interaction.data) };
    case InteractionType.MessageComponent:
      return { ...common, kind: 'call', request: pressOf(interaction, common.caller.userId) };
    case InteractionType.ModalSubmit:
      return { ...common, kind: 'call', request: submitOf(interaction, common.caller.userId) };
  }
}

function callerOf({ id, guild_id, channel_id, member, user, locale }: Interaction): Caller {
  return {
    ref: BigInt(id).toString(36),
    userId: (member?.user ?? User.parse(user)).id,
    guildId: guild_id ?? null,
    channelId: channel_id ?? null,
    locale: locale ?? 'en',
    managesGuild: member !== undefined && managesGuild(BigInt(member.permissions)),
    roleIds: member?.roles ?? [],
  };
}

const managesGuild = (permissions: bigint): boolean =>
  (permissions & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;

function requestOf(data: z.infer<typeof MessageData> | z.infer<typeof CommandData>, download: Download): Request {
  if (!('target_id' in data)) return { kind: 'command', ...calledOf(data, download) };
  const target = data.resolved.messages[data.target_id];
  const written = target ? [target, ...target.message_snapshots.map(({ message }) => message)] : [];
  const text = written.map(wordsOf).filter(Boolean).join('\n');
  const links = linksIn(written.flatMap(linkedOf));
  return { kind: 'message', name: data.name, text, links, atMs: Date.parse(target?.timestamp ?? '') || 0 };
}

type Written = z.infer<typeof Written>;

const wordsOf = ({ content, embeds }: Written): string =>
  [content, ...embeds.flatMap(({ title, description }) => [title, description])].filter(Boolean).join('\n');

/** An embed that a link unfurled to names it again. */
const linkedOf = ({ content, embeds }: Written): readonly string[] => [
  content,
  ...embeds.flatMap(({ url, description }) => [url ?? '', description ?? '']),
];

type Options = readonly z.infer<typeof Option>[];

/** The command as called: below a subcommand where it has any. */
function calledOf({ name, options = [], resolved }: z.infer<typeof CommandData>, download: Download) {
  const subcommand = options.find(({ type }) => type === Kind.Subcommand);
  const given = subcommand ? (subcommand.options ?? []) : options;
  const values = valuesOf(given, resolved?.attachments ?? {}, download);
  return { name, ...(subcommand && { subcommand: subcommand.name }), options: values };
}

function valuesOf(options: Options, attachments: Attachments, download: Download): Readonly<Record<string, unknown>> {
  const given = ({ type, value }: Options[number]): unknown =>
    type === Kind.Attachment ? fileOf(attachments[String(value)], download) : value;
  return Object.fromEntries(options.map((option) => [option.name, given(option)]));
}

/** What says itself that it is too large is not asked for. */
function fileOf(attachment: Attachments[string] | undefined, download: Download): GivenFile | undefined {
  if (!attachment) return undefined;
  const { filename: name, size: bytes, url } = attachment;
  const isLarge = bytes > GIVEN_FILE_BYTES;
  const tooLarge = { ok: false, error: { kind: 'too-large', limitBytes: GIVEN_FILE_BYTES } } as const;
  return { name, bytes, read: async () => (isLarge ? tooLarge : download(url)) };
}

function typedOf({ name, options = [] }: z.infer<typeof CommandData>) {
  const focused = options.flatMap((option) => [option, ...(option.options ?? [])]).find((option) => option.focused);
  return { name, option: focused?.name ?? '', typed: String(focused?.value ?? '') };
}

function pressOf({ data, message }: Press, userId: string): Request {
  return { kind: 'press', customId: [data.custom_id, ...data.values].join(':'), ...onMessage(message, userId) };
}

function submitOf({ data, message }: Submit, userId: string): Request {
  const values = Object.fromEntries(data.components.flat().map(({ custom_id, value }) => [custom_id, value]));
  return { kind: 'submit', customId: data.custom_id, values, on: message ? onMessage(message, userId) : null };
}

function publicMessageIn(interaction: Interaction): string | null {
  const { id = null, flags = 0 } = 'message' in interaction ? (interaction.message ?? {}) : {};
  return isPrivate(flags) ? null : id;
}

const isPrivate = (flags: number): boolean => (flags & MessageFlags.Ephemeral) !== 0;

/** A private message is seen by its asker alone. */
function onMessage({ flags = 0, interaction_metadata }: z.infer<typeof Message>, userId: string) {
  const onPrivate = isPrivate(flags);
  return { onPrivate, byAsker: onPrivate || interaction_metadata?.user.id === userId };
}
