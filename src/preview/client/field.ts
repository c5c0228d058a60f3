import type { OptionSpec } from '../../command.ts';
import type { Filled } from './command-line.ts';
import { el } from './dom.ts';
import { currentLanguage } from './preferences.ts';

/** An option's chip on the command line: its name and what is typed for it. */
export interface Field {
  readonly option: OptionSpec;
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly read: () => Filled;
  /** Puts in text; `picked` is the value it stands for, until it is typed over. */
  readonly write: (text: string, picked?: string) => void;
}

/** Room for the caret beyond the text, in characters. */
const MARGIN = 1;

export function createField({ option, text, picked }: Filled): Field {
  const name = currentLanguage() === 'uk' ? option.nameUk : option.name;
  const input = comboInput(`${name}: ${option.description[currentLanguage()]}`);
  let value = picked;
  input.addEventListener('input', () => {
    value = undefined;
    widen(input);
  });
  const write = (shown: string, stands?: string): void => {
    input.value = shown;
    value = stands;
    widen(input);
  };
  write(text, picked);
  return {
    option,
    input,
    element: el('label', { class: 'chip' }, el('span', { class: 'chip-name', 'aria-hidden': 'true' }, name), input),
    read: () => ({ option, text: input.value, ...(value !== undefined && { picked: value }) }),
    write,
  };
}

/** A text input that a list of choices belongs to. */
export function comboInput(label: string): HTMLInputElement {
  const names = {
    'aria-label': label,
    'aria-controls': 'choices',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
  };
  return el('input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    ...names,
  });
}

/** As wide as its text, where the browser does not do that by itself (`field-sizing`). */
function widen(input: HTMLInputElement): void {
  input.size = Math.min(Math.max(input.value.length + MARGIN, 2), 40);
}
