import type { CommandSpec, OptionSpec } from '../../command.ts';
import type { Localised } from '../../domain/language.ts';
import type { SentFile } from '../protocol.ts';

/** A command that can be run: one without subcommands, or one of its subcommands. */
export interface Target {
  readonly name: string;
  readonly subcommand?: string;
  /** As typed after the slash: `summary`, `settings show`. */
  readonly label: Localised;
  readonly description: Localised;
  readonly options: readonly OptionSpec[];
}

/**
 * An option with what stands in its field. `picked` is the value behind a suggestion whose name is `text`; `file`, what was
 * chosen for an option that takes one, unless it is too large.
 */
export interface Filled {
  readonly option: OptionSpec;
  readonly text: string;
  readonly picked?: string;
  readonly file?: SentFile;
}

/** Most that the server takes of a file. */
export const FILE_BYTES = 1024 * 1024;

/** A command as far as it is written. */
export interface Draft {
  readonly target: Target;
  readonly filled: readonly Filled[];
  /** Words that no option takes. */
  readonly rest: string;
}

/** Every command that can be run, in the order of the list. */
export function targetsOf(commands: readonly CommandSpec[]): readonly Target[] {
  return commands.flatMap((command): readonly Target[] => {
    const { name, description, options = [], subcommands } = command;
    const label = { en: name, uk: command.nameUk };
    if (!subcommands) return [{ name, label, description, options }];
    return subcommands.map((sub) => ({
      name,
      subcommand: sub.name,
      label: { en: `${name} ${sub.name}`, uk: `${command.nameUk} ${sub.nameUk}` },
      description: sub.description,
      options: sub.options,
    }));
  });
}

/**
 * Reads `/summary kharkiv about:aid`: options by name, in English or Ukrainian, and what stands before the first of them
 * for the first required option (else the first text).
 * @returns null when it does not start with a slash and a command
 */
export function parseLine(line: string, targets: readonly Target[]): Draft | null {
  const found = line.startsWith('/') ? longestMatch(line.slice(1), targets) : null;
  if (!found) return null;
  const { head, named } = splitOptions(found.rest, found.target.options);
  const first = head === '' ? undefined : openOption(found.target.options, named);
  const filled = first ? [{ option: first, text: head }, ...named] : named;
  return { target: found.target, filled, rest: first ? '' : head };
}

/** Targets whose name starts with what is typed after the slash, in either language; the list's order. */
export function matchingTargets(typed: string, targets: readonly Target[]): readonly Target[] {
  const wanted = typed.toLowerCase();
  return targets.filter(({ label }) => label.en.startsWith(wanted) || label.uk.startsWith(wanted));
}

/**
 * The value to send for a field.
 * @returns null where only listed values will do and the text names none of them
 */
export function valueFor({ option, text, picked, file }: Filled): string | boolean | SentFile | null {
  if (option.type === 'attachment') return file ?? null;
  if (picked !== undefined) return picked;
  const typed = text.trim();
  if (option.type === 'boolean') return BOOLEANS.get(typed.toLowerCase()) ?? null;
  if (option.type !== 'string' || !option.choices) return typed;
  const named = ({ name, value }: { readonly name: Localised; readonly value: string }): boolean =>
    [name.en, name.uk, value].some((each) => each.toLowerCase() === typed.toLowerCase());
  return option.choices.find(named)?.value ?? null;
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'так'].map((word) => [word, true] as const),
  ...['false', 'no', 'ні'].map((word) => [word, false] as const),
]);

function longestMatch(
  text: string,
  targets: readonly Target[],
): { readonly target: Target; readonly rest: string } | null {
  const matches = targets.flatMap((target) =>
    [target.label.en, target.label.uk]
      .filter((name) => text === name || text.startsWith(`${name} `))
      .map((name) => ({ target, length: name.length, rest: text.slice(name.length).trim() })),
  );
  return matches.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

/** The option of this name, in English or Ukrainian. */
function optionNamed(name: string, options: readonly OptionSpec[]): OptionSpec | undefined {
  const wanted = name.toLowerCase();
  return options.find((option) => option.name === wanted || option.nameUk === wanted);
}

/** Splits `kharkiv about:aid` into what stands before the first option and the options. One given twice counts as it was given last. */
export function splitOptions(
  text: string,
  options: readonly OptionSpec[],
): { readonly head: string; readonly named: readonly Filled[] } {
  const marks = [...text.matchAll(/(?<=^|\s)([\p{L}\p{N}_-]+):/gu)].flatMap((match) => {
    const option = optionNamed(match[1] ?? '', options);
    return option ? [{ option, from: match.index, to: match.index + match[0].length }] : [];
  });
  const filled = marks.map(({ option, to }, index) => ({
    option,
    text: text.slice(to, marks[index + 1]?.from).trim(),
  }));
  const named = [...new Map(filled.map((each) => [each.option.name, each])).values()];
  return { head: text.slice(0, marks[0]?.from).trim(), named };
}

function openOption(options: readonly OptionSpec[], taken: readonly Filled[]): OptionSpec | undefined {
  const open = options.filter((option) => !taken.some((each) => each.option === option));
  return open.find((option) => option.required) ?? open.find((option) => option.type === 'string');
}
