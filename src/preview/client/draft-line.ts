import type { OptionSpec, Suggestion } from '../../command.ts';
import { type Draft, type Filled, splitOptions, valueFor } from './command-line.ts';
import { el } from './dom.ts';
import type { DraftFault } from './draft.ts';
import { comboInput, createField, type Field } from './field.ts';
import { createFileField } from './file-field.ts';
import type { Choice, Listbox } from './listbox.ts';
import { currentLanguage } from './preferences.ts';
import type { Suggester } from './suggester.ts';
import { textOf } from './texts.ts';

/** A command on the command line, with a chip for each option given and an input for naming more. */
export interface DraftLine {
  readonly element: HTMLElement;
  readonly read: () => Draft;
  /** Puts the keyboard where the next thing is to be typed. */
  readonly focus: () => void;
  readonly focusFault: (fault: DraftFault) => void;
}

export interface DraftLineTools {
  readonly listbox: Listbox;
  readonly suggester: Suggester;
  /** Backspace was pressed where nothing is left but the command. */
  readonly onEmptied: () => void;
}

interface Line {
  readonly draft: Draft;
  readonly tools: DraftLineTools;
  readonly element: HTMLElement;
  /** Names the options to add. */
  readonly more: HTMLInputElement;
  fields: readonly Field[];
}

export function createDraftLine(draft: Draft, tools: DraftLineTools): DraftLine {
  const more = comboInput(textOf('optionsTitle'));
  more.className = 'more';
  more.value = draft.rest;
  const name = el('span', { class: 'command' }, `/${draft.target.label[currentLanguage()]}`);
  const line: Line = { draft, tools, more, fields: [], element: el('div', { class: 'draft' }, name, more) };
  more.addEventListener('input', () => takeNamed(line, more, '') || offerOptions(line));
  more.addEventListener('focus', () => offerOptions(line));
  more.addEventListener('keydown', (event) => moveOnKey(line, more, event));
  for (const filled of withRequired(draft)) addField(line, filled);
  return {
    element: line.element,
    read: () => ({ target: draft.target, filled: line.fields.map((field) => field.read()), rest: more.value }),
    focus: () => (line.fields.find(({ input }) => input.value === '')?.input ?? more).focus(),
    focusFault: ({ option }) => markFault(line, option),
  };
}

/** Required options have their chip from the start. */
function withRequired({ target, filled }: Draft): readonly Filled[] {
  const missing = target.options.filter((option) => option.required && !filled.some((each) => each.option === option));
  return [...filled, ...missing.map((option) => ({ option, text: '' }))];
}

function addField(line: Line, filled: Filled): Field {
  const field = filled.option.type === 'attachment' ? createFileField(filled) : createField(filled);
  line.fields = [...line.fields, field];
  line.more.before(field.element);
  field.input.addEventListener('input', () => {
    field.input.removeAttribute('aria-invalid');
    if (!takeNamed(line, field.input, field.option.name)) suggestFor(line, field);
  });
  field.input.addEventListener('focus', () => suggestFor(line, field));
  field.input.addEventListener('keydown', (event) => moveOnKey(line, field.input, event));
  showOpenOptions(line);
  return field;
}

/** Moves `about:aid` out of the text of an input into a chip of its own. Returns whether there was any. */
function takeNamed(line: Line, input: HTMLInputElement, own: string): boolean {
  const { head, named } = splitOptions(
    input.value,
    line.draft.target.options.filter(({ name }) => name !== own),
  );
  if (named.length === 0) return false;
  input.value = head;
  for (const filled of named) {
    const there = line.fields.find(({ option }) => option === filled.option);
    there?.write(filled.text);
    (there ?? addField(line, filled)).input.focus();
  }
  return true;
}

function suggestFor(line: Line, field: Field): void {
  const { listbox, suggester } = line.tools;
  const { option, input } = field;
  // Enter sends what can be sent as it stands; else it picks what comes closest.
  const canStand = input.value === '' || valueFor(field.read()) !== null;
  suggester.ask(line.draft.target, option, field.read().picked === undefined ? input.value : '', (found) => {
    const choices = found.map((each) => ({ label: each.name, pick: () => pickFor(line, field, each) }));
    listbox.show(input, titleOf(option), choices, canStand ? -1 : 0);
  });
}

function pickFor(line: Line, field: Field, { name, value }: Suggestion): void {
  const isBoolean = field.option.type === 'boolean';
  field.write(name, isBoolean ? undefined : value);
  const next = line.fields.find((each) => each.option.required && each.input.value === '');
  (next?.input ?? line.more).focus();
}

/** The options that have no chip yet. */
function offerOptions(line: Line): void {
  const { listbox, suggester } = line.tools;
  suggester.cancel();
  const typed = line.more.value.trim().toLowerCase();
  const fitting = openOptions(line).filter(({ name, nameUk }) => name.startsWith(typed) || nameUk.startsWith(typed));
  listbox.show(
    line.more,
    textOf('optionsTitle'),
    fitting.map((option) => optionChoice(line, option)),
    typed === '' ? -1 : 0,
  );
}

function optionChoice(line: Line, option: OptionSpec): Choice {
  const language = currentLanguage();
  return {
    label: language === 'uk' ? option.nameUk : option.name,
    detail: option.description[language],
    pick: () => {
      line.more.value = '';
      addField(line, { option, text: '' }).input.focus();
    },
  };
}

const openOptions = ({ draft, fields }: Line): readonly OptionSpec[] =>
  draft.target.options.filter((option) => !fields.some((field) => field.option === option));

function showOpenOptions(line: Line): void {
  const count = openOptions(line).length;
  line.more.placeholder = count > 0 ? `+${count} ${textOf('moreOptions')}` : '';
}

const titleOf = ({ name, nameUk, description }: OptionSpec): string =>
  `${currentLanguage() === 'uk' ? nameUk : name}: ${description[currentLanguage()]}`;

/** Backspace in an empty chip removes it; arrows at either end of the text go to the neighbour. */
function moveOnKey(line: Line, input: HTMLInputElement, event: KeyboardEvent): void {
  const inputs = [...line.fields.map((field) => field.input), line.more];
  const at = inputs.indexOf(input);
  if (event.key === 'Backspace' && input.value === '') dropField(line, at, event);
  else if (event.key === 'ArrowLeft' && input.selectionEnd === 0) focusEnd(inputs[at - 1], event);
  else if (event.key === 'ArrowRight' && input.selectionStart === input.value.length) focusEnd(inputs[at + 1], event);
}

function dropField(line: Line, at: number, event: Event): void {
  const field = line.fields[at];
  const before = line.fields[at - 1];
  if (field && (before || !field.option.required)) {
    line.fields = line.fields.filter((each) => each !== field);
    field.element.remove();
    showOpenOptions(line);
  }
  if (before) focusEnd(before.input, event);
  else if (line.fields.length === 0 || field?.option.required) line.tools.onEmptied();
  else focusEnd(line.more, event);
}

function focusEnd(input: HTMLInputElement | undefined, event: Event): void {
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.setSelectionRange(input.value.length, input.value.length);
}

function markFault(line: Line, option: string | null): void {
  const input = line.fields.find((field) => field.option.name === option)?.input ?? line.more;
  input.setAttribute('aria-invalid', 'true');
  input.focus();
}
