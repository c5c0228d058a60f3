import type { APITextInputComponent, ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { ModalBody } from '../../deliver/edge.ts';
import { type Child, el } from './dom.ts';
import { say } from './texts.ts';

/** By Discord's numbers: https://discord.com/developers/docs/components/reference */
const LABEL = 18 as ComponentType.Label;
const TEXT_INPUT = 4 as ComponentType.TextInput;
const SHORT = 1 as TextInputStyle.Short;

interface Field {
  readonly name: string;
  readonly element: HTMLElement;
  readonly input: HTMLInputElement | HTMLTextAreaElement;
}

/** Shows a form over the page. @returns what was filled in, by field; null when it was given up */
export function openModal({ title, components }: ModalBody): Promise<Readonly<Record<string, string>> | null> {
  const fields = components.flatMap((part, at) =>
    part.type === LABEL && part.component.type === TEXT_INPUT ? [fieldOf(part, part.component, at)] : [],
  );
  const cancel = el('button', { type: 'button', class: 'button secondary' }, say('giveUp'));
  const submit = el('button', { type: 'submit', class: 'button primary' }, say('submit'));
  const form = el(
    'form',
    {},
    el('h2', { id: 'modal-title' }, title),
    el('div', { class: 'fields' }, ...fields.map(({ element }) => element)),
    el('div', { class: 'modal-foot' }, cancel, submit),
  );
  const dialog = el('dialog', { class: 'modal', 'aria-labelledby': 'modal-title' }, form);
  cancel.addEventListener('click', () => dialog.close());
  form.addEventListener('keydown', (event) => submitOnKey(form, event));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    dialog.close('submitted');
  });
  return shown(dialog, fields);
}

/** The keyboard stays in it, Escape gives it up, and afterwards the keyboard is where it was. */
function shown(dialog: HTMLDialogElement, fields: readonly Field[]): Promise<Readonly<Record<string, string>> | null> {
  document.body.append(dialog);
  dialog.showModal();
  fields[0]?.input.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const values = Object.fromEntries(fields.map(({ name, input }) => [name, input.value]));
      dialog.remove();
      resolve(dialog.returnValue === 'submitted' ? values : null);
    });
  });
}

function submitOnKey(form: HTMLFormElement, event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  form.requestSubmit();
}

function fieldOf(
  { label, description }: { readonly label: string; readonly description?: string },
  field: APITextInputComponent,
  at: number,
): Field {
  const id = `field-${at}`;
  const input = inputOf(field, id);
  const hint = description ? [el('p', { id: `${id}-hint`, class: 'hint' }, description)] : [];
  if (description) input.setAttribute('aria-describedby', `${id}-hint`);
  const mark = field.required ? [el('span', { class: 'required', 'aria-hidden': 'true' }, ' *')] : [];
  const element = el(
    'div',
    { class: 'field' },
    el('label', { for: id }, label, ...mark),
    ...hint,
    input,
    counter(input),
  );
  return { name: field.custom_id, element, input };
}

function inputOf(field: APITextInputComponent, id: string): HTMLInputElement | HTMLTextAreaElement {
  const { style, value = '', placeholder = '', max_length: most = 4_000, required = true } = field;
  const attributes = { id, maxlength: String(most), placeholder, ...(required && { required: '' }) };
  const input =
    style === SHORT ? el('input', { type: 'text', ...attributes }) : el('textarea', { rows: '8', ...attributes });
  input.value = value;
  return input;
}

/** How much is left, where that comes near. */
function counter(input: HTMLInputElement | HTMLTextAreaElement): Child {
  const left = el('p', { class: 'left', 'aria-hidden': 'true' });
  const count = (): void => {
    const isNear = input.value.length > input.maxLength / 2;
    left.textContent = isNear ? `${input.value.length} / ${input.maxLength}` : '';
  };
  input.addEventListener('input', count);
  count();
  return left;
}
