import { createHash } from 'node:crypto';
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  type RESTPostAPIApplicationCommandsJSONBody as Definition,
  InteractionContextType,
  ApplicationCommandOptionType as Kind,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Command, OptionSpec, SubcommandSpec } from '../command.ts';
import type { Localised } from '../domain/language.ts';

/** The commands as Discord registers them: https://discord.com/developers/docs/interactions/application-commands */
export function definitionsOf(commands: readonly Command[]): readonly Definition[] {
  return commands.flatMap((command) => [slashOf(command), ...onMessagesOf(command)]);
}

const slashOf = (command: Command): Definition => ({
  type: ApplicationCommandType.ChatInput,
  ...named(command.data),
  options: (command.data.options?.map(optionOf) ??
    command.data.subcommands?.map(subcommandOf) ??
    []) as APIApplicationCommandOption[],
  ...reachOf(command),
});

/** In the menu of a message: a name of its own, which may hold blanks, and no description. */
function onMessagesOf(command: Command): readonly Definition[] {
  const { onMessages } = command.data;
  if (!onMessages) return [];
  const { en, uk } = onMessages.name;
  return [{ type: ApplicationCommandType.Message, name: en, name_localizations: { uk }, ...reachOf(command) }];
}

/** Who is shown it, and where. */
const reachOf = ({ data, access }: Command) => ({
  default_member_permissions: access === 'moderator' ? String(PermissionFlagsBits.ManageGuild) : null,
  contexts: data.inDirectMessages
    ? [InteractionContextType.Guild, InteractionContextType.BotDM]
    : [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
});

/** Equal for equal definitions. */
export function fingerprint(definitions: readonly Definition[]): string {
  return createHash('sha256').update(JSON.stringify(definitions)).digest('hex');
}

interface Named {
  readonly name: string;
  readonly nameUk: string;
  readonly description: Localised;
}

const named = ({ name, nameUk, description }: Named) => ({
  name,
  name_localizations: { uk: nameUk },
  description: description.en,
  description_localizations: { uk: description.uk },
});

const subcommandOf = (subcommand: SubcommandSpec): APIApplicationCommandOption => ({
  type: Kind.Subcommand,
  ...named(subcommand),
  options: subcommand.options.map(optionOf),
});

const CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;
const FURTHER = [
  ChannelType.GuildForum,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

function optionOf(option: OptionSpec): APIApplicationCommandBasicOption {
  const common = { ...named(option), required: option.required ?? false };
  switch (option.type) {
    case 'boolean':
      return { type: Kind.Boolean, ...common };
    case 'attachment':
      return { type: Kind.Attachment, ...common };
    case 'role':
      return { type: Kind.Role, ...common };
    case 'channel':
      return {
        type: Kind.Channel,
        ...common,
        channel_types: [...CHANNELS, ...(option.kinds === 'any' ? FURTHER : [])],
      };
    case 'string':
      return stringOf(option, common);
  }
}

function stringOf(
  { maxLength, autocomplete, choices }: Extract<OptionSpec, { readonly type: 'string' }>,
  common: ReturnType<typeof named> & { readonly required: boolean },
): APIApplicationCommandBasicOption {
  const length = maxLength === undefined ? {} : { max_length: maxLength };
  if (autocomplete) return { type: Kind.String, ...common, ...length, autocomplete };
  if (!choices) return { type: Kind.String, ...common, ...length };
  const listed = choices.map(({ name, value }) => ({ name: name.en, name_localizations: { uk: name.uk }, value }));
  return { type: Kind.String, ...common, ...length, choices: listed };
}
