import type { Language } from '../domain/language.ts';
import type { Page } from '../domain/page.ts';
import { ROW_BUTTONS } from './limits.ts';
import { visibleCut } from './visible.ts';
import { WORDS } from './words.ts';

/** A message whose links were offered to somebody, and what they called on it. */
interface Offered {
  /** Of the message's menu, in English. */
  readonly name: string;
  readonly links: readonly string[];
  readonly userId: string;
  readonly guildId: string | null;
  /** When the message was written, in Unix ms. */
  readonly atMs: number;
}

/** Links to choose from. They are longer than a button can carry, and so are kept here until the process ends. */
export interface LinkChoices {
  /** The page that asks which of the links is meant. `ref` names the call. */
  readonly offer: (ref: string, offered: Offered, language: Language) => Page;
  /** What a button of such a page stands for; null for another's, and for what is kept no more. */
  readonly chosen: (
    rest: string,
    userId: string,
    guildId: string | null,
  ) => (Pick<Offered, 'name' | 'atMs'> & { readonly link: string }) | null;
}

/** What the action of such a button begins with; no command's name. */
export const LINK_CHOICE = '@link';

const OFFERS_KEPT = 500;
const LABEL_CHARS = 70;

export function createLinkChoices(): LinkChoices {
  const offers = new Map<string, Offered>();
  return {
    offer: (ref, offered, language) => {
      offers.set(ref, offered);
      for (const oldest of offers.keys()) {
        if (offers.size <= OFFERS_KEPT) break;
        offers.delete(oldest);
      }
      return choicePage(ref, offered.links, language);
    },
    chosen: (rest, userId, guildId) => {
      const [ref = '', at = ''] = rest.split(':');
      const offered = offers.get(ref);
      const link = offered?.links[Number(at)];
      if (!offered || link === undefined || offered.userId !== userId || offered.guildId !== guildId) return null;
      return { name: offered.name, atMs: offered.atMs, link };
    },
  };
}

function choicePage(ref: string, links: readonly string[], language: Language): Page {
  const buttons = links.map((link, at) => ({
    action: `${LINK_CHOICE}:${ref}:${at}`,
    label: `${at + 1}. ${visibleCut(link.replace(/^https?:\/\/(?:www\.)?/i, ''), LABEL_CHARS)}`,
    look: 'secondary' as const,
  }));
  return {
    language,
    tone: 'neutral',
    blocks: [{ kind: 'paragraph', rich: [{ text: WORDS[language].whichLink }] }],
    actions: [buttons.slice(0, ROW_BUTTONS), buttons.slice(ROW_BUTTONS)].filter((row) => row.length > 0),
  };
}
