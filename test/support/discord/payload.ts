import {
  type APIMessage,
  ApplicationCommandType,
  ComponentType,
  InteractionContextType,
  InteractionResponseType,
  InteractionType,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import { textInputsOf } from './check/callback.ts';
import type { OptionRequest } from './check/commands.ts';
import { everyComponent } from './check/components.ts';
import { TEXT_INPUT_CHARS } from './check/limits.ts';
import type { Interaction } from './interactions.ts';
import { fieldsOf, messageJson, type Stored } from './messages.ts';
import type { RegisteredCommand, State } from './state.ts';
import { channelJson, EVERYTHING, memberJson, ORDINARY, roleJson, userJson } from './wire.ts';
import type { Channel, Guild, Role, User } from './world.ts';

/** Who calls, and from where. What is left out is the stand-in's first user, guild and channel. */
export interface From {
  readonly user?: User;
  readonly guild?: Guild;
  readonly channel?: Channel;
  /** In direct messages with the bot: no guild, no member. */
  readonly dm?: boolean;
  /** Of the user's Discord; `en-US` when not said. */
  readonly locale?: string;
  /** The member's permission bits in the channel. */
  readonly permissions?: bigint;
  readonly roles?: readonly Role[];
}

export interface Place {
  readonly user: User;
  readonly guild: Guild | null;
  readonly channel: Channel;
}

/** A file that a person attaches to a command. */
export interface Attachable {
  readonly filename: string;
  readonly bytes: Uint8Array;
  /** As Discord says; the file's own where not said. */
  readonly size?: number;
}

/** Option values by name, as a person enters them; channels, roles and users as themselves or by id. */
export type Entered = Readonly<Record<string, string | number | boolean | Channel | Role | User | Attachable>>;

/** A message of anybody's, with what Discord says of it at least. */
export type MessageJson = Pick<APIMessage, 'id' | 'content' | 'timestamp'> & Partial<APIMessage>;

interface Target extends Place {
  readonly from: From;
  readonly id: string;
  readonly token: string;
}

/** What every interaction says: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object */
function base({ world }: State, { id, token, user, guild, channel, from }: Target) {
  const permissions = String(from.permissions ?? ORDINARY);
  const roles = (from.roles ?? []).map((role) => role.id);
  return {
    id,
    token,
    version: 1,
    application_id: world.applicationId,
    locale: from.locale ?? 'en-US',
    channel_id: channel.id,
    channel: { ...channelJson(channel), permissions },
    app_permissions: EVERYTHING,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    ...(guild
      ? {
          guild_id: guild.id,
          guild_locale: guild.locale,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          member: { ...memberJson(user, roles), permissions },
          context: InteractionContextType.Guild,
          authorizing_integration_owners: { 0: guild.id },
        }
      : {
          user: userJson(user),
          context: InteractionContextType.BotDM,
          authorizing_integration_owners: { 0: '0' },
        }),
  };
}

/** INTERACTION_CREATE of a slash command; `name` is the command, or the command and its subcommand with a blank between. */
export function commandPayload(state: State, target: Target, name: string, entered: Entered) {
  const { command, data } = commandData(state, target, name, entered, null);
  const missing = requiredNames(optionsAt(command, name)).filter((each) => entered[each] === undefined);
  if (missing.length > 0) throw new Error(`Discord would not let anyone send /${name} without ${missing.join(', ')}.`);
  return { ...base(state, target), type: InteractionType.ApplicationCommand, data };
}

/** INTERACTION_CREATE of a command in the menu of a message, with the message as who uses it sees it. */
export function menuPayload(state: State, target: Target, message: MessageJson, name: string) {
  const { id } = commandNamed(state, target.guild, name, ApplicationCommandType.Message);
  const resolved = { messages: { [message.id]: message } };
  const data = { id, name, type: ApplicationCommandType.Message, target_id: message.id, resolved };
  return { ...base(state, target), type: InteractionType.ApplicationCommand, data };
}

/** INTERACTION_CREATE while the option `focused` is typed. */
export function autocompletePayload(state: State, target: Target, name: string, focused: string, entered: Entered) {
  const { command, data } = commandData(state, target, name, entered, focused);
  const option = optionsAt(command, name).find((each) => each.name === focused);
  if (!option || !('autocomplete' in option) || !option.autocomplete)
    throw new Error(`/${name} ${focused} has no autocomplete.`);
  return { ...base(state, target), type: InteractionType.ApplicationCommandAutocomplete, data };
}

/** INTERACTION_CREATE of a pressed button. Throws when the message shows no such button to this person. */
export function pressPayload(state: State, target: Target, message: Stored, customId: string) {
  const pressed = everyComponent(fieldsOf(message).components).find(({ node }) => node.custom_id === customId)?.node;
  if (!pressed || message.deleted) throw new Error(`The message shows no button ${customId}.`);
  if (pressed.disabled === true) throw new Error(`The button ${customId} is disabled.`);
  if (message.ephemeral && message.origin?.user.id !== target.user.id)
    throw new Error('Only its recipient sees this message.');
  return {
    ...base(state, target),
    type: InteractionType.MessageComponent,
    data: { custom_id: customId, component_type: ComponentType.Button, id: pressed.id ?? 0 },
    message: messageJson(message, state.world),
  };
}

/**
 * INTERACTION_CREATE of the modal that an interaction was answered with, once it is filled in; `fields` by custom_id, and what
 * is not named keeps the value that it came with. Throws when there is no modal, or its fields do not take that.
 */
export function modalPayload(
  state: State,
  target: Target,
  { callback, source }: Pick<Interaction, 'callback' | 'source'>,
  fields: Readonly<Record<string, string>>,
) {
  if (callback?.type !== InteractionResponseType.Modal) throw new Error('No modal was shown.');
  const inputs = textInputsOf(callback.data);
  const stray = Object.keys(fields).find((name) => !inputs.some(({ custom_id }) => custom_id === name));
  if (stray !== undefined) throw new Error(`The modal has no field ${stray}.`);
  const components = inputs.map((input, at) => {
    const value = fields[input.custom_id] ?? input.value ?? '';
    refuseValue(input, value);
    const field = { type: ComponentType.TextInput, id: 2 * at + 2, custom_id: input.custom_id, value };
    return { type: ComponentType.Label, id: 2 * at + 1, component: field };
  });
  return {
    ...base(state, target),
    type: InteractionType.ModalSubmit,
    data: { custom_id: callback.data?.custom_id, components },
    ...(source && { message: messageJson(source, state.world) }),
  };
}

/** What a client lets nobody send. */
function refuseValue(
  { custom_id, required, max_length, min_length }: ReturnType<typeof textInputsOf>[number],
  { length }: string,
): void {
  if (length === 0 && required !== false) throw new Error(`The field ${custom_id} must be filled in.`);
  if (length > (max_length ?? TEXT_INPUT_CHARS))
    throw new Error(`The field ${custom_id} takes no ${length} characters.`);
  if (length > 0 && length < (min_length ?? 0)) throw new Error(`The field ${custom_id} takes more characters.`);
}

function commandNamed(state: State, guild: Guild | null, name: string, type = ApplicationCommandType.ChatInput) {
  const first = type === ApplicationCommandType.ChatInput ? name.split(' ')[0] : name;
  const scopes = guild ? [guild.id, ''] : [''];
  const all = scopes.flatMap((scope) => state.commands.get(scope) ?? []);
  const found = all.find((each) => each.name === first && (each.type ?? ApplicationCommandType.ChatInput) === type);
  if (!found) throw new Error(`No command /${first} is registered here.`);
  const context = guild ? InteractionContextType.Guild : InteractionContextType.BotDM;
  if (found.contexts && !found.contexts.includes(context)) throw new Error(`/${first} is not offered here.`);
  return found;
}

/** The options of a command, or of the subcommand that `name` ends in. */
function optionsAt(command: RegisteredCommand, name: string): readonly OptionRequest[] {
  return name
    .split(' ')
    .slice(1)
    .reduce<readonly OptionRequest[]>((options, part) => {
      const sub = options.find((each) => each.name === part);
      if (!sub || !('options' in sub)) throw new Error(`/${command.name} has no subcommand ${part}.`);
      return sub.options ?? [];
    }, command.options ?? []);
}

const requiredNames = (options: readonly OptionRequest[]): readonly string[] =>
  options.filter((each) => 'required' in each && each.required === true).map(({ name }) => name);

function commandData(state: State, { guild }: Target, name: string, entered: Entered, focused: string | null) {
  const command = commandNamed(state, guild, name);
  const options = optionsAt(command, name);
  const values = Object.entries(entered).map(([key, value]) => {
    const option = options.find((each) => each.name === key);
    if (!option) throw new Error(`/${name} has no option ${key}.`);
    return { name: key, type: option.type, value: entry(state, value), ...(key === focused && { focused: true }) };
  });
  const path = name.split(' ').slice(1).reverse();
  const nested = path.reduce<readonly object[]>(
    (inner, part, depth) => [
      { name: part, type: depth === 0 ? Type.Subcommand : Type.SubcommandGroup, options: inner },
    ],
    values,
  );
  const data = {
    id: command.id,
    name: command.name,
    type: 1,
    options: nested,
    resolved: resolved(state, guild, values),
    ...(guild && { guild_id: guild.id }),
  };
  return { command, data };
}

/** A file that is attached is at Discord before the command is sent. */
function entry(state: State, value: Entered[string]): string | number | boolean {
  if (typeof value !== 'object') return value;
  if (!('bytes' in value)) return value.id;
  const id = state.world.nextId();
  state.uploads.set(id, value);
  return id;
}

function resolved(
  state: State,
  guild: Guild | null,
  values: readonly { readonly type: number; readonly value: unknown }[],
) {
  const of = (type: number): readonly string[] =>
    values.filter((each) => each.type === type).map(({ value }) => String(value));
  const channels = of(Type.Channel).map((id) => [id, resolvedChannel(state, id)]);
  const roles = of(Type.Role).map((id) => [id, guild?.roles.find((role) => role.id === id)] as const);
  const attachments = of(Type.Attachment).map((id) => [id, attachmentJson(state, id)]);
  const users = of(Type.User).map((id) => [id, state.world.users.get(id)] as const);
  return {
    attachments: Object.fromEntries(attachments),
    channels: Object.fromEntries(channels),
    roles: Object.fromEntries(roles.flatMap(([id, role]) => (role ? [[id, roleJson(role)]] : []))),
    users: Object.fromEntries(users.flatMap(([id, user]) => (user ? [[id, userJson(user)]] : []))),
  };
}

/** https://discord.com/developers/docs/resources/message#attachment-object */
function attachmentJson({ uploads, filesUrl }: State, id: string) {
  const upload = uploads.get(id);
  if (!upload) throw new Error(`There is no attachment ${id}.`);
  const { filename, bytes, size = bytes.length } = upload;
  const url = `${filesUrl()}/${id}/${encodeURIComponent(filename)}?ex=0&is=0&hm=0`;
  return { id, filename, size, url, proxy_url: url, ephemeral: true, content_type: 'application/octet-stream' };
}

function resolvedChannel({ world }: State, id: string) {
  const channel = world.channel(id);
  if (!channel) throw new Error(`There is no channel ${id}.`);
  return { ...channelJson(channel), permissions: ORDINARY, app_permissions: EVERYTHING };
}
