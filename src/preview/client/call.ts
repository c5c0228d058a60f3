import type { ModalBody } from '../../deliver/edge.ts';
import type { CallEvent, MenuRequest, RunRequest } from '../protocol.ts';
import { menu, press, run, submit } from './api.ts';
import { appendMessage, reveal } from './channel.ts';
import { type Child, el } from './dom.ts';
import { type Control, createMessage, type Message } from './message.ts';
import { openModal } from './modal.ts';
import { currentLanguage } from './preferences.ts';
import { say } from './texts.ts';

/**
 * Runs a command and shows what comes of it.
 * @param shown how the command reads above its answer: its name, and its options
 */
export function callCommand(
  request: Omit<RunRequest, 'locale'>,
  shown: { readonly label: string; readonly options: string },
): Promise<void> {
  return begin(run({ ...request, locale: currentLanguage() }), () => usedLine(shown), false);
}

/** Uses a command in the menu of a message that was pasted. */
export function callOnMessage(request: Omit<MenuRequest, 'locale'>, label: string): Promise<void> {
  const shown = { label, options: request.text.slice(0, SHOWN_CHARS) };
  return begin(menu({ ...request, locale: currentLanguage() }), () => usedLine(shown), true);
}

/** A call that is no button's. @param cause what stands above its answer, made anew for each */
async function begin(events: AsyncIterable<CallEvent>, cause: () => Child, isPrivate: boolean): Promise<void> {
  const answer = newMessage(cause());
  answer.think(isPrivate);
  const form = await follow(events, answer, () => answer);
  if (!form) return;
  answer.element.remove();
  await fillIn(form, null, () => newMessage(cause()));
}

/** Of a pasted message, above its answer. */
const SHOWN_CHARS = 120;

/** Presses a button, or tells what was picked from a menu: the answer changes the message it is on, or comes beside it. */
async function pressControl(message: Message, control: Control): Promise<void> {
  const place = controlsOf(message).indexOf(control);
  for (const each of controlsOf(message)) each.setAttribute('aria-disabled', 'true');
  control.setAttribute('aria-busy', 'true');
  const request = { customId: pressedId(control), onPrivate: message.isPrivate(), locale: currentLanguage() };
  const form = await follow(press(request), message, () => newMessage(replyLine(message)));
  for (const each of controlsOf(message)) each.removeAttribute('aria-disabled');
  control.removeAttribute('aria-busy');
  if (control instanceof HTMLSelectElement) control.selectedIndex = 0;
  if (!control.isConnected) focusAgain(message, place);
  if (form) await fillIn(form, message, () => newMessage(replyLine(message)));
}

/** What is picked stands after the menu's own id, as on Discord. */
function pressedId(control: Control): string {
  const { customId = '' } = control.dataset;
  return control instanceof HTMLSelectElement ? `${customId}:${control.value}` : customId;
}

/**
 * Has a form filled in and sends it, unless it is given up.
 * @param on the message whose button opened it; null: a command did
 */
async function fillIn(modal: ModalBody, on: Message | null, newAnswer: () => Message): Promise<void> {
  const values = await openModal(modal);
  if (!values) return;
  const answer = on ?? newAnswer();
  if (!on) answer.think(true);
  const request = { customId: modal.custom_id, values, onPrivate: on?.isPrivate() ?? null, locale: currentLanguage() };
  await follow(submit(request), answer, on ? newAnswer : () => answer);
}

/**
 * Plays a call's events. `own` is what updates change; replies go to the message that `beside` makes, once.
 * @returns the form that it was answered with; null when it was answered otherwise
 */
async function follow(
  events: AsyncIterable<CallEvent>,
  own: Message,
  beside: () => Message,
): Promise<ModalBody | null> {
  let other: Message | null = null;
  const reply = (): Message => {
    other ??= beside();
    return other;
  };
  let answered = false;
  try {
    for await (const event of events) {
      if (event.kind === 'ask') return event.modal;
      answered ||= event.kind !== 'acknowledged';
      play(event, own, reply);
    }
  } catch (error) {
    console.info('The call broke off:', error);
  }
  if (!answered) reply().fail();
  reveal((other ?? own).element);
  return null;
}

function play(event: Exclude<CallEvent, { kind: 'ask' }>, own: Message, reply: () => Message): void {
  if (event.kind === 'reply') reply().show(event.body, event.private);
  else if (event.kind === 'update') own.show(event.body, own.isPrivate());
  else if (event.how === 'reply') reply().think(event.private);
}

function newMessage(cause: Child): Message {
  const message = createMessage(cause, (on, control) => void pressControl(on, control));
  appendMessage(message.element);
  return message;
}

const controlsOf = (message: Message): readonly Control[] => [
  ...message.element.querySelectorAll<Control>('[data-custom-id]'),
];

/** A redrawn message must not lose the keyboard: the button in the same place has it, or the message. */
function focusAgain(message: Message, place: number): void {
  const control = controlsOf(message)[place];
  (control && !control.disabled ? control : message.element).focus({ preventScroll: true });
}

function usedLine({ label, options }: { readonly label: string; readonly options: string }): Child {
  const you = el('span', { class: 'you' }, say('you'));
  return el('span', {}, you, ' ', say('used'), ' ', el('b', {}, label), ' ', el('span', { class: 'given' }, options));
}

function replyLine(message: Message): Child {
  const start = message.element.querySelector('.content h3, .content h4, .content p')?.textContent ?? '';
  const back = el('button', { type: 'button', class: 'back' }, el('b', {}, 'Sitrep'), ' ', start);
  back.addEventListener('click', () => {
    reveal(message.element);
    message.element.focus({ preventScroll: true });
  });
  return back;
}
