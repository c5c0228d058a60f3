import { MessageFlags, MessageType } from 'discord-api-types/v10';
import { type Attached, addressed } from './attachments.ts';
import { everyComponent, textsOf } from './check/components.ts';
import { pings } from './check/mentions.ts';
import { userJson } from './wire.ts';
import type { User, World } from './world.ts';

/** A message's fields as the bot sent them, edits applied. */
export type MessageFields = Readonly<Record<string, unknown>>;

export interface Origin {
  readonly interactionId: string;
  readonly interactionType: number;
  readonly user: User;
}

export interface Stored {
  readonly id: string;
  readonly channelId: string;
  readonly origin: Origin | null;
  readonly ephemeral: boolean;
  /** "… is thinking": no content yet. */
  thinking: boolean;
  deleted: boolean;
  /** Published to the channels that follow its own. */
  crossposted: boolean;
  files: readonly Attached[];
  /** Oldest first; never empty, and the first is {} while thinking. */
  readonly versions: { readonly atMs: number; readonly fields: MessageFields }[];
}

/** A message as it stands now, for assertions. */
export interface MessageView {
  readonly id: string;
  readonly channelId: string;
  readonly ephemeral: boolean;
  readonly thinking: boolean;
  readonly deleted: boolean;
  readonly flags: number;
  readonly content: string;
  readonly embeds: readonly unknown[];
  readonly components: readonly unknown[];
  /** What is attached to it. */
  readonly files: readonly Attached[];
  readonly crossposted: boolean;
  readonly nonce: unknown;
  /** Mentions in it that notify somebody. */
  readonly pings: readonly string[];
  /** Content and all text displays, in order, joined by newlines. */
  readonly text: string;
  /** Of buttons and selects that can be used, in order. */
  readonly customIds: readonly string[];
  /** Each state it had, oldest first; `atMs` is Unix ms. */
  readonly history: readonly { readonly atMs: number; readonly fields: MessageFields }[];
}

export const fieldsOf = ({ versions }: Stored): MessageFields => versions.at(-1)?.fields ?? {};

const flagsOf = (message: Stored): number =>
  Number(fieldsOf(message).flags ?? 0) |
  (message.ephemeral ? MessageFlags.Ephemeral : 0) |
  (message.thinking ? MessageFlags.Loading : 0) |
  (message.crossposted ? MessageFlags.Crossposted : 0);

export const isLayoutMessage = (message: Stored): boolean => (flagsOf(message) & MessageFlags.IsComponentsV2) !== 0;

/** Applies an edit: given fields replace, flags once set as IS_COMPONENTS_V2 stay, and `files` are those it has from now on. */
export function edit(message: Stored, fields: MessageFields, files: readonly Attached[]): void {
  const before = fieldsOf(message);
  const kept = Number(before.flags ?? 0) & MessageFlags.IsComponentsV2;
  const flags = Number(fields.flags ?? before.flags ?? 0) | kept;
  message.versions.push({ atMs: Date.now(), fields: { ...before, ...fields, flags } });
  message.thinking = false;
  message.files = files;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export function view(message: Stored): MessageView {
  const fields = fieldsOf(message);
  const all = everyComponent(fields.components);
  const content = typeof fields.content === 'string' ? fields.content : '';
  const texts = [content, ...textsOf(all)].filter((text) => text !== '').join('\n');
  const usable = all.filter(({ node }) => typeof node.custom_id === 'string' && node.disabled !== true);
  return {
    id: message.id,
    channelId: message.channelId,
    ephemeral: message.ephemeral,
    thinking: message.thinking,
    deleted: message.deleted,
    flags: flagsOf(message),
    content,
    embeds: list(fields.embeds),
    components: list(fields.components),
    files: message.files,
    crossposted: message.crossposted,
    nonce: fields.nonce,
    pings: pings(texts, fields.allowed_mentions as Parameters<typeof pings>[1]),
    text: texts,
    customIds: usable.map(({ node }) => String(node.custom_id)),
    history: message.versions,
  };
}

/** As Discord sends it to the bot. */
export function messageJson(message: Stored, world: World) {
  const fields = fieldsOf(message);
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.origin ? MessageType.ChatInputCommand : MessageType.Default,
    author: userJson(world.bot, true),
    application_id: world.applicationId,
    ...(message.origin && { webhook_id: world.applicationId, interaction_metadata: metadata(message.origin) }),
    content: fields.content ?? '',
    embeds: list(fields.embeds),
    components: addressed(list(fields.components), message.files),
    // Those that components show are not listed: https://github.com/discord/discord-api-docs/pull/8279
    attachments: isLayoutMessage(message) ? [] : message.files.map(attachmentJson),
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    flags: flagsOf(message) | (world.channel(message.id) ? MessageFlags.HasThread : 0),
    timestamp: iso(message.versions[0]?.atMs ?? 0),
    edited_timestamp: message.versions.length > 1 ? iso(message.versions.at(-1)?.atMs ?? 0) : null,
  };
}

const attachmentJson = ({ id, filename, description, type, bytes }: Attached) => ({
  id,
  filename,
  description,
  content_type: type,
  size: bytes.length,
  url: '',
  proxy_url: '',
});

const iso = (atMs: number): string => new Date(atMs).toISOString();

const metadata = ({ interactionId, interactionType, user }: Origin) => ({
  id: interactionId,
  type: interactionType,
  user: userJson(user),
  authorizing_integration_owners: {},
});
