import { ApplicationCommandType, Locale, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { z } from 'zod';
import { type Fault, fault, shapeFaults } from './fault.ts';
import * as limit from './limits.ts';

const name = z
  .string()
  .regex(limit.COMMAND_NAME)
  .refine((text) => text === text.toLowerCase(), {
    params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
    error: 'Command name is invalid',
  });
const description = z.string().min(1).max(limit.COMMAND_DESCRIPTION_CHARS);
const choiceName = z.string().min(1).max(limit.CHOICE_NAME_CHARS);
const localised = (text: z.ZodString) => z.partialRecord(z.enum(Locale), text).nullish();

const named = {
  name,
  name_localizations: localised(name),
  description,
  description_localizations: localised(description),
};

const choice = (value: z.ZodType<string | number>) =>
  z.object({ name: choiceName, name_localizations: localised(choiceName), value });
const suggested = (value: z.ZodType<string | number>) => ({
  choices: z.array(choice(value)).max(limit.CHOICES).nullish(),
  autocomplete: z.boolean().nullish(),
});
const required = z.boolean().nullish();
const bound = z.number().nullish();
const length = (least: number) => z.int().min(least).max(limit.OPTION_LENGTH_CHARS).nullish();

const text = z.object({
  ...named,
  required,
  type: z.literal(Type.String),
  ...suggested(z.string().max(limit.CHOICE_VALUE_CHARS)),
  min_length: length(0),
  max_length: length(1),
});
const integer = z.object({
  ...named,
  required,
  type: z.literal(Type.Integer),
  ...suggested(z.int()),
  min_value: bound,
  max_value: bound,
});
const number = z.object({
  ...named,
  required,
  type: z.literal(Type.Number),
  ...suggested(z.number()),
  min_value: bound,
  max_value: bound,
});
const channel = z.object({
  ...named,
  required,
  type: z.literal(Type.Channel),
  channel_types: z.array(z.int()).nullish(),
});
const boolean = z.object({ ...named, required, type: z.literal(Type.Boolean) });
const user = z.object({ ...named, required, type: z.literal(Type.User) });
const role = z.object({ ...named, required, type: z.literal(Type.Role) });
const mentionable = z.object({ ...named, required, type: z.literal(Type.Mentionable) });
const attachment = z.object({ ...named, required, type: z.literal(Type.Attachment) });
const values = [text, integer, number, channel, boolean, user, role, mentionable, attachment] as const;

const subcommand = z.object({
  ...named,
  type: z.literal(Type.Subcommand),
  options: z
    .array(z.discriminatedUnion('type', [...values]))
    .max(limit.COMMAND_OPTIONS)
    .nullish(),
});
const group = z.object({
  ...named,
  type: z.literal(Type.SubcommandGroup),
  options: z.array(subcommand).min(1).max(limit.COMMAND_OPTIONS),
});
const option = z.discriminatedUnion('type', [...values, subcommand, group]);

const kinds = <T extends number>(...known: readonly T[]) =>
  z
    .array(z.union(known.map((kind) => z.literal(kind))))
    .min(1)
    .refine((all) => new Set(all).size === all.length, {
      params: { code: 'SET_TYPE_ALREADY_CONTAINS_VALUE' },
      error: 'The set already contains the value',
    })
    .nullish();

const reach = {
  id: z.string().nullish(),
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  contexts: kinds(0, 1, 2),
  integration_types: kinds(0, 1),
  nsfw: z.boolean().nullish(),
};

const slash = z.object({
  ...named,
  ...reach,
  type: z.literal(1).nullish(),
  options: z.array(option).max(limit.COMMAND_OPTIONS).nullish(),
});

/** Names in a menu may hold blanks and capitals. */
const menuName = z.string().min(1).max(limit.MENU_NAME_CHARS);
/** In the menu of a message: neither described nor with options. */
const onMessages = z.object({
  ...reach,
  type: z.literal(3),
  name: menuName,
  name_localizations: localised(menuName),
  description: z.literal('').nullish(),
  options: z.array(z.never()).max(0).nullish(),
});

/** Chat input and message commands: the only kinds that are taken. */
export const CommandRequest = z.discriminatedUnion('type', [onMessages, slash]);
export type CommandRequest = z.infer<typeof CommandRequest>;
type SlashRequest = z.infer<typeof slash>;
export type OptionRequest = NonNullable<SlashRequest['options']>[number];

/** Why Discord would refuse this list of commands; [] when it would take it. */
export function commandListFaults(body: unknown): readonly Fault[] {
  const shape = shapeFaults(z.array(CommandRequest).max(limit.COMMANDS_PER_SCOPE), body);
  if (shape.length > 0) return shape;
  const commands = body as readonly CommandRequest[];
  return [
    ...[1, 3].flatMap((type) =>
      repeated(
        commands.filter((each) => (each.type ?? 1) === type),
        [],
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      ),
    ),
    ...commands.flatMap((command, at) => commandFaults(command, [at])),
  ];
}

export function commandFaults(command: CommandRequest, path: readonly PropertyKey[]): readonly Fault[] {
  if (command.type === ApplicationCommandType.Message) return [];
  const chars = commandChars(command);
  return [
    ...optionListFaults(command.options ?? [], [...path, 'options']),
    ...(chars > limit.COMMAND_TOTAL_CHARS
      ? [fault(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${limit.COMMAND_TOTAL_CHARS})`)]
      : []),
  ];
}

function optionListFaults(options: readonly OptionRequest[], path: readonly PropertyKey[]): readonly Fault[] {
  return [
    ...repeated(options, path, 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option names must be unique'),
    ...requiredFirstFaults(options, path),
    ...mixedFaults(options, path),
    ...options.flatMap((each, at) => optionFaults(each, [...path, at])),
  ];
}

function optionFaults(each: OptionRequest, path: readonly PropertyKey[]): readonly Fault[] {
  if ('options' in each) return optionListFaults(each.options ?? [], [...path, 'options']);
  if (!('choices' in each) || !each.choices) return [];
  const both = each.autocomplete && each.choices.length > 0;
  return [
    ...repeated(
      each.choices,
      [...path, 'choices'],
      'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
      'Choice names must be unique',
    ),
    ...(both
      ? [
          fault(
            [...path, 'autocomplete'],
            'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES',
            'Autocomplete and choices exclude each other',
          ),
        ]
      : []),
  ];
}

function requiredFirstFaults(options: readonly OptionRequest[], path: readonly PropertyKey[]): readonly Fault[] {
  const mandatory = options.map((each) => 'required' in each && each.required === true);
  const firstOptional = mandatory.indexOf(false);
  const late = firstOptional < 0 ? -1 : mandatory.indexOf(true, firstOptional);
  if (late < 0) return [];
  return [
    fault(
      [...path, late],
      'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
      'Required options must be placed before non-required options',
    ),
  ];
}

const isSub = ({ type }: OptionRequest): boolean => type === Type.Subcommand || type === Type.SubcommandGroup;

function mixedFaults(options: readonly OptionRequest[], path: readonly PropertyKey[]): readonly Fault[] {
  if (!options.some(isSub) || options.every(isSub)) return [];
  return [
    fault(
      path,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    ),
  ];
}

function repeated(
  all: readonly { readonly name: string }[],
  path: readonly PropertyKey[],
  code: string,
  message: string,
): readonly Fault[] {
  const names = all.map(({ name: each }) => each);
  return names.flatMap((each, at) => (names.indexOf(each) < at ? [fault([...path, at, 'name'], code, message)] : []));
}

type Texts = Readonly<Record<string, string | undefined>> | null | undefined;
const longest = (text: string, texts: Texts): number =>
  Math.max(text.length, ...Object.values(texts ?? {}).map((each) => each?.length ?? 0));

type Sized = SlashRequest | OptionRequest;

/** What counts towards COMMAND_TOTAL_CHARS. */
function commandChars(each: Sized): number {
  const own = longest(each.name, each.name_localizations) + longest(each.description, each.description_localizations);
  const inner = 'options' in each ? (each.options ?? []).map((option) => commandChars(option)) : [];
  const choices = 'choices' in each ? (each.choices ?? []) : [];
  const chosen = choices.map((one) => longest(one.name, one.name_localizations) + String(one.value).length);
  return [own, ...inner, ...chosen].reduce((sum, chars) => sum + chars, 0);
}
