import { suggest } from './api.ts';
import type { Draft, Filled, Target } from './command-line.ts';
import { byId, el } from './dom.ts';
import { currentLanguage } from './preferences.ts';
import { textOf } from './texts.ts';

const EXAMPLES = 3;

/** Offers commands to click: about what the store knows most of, and the help, which is the last command. */
export async function offerExamples(targets: readonly Target[], send: (draft: Draft) => void): Promise<void> {
  const help = targets.filter(isBare).slice(-1);
  const drafts = [...(await askable(targets)), ...help.map((target) => ({ target, filled: [], rest: '' }))];
  byId('examples').replaceChildren(...drafts.map((draft) => drawExample(draft, send)));
}

/** Questions that have an answer: the first command with suggestions, and the best of them. */
async function askable(targets: readonly Target[]): Promise<readonly Draft[]> {
  for (const target of targets) {
    const option = target.options.find((each) => each.type === 'string' && each.autocomplete);
    if (!option) continue;
    const request = { name: target.name, option: option.name, typed: '', locale: currentLanguage() };
    const { suggestions } = await suggest(request, AbortSignal.timeout(5_000));
    return suggestions
      .slice(0, EXAMPLES - 1)
      .map(({ name, value }) => ({ target, filled: [{ option, text: name, picked: value }], rest: '' }));
  }
  return [];
}

const isBare = ({ options }: Target): boolean => options.length === 0;

function drawExample(draft: Draft, send: (draft: Draft) => void): HTMLElement {
  const label = draft.target.label[currentLanguage()];
  const button = el(
    'button',
    { type: 'button', class: 'example' },
    el('b', {}, `/${label}`),
    ...draft.filled.map(drawFilled),
  );
  button.setAttribute('aria-label', `${textOf('send')}: /${label} ${draft.filled.map(({ text }) => text).join(' ')}`);
  button.addEventListener('click', () => send(draft));
  return button;
}

const drawFilled = ({ text }: Filled): HTMLElement => el('span', {}, ` ${text}`);
