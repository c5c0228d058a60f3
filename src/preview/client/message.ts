import type { ShownBody } from '../protocol.ts';
import { drawComponents } from './components.ts';
import { type Child, el } from './dom.ts';
import { say } from './texts.ts';
import { shortTime } from './time.ts';

/** What is pressed, or picked from. */
export type Control = HTMLButtonElement | HTMLSelectElement;

/** A message of the bot on the page. */
export interface Message {
  readonly element: HTMLElement;
  readonly isPrivate: () => boolean;
  /** Shows that its content is coming, and whether only the caller will see it. */
  readonly think: (isPrivate: boolean) => void;
  readonly show: (body: ShownBody, isPrivate: boolean) => void;
  /** Shows a word of the page's own in place of an answer. */
  readonly fail: () => void;
}

/**
 * An empty message.
 * @param cause what stands above it: the command used, or the message it answers
 * @param onPress called for each press of an enabled button, and when something was picked from a menu
 */
export function createMessage(cause: Child, onPress: (message: Message, control: Control) => void): Message {
  const content = el('div', { class: 'content' });
  const aside = el('div', { class: 'aside' });
  const element = el(
    'li',
    { class: 'message', tabindex: '-1' },
    el('div', { class: 'cause' }, cause),
    avatar(),
    el('div', { class: 'body' }, author(), content, aside),
  );
  const setPrivate = (isPrivate: boolean): void => {
    element.classList.toggle('private', isPrivate);
    aside.replaceChildren(...(isPrivate ? [onlyYou(element)] : []));
  };
  const show = (isPrivate: boolean, ...children: readonly Child[]): void => {
    setPrivate(isPrivate);
    content.replaceChildren(...children);
  };
  const message: Message = {
    element,
    isPrivate: () => element.classList.contains('private'),
    think: (isPrivate) => show(isPrivate, el('p', { class: 'thinking' }, dots(), say('thinking'))),
    show: (body, isPrivate) => show(isPrivate, ...drawComponents(body.components)),
    fail: () => show(true, el('p', { class: 'failed' }, say('noAnswer'))),
  };
  const pressed =
    (selector: string) =>
    ({ target }: Event): void => {
      const control = target instanceof Element ? target.closest<Control>(selector) : null;
      if (control && control.getAttribute('aria-disabled') !== 'true') onPress(message, control);
    };
  content.addEventListener('click', pressed('button[data-custom-id]'));
  content.addEventListener('change', pressed('select[data-custom-id]'));
  return message;
}

const avatar = (): Child => el('img', { class: 'avatar', src: '/icon.svg', alt: '', width: '40', height: '40' });
const dots = (): Child => el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));

function author(): Child {
  const nowSeconds = Date.now() / 1000;
  const time = el('time', { datetime: new Date(nowSeconds * 1000).toISOString() }, shortTime(nowSeconds));
  return el('h2', { class: 'author' }, 'Sitrep', el('span', { class: 'app' }, 'APP'), time);
}

function onlyYou(element: HTMLElement): Child {
  const dismiss = el('button', { type: 'button', class: 'dismiss' }, say('dismiss'));
  dismiss.addEventListener('click', () => {
    element.remove();
    document.getElementById('line')?.querySelector('input')?.focus();
  });
  return el(
    'p',
    { class: 'only-you' },
    el('span', { class: 'eye', 'aria-hidden': 'true' }),
    say('onlyYou'),
    ' · ',
    dismiss,
  );
}
