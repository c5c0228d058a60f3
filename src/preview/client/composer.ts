import { scrollPage } from './channel.ts';
import { type Draft, matchingTargets, parseLine, type Target } from './command-line.ts';
import { byId } from './dom.ts';
import { type DraftFault, faultOf } from './draft.ts';
import { createDraftLine, type DraftLine } from './draft-line.ts';
import { comboInput } from './field.ts';
import { createListbox, type Listbox } from './listbox.ts';
import { currentLanguage } from './preferences.ts';
import { createSuggester, type Suggester } from './suggester.ts';
import { type TextKey, textOf } from './texts.ts';

/** The command line at the foot of the channel. */
export interface Composer {
  /** Starts a command, as if its name had been typed. */
  readonly begin: (target: Target) => void;
}

interface State {
  readonly targets: readonly Target[];
  readonly send: (draft: Draft) => void;
  readonly listbox: Listbox;
  readonly suggester: Suggester;
  /** The command being written; null while there is only plain text. */
  line: DraftLine | null;
  plain: HTMLInputElement;
  /** Commands sent, oldest first, and which of them is shown; its length when none is. */
  sent: readonly Draft[];
  shown: number;
}

/** @param send called with each draft that is complete; the line is empty again then */
export function createComposer(targets: readonly Target[], send: (draft: Draft) => void): Composer {
  const state: State = {
    targets,
    send,
    listbox: createListbox(),
    suggester: createSuggester(),
    line: null,
    plain: plainInput(),
    sent: [],
    shown: 0,
  };
  const form = byId('composer');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(state);
  });
  form.addEventListener('keydown', (event) => onKey(state, event));
  form.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) close(state);
  });
  byId('cancel').addEventListener('click', () => showPlain(state, ''));
  showPlain(state, '');
  return {
    begin: (target) => showDraft(state, { target, filled: [], rest: '' }),
  };
}

function plainInput(): HTMLInputElement {
  const input = comboInput(textOf('composer'));
  input.dataset.label = 'composer';
  input.dataset.placeholder = 'placeholder';
  input.placeholder = textOf('placeholder');
  input.className = 'plain';
  return input;
}

function onKey(state: State, event: KeyboardEvent): void {
  if (event.isComposing || !(event.target instanceof HTMLInputElement)) return;
  const taken =
    state.listbox.takesKey(event.key) || (event.key === 'Escape' && giveUp(state)) || recall(state, event.key);
  if (taken) event.preventDefault();
  else if (event.key === 'PageUp' || event.key === 'PageDown') scrollPage(event.key === 'PageUp' ? -1 : 1);
  else if (event.key === 'Enter') {
    event.preventDefault();
    submit(state);
  }
}

/** Escape with no list open gives the command up. */
function giveUp(state: State): boolean {
  showPlain(state, '');
  return true;
}

/** The arrows go through what was sent, from an empty line or while going through it already. */
function recall(state: State, key: string): boolean {
  const step = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0;
  const isIdle = state.line === null && state.plain.value === '';
  if (step === 0 || (!isIdle && state.shown === state.sent.length)) return false;
  const next = Math.max(0, state.shown + step);
  const draft = state.sent[next];
  if (draft) showDraft(state, draft);
  else showPlain(state, '');
  close(state);
  state.shown = Math.min(next, state.sent.length);
  return true;
}

function close(state: State): void {
  state.suggester.cancel();
  state.listbox.hide();
}

function showPlain(state: State, text: string): void {
  close(state);
  tell(null);
  state.line = null;
  state.shown = state.sent.length;
  state.plain = plainInput();
  state.plain.addEventListener('input', () => readPlain(state));
  place(state.plain, false);
  state.plain.value = text;
  state.plain.focus();
  if (text !== '') readPlain(state);
}

function showDraft(state: State, draft: Draft): void {
  close(state);
  tell(null);
  const { listbox, suggester } = state;
  state.line = createDraftLine(draft, {
    listbox,
    suggester,
    onEmptied: () => showPlain(state, `/${draft.target.label[currentLanguage()]}`),
  });
  place(state.line.element, true);
  state.line.focus();
}

function place(element: HTMLElement, isDraft: boolean): void {
  byId('line').replaceChildren(element);
  byId('cancel').hidden = !isDraft;
}

/** A whole command name and a space become a draft; the start of one lists the commands that fit. */
function readPlain(state: State): void {
  tell(null);
  const text = state.plain.value;
  const draft = /\s/u.test(text) ? parseLine(text, state.targets) : null;
  if (draft) showDraft(state, draft);
  else listCommands(state, text);
}

function listCommands(state: State, text: string): void {
  const fitting = text.startsWith('/') ? matchingTargets(text.slice(1), state.targets) : [];
  state.listbox.show(
    state.plain,
    textOf('commands'),
    fitting.map((target) => commandChoice(state, target)),
    0,
  );
}

function commandChoice(state: State, target: Target) {
  const language = currentLanguage();
  const pick = (): void => showDraft(state, { target, filled: [], rest: '' });
  return { label: `/${target.label[language]}`, detail: target.description[language], pick };
}

function submit(state: State): void {
  const draft = state.line?.read() ?? parseLine(state.plain.value, state.targets);
  const fault = draft && faultOf(draft);
  if (!draft) tell(problemOf(state.plain.value));
  else if (fault) showFault(state, draft, fault);
  else {
    state.sent = [...state.sent, draft];
    showPlain(state, '');
    state.send(draft);
  }
}

function showFault(state: State, draft: Draft, fault: DraftFault): void {
  if (!state.line) showDraft(state, draft);
  state.line?.focusFault(fault);
  tell(fault.text);
}

function problemOf(text: string): TextKey | null {
  if (text.trim() === '') return null;
  return text.startsWith('/') ? 'unknownCommand' : 'needsSlash';
}

/** Says what is wrong with the line, to the eye and to screen readers. */
function tell(problem: TextKey | null): void {
  byId('problem').textContent = problem ? textOf(problem) : '';
}
