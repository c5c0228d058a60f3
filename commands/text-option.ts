import type { OptionSpec } from '../src/command.ts';

type Text = Extract<OptionSpec, { readonly type: 'string' }>;

/** An option that is typed or chosen, its name and description in English and Ukrainian. */
export const textOption = (
  names: readonly [string, string],
  words: readonly [string, string],
  more: Partial<Text> = {},
): OptionSpec => ({
  type: 'string',
  name: names[0],
  nameUk: names[1],
  description: { en: words[0], uk: words[1] },
  ...more,
});
