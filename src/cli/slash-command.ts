import { parseArgs } from 'node:util';
import { commands } from '../../commands/index.ts';
import type { Command, CommandSpec, OptionSpec } from '../command.ts';
import type { Config } from '../config.ts';
import { inputWords } from '../deliver/input-words.ts';
import { UserError } from '../domain/failure.ts';
import { COMMON_FLAGS, commonOf } from './common-flags.ts';
import { givenFile } from './given-file.ts';
import type { Outcome } from './outcome.ts';
import { withButtons } from './press-button.ts';
import { printed, terminalCall } from './printed.ts';
import { withSitrep } from './with-sitrep.ts';

/** The slash command of this name. */
export const slashCommand = (name: string): Command | undefined => commands.find(({ data }) => data.name === name);

/** Everything at a terminal is private. */
const optionsOf = (options: readonly OptionSpec[] = []): readonly OptionSpec[] =>
  options.filter(({ name }) => name !== 'private');

/** How each slash command that works outside a server is typed, from its own description; `help` is this. */
export const slashUsage = (): string =>
  commands
    .filter(({ data }) => (data.inDirectMessages || data.forOperator) && data.name !== 'help')
    .flatMap(({ data }) => typedAs(data))
    .map((data) => `  ${[data.name, ...usageWords(data)].join(' ')}\n      ${data.description.en}.\n`)
    .join('');

/** A command with subcommands is typed as each of them. */
const typedAs = (data: CommandSpec): readonly Pick<CommandSpec, 'name' | 'description' | 'options'>[] =>
  data.subcommands?.map((sub) => ({ ...sub, name: `${data.name} ${sub.name}` })) ?? [data];

function usageWords({ options }: Pick<CommandSpec, 'options'>): readonly string[] {
  const shown = optionsOf(options);
  const open = openOption(shown);
  return shown.map((option) => {
    if (option === open) return option.name.toUpperCase();
    return option.type === 'boolean' ? `[--${option.name}]` : `[--${option.name} ${valueWords(option)}]`;
  });
}

function valueWords(option: OptionSpec): string {
  if (option.type === 'attachment') return 'PATH';
  const values = option.type === 'string' ? (option.choices ?? []).map(({ value }) => value) : [];
  return values.length > 0 ? values.join('|') : option.name.toUpperCase();
}

/** What needs no flag: the first option that must be there, else what the question is about. */
const openOption = (options: readonly OptionSpec[]): OptionSpec | undefined =>
  options.find(({ required }) => required) ?? options.find(({ name }) => name === 'query');

/** `sitrep troops --place kharkiv`: any slash command with its options as flags. @throws UserError for options that it does not take */
export async function slashOnCommandLine(
  command: Command,
  argv: readonly string[],
  config: Config,
  nowMs: number,
): Promise<Outcome> {
  const { common, input } = inputOf(command, argv);
  const parsed = command.input.safeParse(input);
  const { language, format, ...places } = common;
  if (!parsed.success) throw new UserError(inputWords(parsed.error, input, command.data, language));
  const call = terminalCall(language, format, nowMs);
  return withSitrep(config, nowMs, async (app) => {
    const answer = await command.run(input, app, call);
    const outcome = await printed(answer, format, places, config);
    await answer.delivered?.();
    return format === 'text' && command.data.forOperator ? withButtons(outcome, answer.page) : outcome;
  });
}

function inputOf({ data }: Command, argv: readonly string[]) {
  const subcommand = data.subcommands?.find(({ name }) => name === argv[0]);
  const options = optionsOf(subcommand?.options ?? data.options);
  const flags = Object.fromEntries(options.map(({ name, type }) => [name, flagOf(type)]));
  const { values, positionals } = parseArgs({
    args: argv.slice(subcommand ? 1 : 0),
    options: { ...flags, ...COMMON_FLAGS },
    allowPositionals: true,
  });
  const own = Object.fromEntries(Object.entries(values).filter(([name]) => name in flags));
  const given = withFiles({ ...own, ...named(positionals, options) }, options);
  return { common: commonOf(values), input: { ...given, ...called(subcommand?.name) } };
}

/** What names a file becomes the file. */
function withFiles(given: Readonly<Record<string, unknown>>, options: readonly OptionSpec[]) {
  const isFile = (name: string): boolean => options.some((one) => one.name === name && one.type === 'attachment');
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, isFile(name) ? givenFile(String(value)) : value]),
  );
}

const flagOf = (type: OptionSpec['type']) => ({ type: type === 'boolean' ? type : 'string' }) as const;
const called = (subcommand: string | undefined) => (subcommand === undefined ? {} : { subcommand });

/** Several words without quotes are one name. @throws UserError where no option takes them */
function named(positionals: readonly string[], options: readonly OptionSpec[]): Readonly<Record<string, string>> {
  if (positionals.length === 0) return {};
  const open = openOption(options);
  if (!open)
    throw new UserError(
      `no option takes ${JSON.stringify(positionals.join(' '))}: name it, as in --${options[0]?.name ?? 'format'} …`,
    );
  return { [open.name]: positionals.join(' ') };
}
