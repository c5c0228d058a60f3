import { type Digest, MESSAGES_AT_MOST } from '../domain/digest.ts';
import type { Language } from '../domain/language.ts';
import type { DigestContent } from '../domain/outbox.ts';
import type { Page, PageLimits } from '../domain/page.ts';
import { paragraph, small } from './blocks.ts';
import { digestAction } from './digest-action.ts';
import { renderDigest } from './digest-pages.ts';
import { messagesIn } from './messages/in-language.ts';
import { turned } from './turned.ts';

/** Most rows of buttons of a page. */
const ROWS = 5;

/**
 * What would come now, message by message, with a note that it has not.
 * @param content null: nothing would
 * @param part which of its messages, from 1
 * @param language of whoever looks; the digest has its own
 */
export function renderPreview(
  { id, how }: Digest,
  content: DigestContent | null,
  part: number,
  language: Language,
  limits: PageLimits,
): Page {
  const { preview: words } = messagesIn(language).digest;
  if (content === null) return { language, tone: 'quiet', blocks: [paragraph(words.silent)], actions: [] };
  const note = small(words.note);
  const room = { ...limits, budget: limits.budget - limits.costOf(note), blocks: limits.blocks - 1 };
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
  return { ...page, blocks: [note, ...page.blocks], actions: rows.slice(0, ROWS) };
}
