import type { z } from 'zod';
import type { CommandSpec, OptionSpec } from '../command.ts';
import type { Language } from '../domain/language.ts';
import { WORDS } from './words.ts';

type Options = Readonly<Record<string, unknown>>;

/**
 * What is wrong with the options of a command, naming each in the language of whoever gave them.
 * @param how whether options and values are picked by their names, or typed as flags
 */
export function inputWords(
  error: z.ZodError,
  given: Options,
  spec: CommandSpec,
  language: Language,
  how: 'picked' | 'typed' = 'picked',
): string {
  const sentences = error.issues.map((issue) => issueWords(issue, given, optionsOf(spec), namesIn(language, how)));
  return [...new Set(sentences)].join('\n');
}

function optionsOf(spec: CommandSpec): readonly OptionSpec[] {
  return spec.options ?? spec.subcommands?.flatMap(({ options }) => options) ?? [];
}

interface Names {
  readonly words: (typeof WORDS)[Language];
  readonly ofOption: (option: OptionSpec) => string;
  readonly ofChoices: (option: OptionSpec) => readonly string[];
}

function namesIn(language: Language, how: 'picked' | 'typed'): Names {
  const words = WORDS[language];
  if (how === 'typed')
    return {
      words,
      ofOption: ({ flag, name }) => `--${flag ?? name}`,
      ofChoices: (option) => choicesOf(option).map(({ value }) => value),
    };
  return {
    words,
    ofOption: ({ name, nameUk }) => (language === 'uk' ? nameUk : name),
    ofChoices: (option) => choicesOf(option).map(({ name }) => name[language]),
  };
}

function issueWords(
  issue: z.core.$ZodIssue,
  given: Options,
  options: readonly OptionSpec[],
  { words, ofOption, ofChoices }: Names,
): string {
  const option = options.find(({ name }) => name === issue.path[0]);
  if (!option) return words.optionsUnclear;
  const name = ofOption(option);
  if (given[option.name] === undefined) return words.optionMissing(name);
  if (issue.code === 'too_big' && issue.origin === 'string') return words.optionTooLong(name, Number(issue.maximum));
  if (issue.code === 'too_small' && issue.origin === 'string') return words.optionTooShort(name);
  const choices = ofChoices(option);
  return choices.length > 0 ? words.optionNotAmong(name, choices) : words.optionUnclear(name);
}

const choicesOf = (option: OptionSpec) => (option.type === 'string' ? (option.choices ?? []) : []);
