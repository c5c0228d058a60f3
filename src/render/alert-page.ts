import type { Brief } from '../domain/brief.ts';
import type { Page, PageLimits } from '../domain/page.ts';
import { small } from './blocks.ts';
import { briefActions } from './brief-actions.ts';
import { pagesOf } from './brief-page.ts';
import { instantWords } from './date-words.ts';
import { roomBeside } from './digest-pages.ts';
import { messagesIn } from './messages/in-language.ts';
import { remembering } from './pack.ts';

/** By which an alert that has come is known. */
export interface AlertStamp {
  readonly trackId: string;
  /** Lower-case letters and digits; stands on the page, so that the message is found again. */
  readonly code: string;
  /** How often the message was edited, this time included. */
  readonly edits: number;
}

/** An alert as it comes; what has no room on its page is behind its buttons. */
export function renderAlert(brief: Brief, { trackId, code, edits }: AlertStamp, limits: PageLimits): Page {
  const { language } = brief.question;
  const { alert: words } = messagesIn(language).track;
  const foot = [
    ...(edits > 0 ? [small(words.updated(instantWords(brief.askedAtMs, language), edits))] : []),
    small(words.mark(trackId, code)),
  ];
  const pages = pagesOf(brief, 'overview', remembering(roomBeside(foot, limits)));
  return {
    language,
    tone: 'neutral',
    blocks: [...(pages[0] ?? []), ...foot],
    actions: briefActions(brief, { view: 'overview', page: 1, pages: pages.length, private: false }),
  };
}
