import { type Digest, MESSAGES_AT_MOST } from '../domain/digest.ts';
import type { Language } from '../domain/language.ts';
import type { DigestContent } from '../domain/outbox.ts';
import type { Block, Page, PageLimits } from '../domain/page.ts';
import type { Review } from '../domain/review.ts';
import { paragraph, small } from './blocks.ts';
import { digestAction } from './digest-action.ts';
import { comingBlocks } from './digest-card.ts';
import { renderDigest } from './digest-pages.ts';
import { messagesIn } from './messages/in-language.ts';
import { turned } from './turned.ts';

/** Most rows of buttons of a page. */
const ROWS = 5;

/**
 * What would come now, message by message, with a note that it has not.
 * @param content null: nothing would
 * @param coming the one that moderators are shown already; null: there is none
 * @param part which of its messages, from 1
 * @param language of whoever looks; the digest has its own
 */
export function renderPreview(
  { id, how }: Digest,
  content: DigestContent | null,
  coming: Review | null,
  part: number,
  language: Language,
  limits: PageLimits,
): Page {
  const { preview: words } = messagesIn(language).digest;
  const notes = comingNotes(coming, language);
  if (content === null) return { language, tone: 'quiet', blocks: [...notes, paragraph(words.silent)], actions: [] };
  const top = [small(words.note), ...notes];
  const cost = top.reduce((sum, block) => sum + limits.costOf(block), 0);
  const room = { ...limits, budget: limits.budget - cost, blocks: limits.blocks - top.length };
  const pages = renderDigest(content, null, room, MESSAGES_AT_MOST[how]);
  const page = pages[Math.min(part, pages.length) - 1];
  if (!page) throw new TypeError('a digest has at least one page');
  const actionOf = (at: number): string => digestAction({ kind: 'part', id, page: at });
  const { turns } = turned(
    pages.map(({ blocks }) => blocks),
    part,
    actionOf,
    language,
  );
  const rows = turns.length > 0 ? [turns, ...page.actions] : page.actions;
  return { ...page, blocks: [...top, ...page.blocks], actions: rows.slice(0, ROWS) };
}

function comingNotes(coming: Review | null, language: Language): readonly Block[] {
  if (coming === null) return [];
  return [...comingBlocks(coming, language), small(messagesIn(language).review.comingNote)];
}
