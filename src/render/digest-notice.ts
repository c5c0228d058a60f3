import type { Notice } from '../domain/digest-notice.ts';
import type { Language } from '../domain/language.ts';
import { type Block, type Page, richOf } from '../domain/page.ts';
import { paragraph, small, title } from './blocks.ts';
import { clip } from './cut.ts';
import { instantWords } from './date-words.ts';
import { messagesIn } from './messages/in-language.ts';

/** What moderators are told of a digest that is not delivered, without having asked. */
export function renderDigestNotice(digestId: string, notice: Notice, language: Language): Page {
  const { notice: words } = messagesIn(language).delivery;
  const isDelivered = notice.kind === 'partly' || notice.kind === 'no-role' || notice.kind === 'not-shown';
  const blocks = [title((isDelivered ? words.titleOf : words.title)(digestId)), ...wordsOf(notice, language)];
  return { language, tone: 'problem', blocks, actions: [] };
}

/** The same in a sentence or two. */
export const noticeWords = (notice: Notice, language: Language): string =>
  wordsOf(notice, language)
    .slice(0, 1)
    .flatMap((block) => richOf(block).map(({ text }) => text))
    .join('');

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
    case 'no-role':
      return [paragraph(words.noRole), paragraph(words.noRoleNext)];
    case 'no-subject':
      return [paragraph(words.noSubject(clip(notice.query))), paragraph(words.noSubjectNext)];
  }
}
