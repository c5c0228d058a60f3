import type { OptionSpec, SubcommandSpec } from '../src/command.ts';

/** A subcommand by its name and description, in English and Ukrainian. */
export const sub = (
  names: readonly [string, string],
  words: readonly [string, string],
  options: readonly OptionSpec[] = [],
): SubcommandSpec => ({
  name: names[0],
  nameUk: names[1],
  description: { en: words[0], uk: words[1] },
  options,
});
