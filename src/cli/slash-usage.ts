import type { CommandSpec, OptionSpec } from '../command.ts';
import { commands } from './offered-here.ts';

type Typed = Pick<CommandSpec, 'name' | 'description' | 'options'>;

/** How each slash command that works outside a server is typed, from its own description; `help` is this. */
export const slashUsage = (): string =>
  commands
    .filter(({ data }) => (data.inDirectMessages || data.forOperator) && data.name !== 'help')
    .map(({ data }) => usageOf(data))
    .join('');

/** How one of them is typed. @param subcommand the one that is meant; undefined: all of them */
export const usageOf = (data: CommandSpec, subcommand?: string): string =>
  typedAs(data, subcommand)
    .map((typed) => `  ${[typed.name, ...usageWords(typed)].join(' ')}\n      ${typed.description.en}.\n`)
    .join('');

/** A command with subcommands is typed as each of them. */
const typedAs = (data: CommandSpec, subcommand: string | undefined): readonly Typed[] =>
  data.subcommands
    ?.filter(({ name }) => subcommand === undefined || name === subcommand)
    .map((sub) => ({ ...sub, name: `${data.name} ${sub.name}` })) ?? [data];

function usageWords({ options }: Typed): readonly string[] {
  const shown = optionsOf(options);
  const open = openOption(shown);
  return shown.map((option) => {
    if (option === open) return option.name.toUpperCase();
    const flag = `--${flagOf(option)}`;
    return option.type === 'boolean' ? `[${flag}]` : `[${flag} ${valueWords(option)}]`;
  });
}

function valueWords(option: OptionSpec): string {
  if (option.type === 'attachment') return 'PATH';
  const values = option.type === 'string' ? (option.choices ?? []).map(({ value }) => value) : [];
  return values.length > 0 ? values.join('|') : option.name.toUpperCase();
}

/** Everything at a terminal is private. */
export const optionsOf = (options: readonly OptionSpec[] = []): readonly OptionSpec[] =>
  options.filter(({ name }) => name !== 'private');

/** What needs no flag: the first option that must be there, else what the question is about. */
export const openOption = (options: readonly OptionSpec[]): OptionSpec | undefined =>
  options.find(({ required }) => required) ?? options.find(({ name }) => name === 'query');

/** The flag of an option, without its dashes. */
export const flagOf = ({ flag, name }: OptionSpec): string => flag ?? name;
