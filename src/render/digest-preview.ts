import type { Language } from '../domain/language.ts';
import type { DigestContent } from '../domain/outbox.ts';
import type { Page, PageLimits } from '../domain/page.ts';
import { paragraph, small } from './blocks.ts';
import { renderDigest } from './digest-pages.ts';
import { messagesIn } from './messages/in-language.ts';

/**
 * What would come now, with a note that it has not.
 * @param content null: nothing would
 * @param language of whoever looks; the digest has its own
 */
export function renderPreview(content: DigestContent | null, language: Language, limits: PageLimits): Page {
  const { preview: words } = messagesIn(language).digest;
  if (content === null) return { language, tone: 'quiet', blocks: [paragraph(words.silent)], actions: [] };
  const note = small(words.note);
  const room = { ...limits, budget: limits.budget - limits.costOf(note), blocks: limits.blocks - 1 };
  const [page] = renderDigest(content, null, room, 1);
  if (!page) throw new TypeError('a digest has at least one page');
  return { ...page, blocks: [note, ...page.blocks] };
}
