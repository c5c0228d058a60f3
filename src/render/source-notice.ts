import type { Language } from '../domain/language.ts';
import type { Action, Block, Page } from '../domain/page.ts';
import type { SourceNotice } from '../domain/source-notice.ts';
import { paragraph, small, title } from './blocks.ts';
import { clip } from './cut.ts';
import { instantWords } from './date-words.ts';
import { failureTold } from './failure-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { sourceAction } from './source-action.ts';

/** What moderators are told of a source without having asked, with what they may do about it. */
export function renderSourceNotice(notice: SourceNotice, language: Language): Page {
  const blocks = [...wordsOf(notice, language), ...addressOf(notice)];
  const tone = notice.kind === 'failing' || notice.kind === 'gone' ? 'problem' : 'quiet';
  return { language, tone, blocks, actions: actionsOf(notice, language) };
}

function wordsOf(notice: SourceNotice, language: Language): readonly Block[] {
  const { notice: words } = messagesIn(language);
  const name = clip(notice.source.name);
  switch (notice.kind) {
    case 'failing': {
      const { what, todo } = failureTold(notice.failure, true, language);
      const since = words.failingSince(instantWords(notice.sinceMs, language));
      return [title(words.failing(name)), paragraph(`${what} ${since}`), paragraph(todo), small(words.failingNext)];
    }
    case 'recovered': {
      const [since, at] = [instantWords(notice.sinceMs, language), instantWords(notice.atMs, language)];
      return [title(words.recovered(name)), paragraph(words.recoveredFrom(since, at))];
    }
    case 'gone':
      return [title(words.gone(name)), paragraph(words.goneNext)];
    case 'request':
      return [title(words.request(name)), paragraph(words.requestNext)];
  }
}

const addressOf = ({ source: { url } }: SourceNotice): readonly Block[] =>
  url === null ? [] : [{ kind: 'small', rich: [{ text: clip(url), href: url }] }];

const BUTTONS = {
  failing: ['check', 'pause', 'remove'],
  recovered: [],
  gone: ['resume', 'remove'],
  request: ['approve', 'refuse'],
} as const;

function actionsOf({ kind, source }: SourceNotice, language: Language): readonly (readonly Action[])[] {
  const { button } = messagesIn(language).source;
  const buttons = BUTTONS[kind].map((does, at): Action => {
    const look = at === 0 ? 'primary' : 'secondary';
    return { action: sourceAction({ kind: does, source: source.id }), label: button[does], look };
  });
  return buttons.length === 0 ? [] : [buttons];
}
