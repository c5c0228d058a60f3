import { parseArgs } from 'node:util';
import type { Command, CommandSpec, OptionSpec, SubcommandSpec } from '../command.ts';
import type { Config } from '../config.ts';
import { inputWords } from '../deliver/input-words.ts';
import { UserError } from '../domain/failure.ts';
import { COMMON_FLAGS, commonOf } from './common-flags.ts';
import { givenFile } from './given-file.ts';
import { nearestFirst } from './nearest.ts';
import { commands } from './offered-here.ts';
import type { Outcome } from './outcome.ts';
import { withButtons } from './press-button.ts';
import { printed, terminalCall } from './printed.ts';
import { flagOf, openOption, optionsOf, usageOf } from './slash-usage.ts';
import { withSitrep } from './with-sitrep.ts';

/** The slash command of this name. */
export const slashCommand = (name: string): Command | undefined => commands.find(({ data }) => data.name === name);

/** Subcommands that a terminal alone has. */
const AT_TERMINAL: Readonly<Record<string, readonly string[]>> = { source: ['poll'] };

/** `sitrep troops --place kharkiv`: any slash command with its options as flags. @throws UserError for options that it does not take */
export async function slashOnCommandLine(
  command: Command,
  argv: readonly string[],
  config: Config,
  nowMs: number,
): Promise<Outcome> {
  const subcommand = subcommandIn(command.data, argv);
  if (argv.includes('--help')) return { out: usageOf(command.data, subcommand?.name), err: '', status: 0 };
  const { common, input } = inputOf(command, subcommand, argv);
  const parsed = command.input.safeParse(input);
  const { language, format, ...places } = common;
  if (!parsed.success) throw new UserError(inputWords(parsed.error, input, command.data, language, 'typed'));
  const call = terminalCall(language, format, nowMs);
  return withSitrep(config, nowMs, async (app) => {
    const first = await command.run(input, app, call);
    const answer = { ...first, ...(await first.later?.()) };
    const outcome = await printed(answer, format, places, config);
    await answer.delivered?.();
    return format === 'text' && command.data.forOperator ? withButtons(outcome, answer.page) : outcome;
  });
}

/** The subcommand that is called; undefined for a command that has none. @throws UserError for none of those there are */
function subcommandIn({ name, subcommands }: CommandSpec, [typed]: readonly string[]) {
  const found = subcommands?.find((one) => one.name === typed);
  if (found || !subcommands || typed === '--help') return found;
  const names = [...subcommands.map((one) => one.name), ...(AT_TERMINAL[name] ?? [])];
  if (typed === undefined || typed.startsWith('-')) throw new UserError(`say which: ${name} ${names.join('|')}`);
  const asked = JSON.stringify(`${name} ${typed}`);
  throw new UserError(`there is no ${asked}; there are, the nearest first: ${nearestFirst(typed, names).join(', ')}`);
}

function inputOf({ data }: Command, subcommand: SubcommandSpec | undefined, argv: readonly string[]) {
  const options = optionsOf(subcommand?.options ?? data.options);
  const flags = Object.fromEntries(options.map((option) => [flagOf(option), kindOf(option.type)]));
  const { values, positionals } = parseArgs({
    args: argv.slice(subcommand ? 1 : 0),
    options: { ...flags, ...COMMON_FLAGS },
    allowPositionals: true,
  });
  const own = Object.fromEntries(
    options.flatMap((option) => {
      const value = Object.entries(values).find(([name]) => name === flagOf(option))?.[1];
      return value === undefined ? [] : [[option.name, value]];
    }),
  );
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

const kindOf = (type: OptionSpec['type']) => ({ type: type === 'boolean' ? type : 'string' }) as const;
const called = (subcommand: string | undefined) => (subcommand === undefined ? {} : { subcommand });

/** Several words without quotes are one name. @throws UserError where no option takes them */
function named(positionals: readonly string[], options: readonly OptionSpec[]): Readonly<Record<string, string>> {
  if (positionals.length === 0) return {};
  const open = openOption(options);
  if (!open)
    throw new UserError(
      `no option takes ${JSON.stringify(positionals.join(' '))}: name it, as in --${options[0] ? flagOf(options[0]) : 'format'} …`,
    );
  return { [open.name]: positionals.join(' ') };
}
