import type { TrackNotice } from '../domain/alert.ts';
import type { Language } from '../domain/language.ts';
import type { Block, Page } from '../domain/page.ts';
import { paragraph, small, title } from './blocks.ts';
import { instantWords } from './date-words.ts';
import { messagesIn } from './messages/in-language.ts';

/** What moderators are told of a track whose alerts are not delivered, without having asked. */
export function renderTrackNotice(trackId: string, notice: TrackNotice, language: Language): Page {
  const { notice: words } = messagesIn(language).track;
  return {
    language,
    tone: 'problem',
    blocks: [title(words.title(trackId)), ...wordsOf(notice, language)],
    actions: [],
  };
}

function wordsOf(notice: TrackNotice, language: Language): readonly Block[] {
  const { notice: words } = messagesIn(language).track;
  if (notice.kind === 'refused') return [paragraph(words.refused[notice.why]), small(words.keptTrying)];
  return [paragraph(words[notice.kind](instantWords(notice.madeAtMs, language)))];
}
