import type { z } from 'zod';
import type { CommandSpec, OptionSpec } from '../command.ts';
import type { Language } from '../domain/language.ts';
import { WORDS } from './words.ts';

type Options = Readonly<Record<string, unknown>>;

/** What is wrong with the options of a command, naming each in the language of whoever typed them. */
export function inputWords(error: z.ZodError, given: Options, spec: CommandSpec, language: Language): string {
  const sentences = error.issues.map((issue) => issueWords(issue, given, optionsOf(spec), language));
  return [...new Set(sentences)].join('\n');
}

function optionsOf(spec: CommandSpec): readonly OptionSpec[] {
  return spec.options ?? spec.subcommands?.flatMap(({ options }) => options) ?? [];
}

function issueWords(
  issue: z.core.$ZodIssue,
  given: Options,
  options: readonly OptionSpec[],
  language: Language,
): string {
  const words = WORDS[language];
  const option = options.find(({ name }) => name === issue.path[0]);
  if (!option) return words.optionsUnclear;
  const name = language === 'uk' ? option.nameUk : option.name;
  if (given[option.name] === undefined) return words.optionMissing(name);
  if (issue.code === 'too_big' && issue.origin === 'string') return words.optionTooLong(name, Number(issue.maximum));
  if (issue.code === 'too_small' && issue.origin === 'string') return words.optionTooShort(name);
  const choices = choiceNames(option, language);
  return choices.length > 0 ? words.optionNotAmong(name, choices) : words.optionUnclear(name);
}

function choiceNames(option: OptionSpec, language: Language): readonly string[] {
  return option.type === 'string' ? (option.choices ?? []).map(({ name }) => name[language]) : [];
}
