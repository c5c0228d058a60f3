import { byId, el } from './dom.ts';

export interface Choice {
  readonly label: string;
  readonly detail?: string;
  readonly pick: () => void;
}

/** The one list that opens above the command line: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export interface Listbox {
  /**
   * Opens for an input; closes when there is nothing to choose.
   * @param active index of the choice that Enter picks, -1 for none
   */
  readonly show: (owner: HTMLInputElement, title: string, choices: readonly Choice[], active: number) => void;
  readonly hide: () => void;
  /** Whether the key was for the list: arrows, Enter and Tab on a choice, Escape. */
  readonly takesKey: (key: string) => boolean;
}

interface Open {
  readonly owner: HTMLInputElement;
  readonly choices: readonly Choice[];
  readonly active: number;
}

export function createListbox(): Listbox {
  let open: Open | null = null;
  const hide = (): void => {
    open?.owner.setAttribute('aria-expanded', 'false');
    open?.owner.removeAttribute('aria-activedescendant');
    open = null;
    byId('popup').hidden = true;
  };
  const mark = (active: number): void => {
    if (open) open = { ...open, active };
    if (open) markActive(open);
  };
  return {
    hide,
    show: (owner, title, choices, active) => {
      hide();
      if (choices.length === 0) return;
      draw(title, choices);
      open = { owner, choices, active };
      markActive(open);
    },
    takesKey: (key) => {
      if (!open) return false;
      const choice = open.choices[open.active];
      if (key === 'Escape') hide();
      else if (key === 'ArrowDown') mark((open.active + 1) % open.choices.length);
      else if (key === 'ArrowUp') mark((open.active <= 0 ? open.choices.length : open.active) - 1);
      else if ((key === 'Enter' || key === 'Tab') && choice) choice.pick();
      else return false;
      return true;
    },
  };
}

function draw(title: string, choices: readonly Choice[]): void {
  byId('popup-title').textContent = title;
  byId('choices').replaceChildren(...choices.map(drawChoice));
  byId('popup').hidden = false;
  byId('popup').scrollTop = 0;
}

function drawChoice({ label, detail, pick }: Choice, index: number): HTMLElement {
  const parts = [
    el('span', { class: 'label' }, label),
    ...(detail === undefined ? [] : [el('span', { class: 'detail' }, detail)]),
  ];
  const item = el(
    'div',
    { id: `choice-${index}`, role: 'option', class: 'choice', 'aria-selected': 'false' },
    ...parts,
  );
  // The input keeps the keyboard while the list is clicked.
  item.addEventListener('pointerdown', (event) => event.preventDefault());
  item.addEventListener('click', pick);
  return item;
}

function markActive({ owner, active }: Open): void {
  owner.setAttribute('aria-expanded', 'true');
  for (const item of byId('choices').children)
    item.setAttribute('aria-selected', String(item.id === `choice-${active}`));
  const chosen = document.getElementById(`choice-${active}`);
  chosen?.scrollIntoView({ block: 'nearest' });
  if (chosen) owner.setAttribute('aria-activedescendant', chosen.id);
  else owner.removeAttribute('aria-activedescendant');
}
