import type { SentFile } from '../protocol.ts';
import { FILE_BYTES, type Filled } from './command-line.ts';
import { el } from './dom.ts';
import { comboInput, type Field } from './field.ts';
import { currentLanguage } from './preferences.ts';
import { textOf } from './texts.ts';

/** Room for the name of the file. */
const FILE_NAME_CHARS = 14;

/** The chip of an option that takes a file: Enter or a click opens the picker, Backspace takes the file out. */
export function createFileField({ option, text, file }: Filled): Field {
  const name = currentLanguage() === 'uk' ? option.nameUk : option.name;
  const input = comboInput(`${name}: ${option.description[currentLanguage()]}`);
  const picker = el('input', { type: 'file', hidden: '', tabindex: '-1' });
  let chosen = file;
  const show = (shown: string, given?: SentFile): void => {
    input.value = shown;
    chosen = given;
  };
  input.readOnly = true;
  input.size = FILE_NAME_CHARS;
  input.placeholder = textOf('chooseFile');
  show(text, file);
  input.addEventListener('click', () => picker.click());
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Backspace' && input.value !== '') show('');
    else if (event.key === ' ' || (event.key === 'Enter' && input.value === '')) picker.click();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  picker.addEventListener('change', () => {
    const [picked] = picker.files ?? [];
    input.removeAttribute('aria-invalid');
    if (picked) void read(picked).then((given) => show(picked.name, given));
  });
  const chip = el('span', { class: 'chip-name', 'aria-hidden': 'true' }, name);
  return {
    option,
    input,
    element: el('span', { class: 'chip file-chip' }, chip, input, picker),
    read: () => ({ option, text: input.value, ...(chosen && { file: chosen }) }),
    write: (shown) => show(shown),
  };
}

/** Nothing for a file that is too large to send. */
function read(file: File): Promise<SentFile | undefined> {
  if (file.size > FILE_BYTES) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const base64 = String(reader.result).split(',', 2)[1] ?? '';
      resolve({ name: file.name, base64 });
    });
    reader.addEventListener('error', () => resolve(undefined));
    reader.readAsDataURL(file);
  });
}
