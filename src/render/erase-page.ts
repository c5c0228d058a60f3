import type { Language } from '../domain/language.ts';
import type { Page } from '../domain/page.ts';
import { item, paragraph, title } from './blocks.ts';
import { messagesIn } from './messages/in-language.ts';

/** What a button of `/settings erase` asks for. */
export const ERASE_REST = 'erase';

/** Asks whether all that is kept of a server is to be deleted. */
export function renderErase(kept: Pick<Erased, 'sources' | 'digests' | 'tracks'>, language: Language): Page {
  const { erase: words } = messagesIn(language).command.settings;
  return {
    language,
    tone: 'problem',
    blocks: [
      title(words.title),
      paragraph(words.ask),
      item([{ text: words.sources(kept.sources) }]),
      item([{ text: words.digests(kept.digests) }]),
      item([{ text: words.tracks(kept.tracks) }]),
      item([{ text: words.answers }]),
      item([{ text: words.settings }]),
      paragraph(words.stays),
    ],
    actions: [[{ action: `settings:${ERASE_REST}`, label: words.confirm, look: 'primary' }]],
  };
}

interface Erased {
  readonly sources: number;
  readonly articles: number;
  readonly digests: number;
  readonly tracks: number;
  readonly answers: number;
}

/** What was deleted. */
export function renderErased(erased: Erased, language: Language): Page {
  const { erase: words } = messagesIn(language).command.settings;
  return {
    language,
    tone: 'neutral',
    blocks: [
      title(words.done),
      item([{ text: words.sources(erased.sources) }]),
      item([{ text: words.articles(erased.articles) }]),
      item([{ text: words.digests(erased.digests) }]),
      item([{ text: words.tracks(erased.tracks) }]),
      item([{ text: words.keptAnswers(erased.answers) }]),
      item([{ text: words.settings }]),
    ],
    actions: [],
  };
}
