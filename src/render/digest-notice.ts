import type { Notice } from '../domain/digest-notice.ts';
import type { Language } from '../domain/language.ts';
import type { Block, Page } from '../domain/page.ts';
import { paragraph, small, title } from './blocks.ts';
import { clip } from './cut.ts';
import { instantWords } from './date-words.ts';
import { messagesIn } from './messages/in-language.ts';

/** What moderators are told of a digest that is not delivered, without having asked. */
export function renderDigestNotice(digestId: string, notice: Notice, language: Language): Page {
  const { notice: words } = messagesIn(language).delivery;
  const blocks = [title(words.title(digestId)), ...wordsOf(notice, language)];
  return { language, tone: 'problem', blocks, actions: [] };
}

function wordsOf(notice: Notice, language: Language): readonly Block[] {
  const { notice: words } = messagesIn(language).delivery;
  switch (notice.kind) {
    case 'refused': {
      const { what, todo } = words.refused[notice.why];
      return [paragraph(what), paragraph(todo), small(words.keptTrying)];
    }
    case 'undecided':
      return [paragraph(words.undecided(instantWords(notice.slotMs, language))), small(words.undecidedNext)];
    case 'not-shown':
      return [
        paragraph(words.notShown(instantWords(notice.slotMs, language))),
        paragraph(words.refused[notice.why].todo),
        small(words.notShownNext),
      ];
    case 'partly':
      return [
        paragraph(words.partly(instantWords(notice.slotMs, language), notice.events)),
        ...(notice.why === null ? [] : [paragraph(words.refused[notice.why].todo)]),
        small(words.partlyNext),
      ];
    case 'no-subject':
      return [paragraph(words.noSubject(clip(notice.query))), paragraph(words.noSubjectNext)];
  }
}
