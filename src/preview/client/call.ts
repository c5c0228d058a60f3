import type { CallEvent, MenuRequest, RunRequest } from '../protocol.ts';
import { menu, press, run } from './api.ts';
import { appendMessage, reveal } from './channel.ts';
import { type Child, el } from './dom.ts';
import { createMessage, type Message } from './message.ts';
import { currentLanguage } from './preferences.ts';
import { say } from './texts.ts';

/**
 * Runs a command and shows what comes of it.
 * @param shown how the command reads above its answer: its name, and its options
 */
export async function callCommand(
  request: Omit<RunRequest, 'locale'>,
  shown: { readonly label: string; readonly options: string },
): Promise<void> {
  const answer = newMessage(usedLine(shown));
  answer.think(false);
  await follow(run({ ...request, locale: currentLanguage() }), answer, () => answer);
}

/** Uses a command in the menu of a message that was pasted. */
export async function callOnMessage(request: Omit<MenuRequest, 'locale'>, label: string): Promise<void> {
  const answer = newMessage(usedLine({ label, options: request.text.slice(0, SHOWN_CHARS) }));
  answer.think(true);
  await follow(menu({ ...request, locale: currentLanguage() }), answer, () => answer);
}

/** Of a pasted message, above its answer. */
const SHOWN_CHARS = 120;

/** Presses a button: its answer changes the message it is on, or comes beside it. */
async function pressButton(message: Message, button: HTMLButtonElement): Promise<void> {
  const place = buttonsOf(message).indexOf(button);
  for (const each of buttonsOf(message)) each.setAttribute('aria-disabled', 'true');
  button.setAttribute('aria-busy', 'true');
  const request = {
    customId: button.dataset.customId ?? '',
    onPrivate: message.isPrivate(),
    locale: currentLanguage(),
  };
  await follow(press(request), message, () => newMessage(replyLine(message)));
  for (const each of buttonsOf(message)) each.removeAttribute('aria-disabled');
  button.removeAttribute('aria-busy');
  if (!button.isConnected) focusAgain(message, place);
}

/** Plays a call's events. `own` is what updates change; replies go to the message that `beside` makes, once. */
async function follow(events: AsyncIterable<CallEvent>, own: Message, beside: () => Message): Promise<void> {
  let other: Message | null = null;
  const reply = (): Message => {
    other ??= beside();
    return other;
  };
  let answered = false;
  try {
    for await (const event of events) {
      answered ||= event.kind !== 'acknowledged';
      play(event, own, reply);
    }
  } catch (error) {
    console.info('The call broke off:', error);
  }
  if (!answered) reply().fail();
  reveal((other ?? own).element);
}

function play(event: CallEvent, own: Message, reply: () => Message): void {
  if (event.kind === 'reply') reply().show(event.body, event.private);
  else if (event.kind === 'update') own.show(event.body, own.isPrivate());
  else if (event.how === 'reply') reply().think(event.private);
}

function newMessage(cause: Child): Message {
  const message = createMessage(cause, (on, button) => void pressButton(on, button));
  appendMessage(message.element);
  return message;
}

const buttonsOf = (message: Message): readonly HTMLButtonElement[] => [
  ...message.element.querySelectorAll<HTMLButtonElement>('button[data-custom-id]'),
];

/** A redrawn message must not lose the keyboard: the button in the same place has it, or the message. */
function focusAgain(message: Message, place: number): void {
  const button = buttonsOf(message)[place];
  (button && !button.disabled ? button : message.element).focus({ preventScroll: true });
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
