import type { CommandSpec } from '../../command.ts';
import { callOnMessage } from './call.ts';
import { byId, el } from './dom.ts';
import { currentLanguage } from './preferences.ts';
import { say } from './texts.ts';

/** A box for a message, with the commands that stand in the menu of messages. Drawn anew in the page's language; what is in it stays. */
export function offerMenu(commands: readonly CommandSpec[]): void {
  const menu = commands.flatMap(({ onMessages }) => onMessages ?? []);
  const before = byId('pasted').querySelector('textarea')?.value ?? '';
  const box = el('textarea', { rows: '3', maxlength: '4000', 'aria-labelledby': 'pasted-label' });
  box.value = before;
  const buttons = menu.map(({ name }) => {
    const button = el('button', { type: 'button' }, name[currentLanguage()]);
    button.addEventListener('click', () => {
      if (box.value.trim() === '') box.focus();
      else void callOnMessage({ name: name.en, text: box.value }, name[currentLanguage()]);
    });
    return button;
  });
  byId('pasted').replaceChildren(el('p', { id: 'pasted-label' }, say('pasteMessage')), box, el('p', {}, ...buttons));
  byId('pasted').hidden = menu.length === 0;
}
