import type { Command, CommandSpec, OptionSpec } from './command.ts';
import type { Feature } from './domain/feature.ts';

/** What the operator brought, by the settings. */
export const featuresOf = ({ LLM_URL, LLM_MODEL }: Readonly<Record<string, unknown>>): ReadonlySet<Feature> =>
  new Set(LLM_URL && LLM_MODEL ? (['model'] as const) : []);

/** Commands without the options that need what is not there. */
export const offered = (commands: readonly Command[], features: ReadonlySet<Feature>): readonly Command[] =>
  commands.map((command) => ({ ...command, data: shown(command.data, features) }));

function shown(data: CommandSpec, features: ReadonlySet<Feature>): CommandSpec {
  const { options, subcommands, ...rest } = data;
  return {
    ...rest,
    ...(options && { options: kept(options, features) }),
    ...(subcommands && { subcommands: subcommands.map((one) => ({ ...one, options: kept(one.options, features) })) }),
  };
}

const kept = (options: readonly OptionSpec[], features: ReadonlySet<Feature>): readonly OptionSpec[] =>
  options.filter(({ needs }) => needs === undefined || features.has(needs));
