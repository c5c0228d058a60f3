import { parseArgs } from 'node:util';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import type { Command, CommandSpec, OptionSpec } from '../command.ts';
import type { Config } from '../config.ts';
import { inputWords } from '../deliver/input-words.ts';
import { UserError } from '../domain/failure.ts';
import { Language } from '../domain/language.ts';
import type { Outcome } from './outcome.ts';
import { FORMATS, printed, terminalCall } from './printed.ts';
import { withSitrep } from './with-sitrep.ts';

/** The slash command of this name. */
export const slashCommand = (name: string): Command | undefined => commands.find(({ data }) => data.name === name);

/** Everything at a terminal is private. */
const optionsOf = (options: readonly OptionSpec[] = []): readonly OptionSpec[] =>
  options.filter(({ name }) => name !== 'private');

/** How each slash command that works outside a server is typed, from its own description; `help` is this. */
export const slashUsage = (): string =>
  commands
    .filter(({ data }) => data.inDirectMessages && data.name !== 'help')
    .map(({ data }) => `  ${[data.name, ...usageWords(data)].join(' ')}\n      ${data.description.en}.\n`)
    .join('');

function usageWords({ options }: CommandSpec): readonly string[] {
  const shown = optionsOf(options);
  const open = openOption(shown);
  return shown.map((option) => {
    if (option === open) return option.name.toUpperCase();
    return option.type === 'boolean' ? `[--${option.name}]` : `[--${option.name} ${valueWords(option)}]`;
  });
}

function valueWords(option: OptionSpec): string {
  const values = option.type === 'string' ? (option.choices ?? []).map(({ value }) => value) : [];
  return values.length > 0 ? values.join('|') : option.name.toUpperCase();
}

/** What needs no flag: the first option that must be there, else what the question is about. */
const openOption = (options: readonly OptionSpec[]): OptionSpec | undefined =>
  options.find(({ required }) => required) ?? options.find(({ name }) => name === 'query');

const Common = z.object({
  format: z.enum(FORMATS).default('text'),
  language: Language.default('en'),
  pictures: z.string().min(1).optional(),
  output: z.string().min(1).optional(),
});

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
    return outcome;
  });
}

function inputOf({ data }: Command, argv: readonly string[]) {
  const subcommand = data.subcommands?.find(({ name }) => name === argv[0]);
  const options = optionsOf(subcommand?.options ?? data.options);
  const flags = Object.fromEntries(options.map(({ name, type }) => [name, flagOf(type)]));
  const { values, positionals } = parseArgs({
    args: argv.slice(subcommand ? 1 : 0),
    options: { ...flags, format: TEXT, language: TEXT, pictures: TEXT, output: TEXT },
    allowPositionals: true,
  });
  const common = Common.safeParse(values);
  if (!common.success) throw new UserError(z.prettifyError(common.error));
  const own = Object.fromEntries(Object.entries(values).filter(([name]) => name in flags));
  return { common: common.data, input: { ...own, ...named(positionals, options), ...called(subcommand?.name) } };
}

const TEXT = { type: 'string' } as const;
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
