import type { Language } from '../domain/language.ts';
import type { DigestContent } from '../domain/outbox.ts';
import type { Block, Page, PageLimits } from '../domain/page.ts';
import { paragraph, small } from './blocks.ts';
import { briefActions } from './brief-actions.ts';
import { pagesOf } from './brief-page.ts';
import { correctedBlocks } from './corrected-since.ts';
import { clip } from './cut.ts';
import { instantWords } from './date-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { remembering } from './pack.ts';
import { titleWords } from './subject-words.ts';

/** By what a digest that has come is known. */
export interface DigestStamp {
  readonly digestId: string;
  /** Lower-case letters and digits; stands on each page, so that the message is found again. */
  readonly code: string;
}

/**
 * A digest as it comes into its channel, page after page; what has no room on the pages is behind the first one's buttons.
 * @param stamp null where it is only shown beforehand
 * @param atMost pages; at least 1
 */
export function renderDigest(
  content: DigestContent,
  stamp: DigestStamp | null,
  limits: PageLimits,
  atMost: number,
): readonly Page[] {
  const { brief } = content;
  const notes = [...correctedBlocks(content), ...notesOf(content)];
  // As long as it can be: how many parts there are is known only when it has been laid out.
  const room = roomBeside([...notes, ...footOf(content, stamp, 99, 99)], limits);
  const all = pagesOf(brief, 'overview', remembering(room));
  const shown = all.slice(0, atMost);
  return shown.map((blocks, at) => ({
    language: brief.question.language,
    blocks: [...blocks, ...(at === 0 ? notes : []), ...footOf(content, stamp, at + 1, shown.length)],
    actions: at === 0 ? actionsOf(content, all.length > atMost ? all.length : 1) : [],
    tone: brief.outcome === 'lines' ? 'neutral' : 'quiet',
  }));
}

/**
 * The messages of a digest that has come, laid out anew in as many as it came as: what has no room there any more is behind the first
 * one's buttons.
 */
export function renderDigestAgain(
  content: DigestContent,
  stamp: DigestStamp,
  limits: PageLimits,
  parts: number,
): readonly Page[] {
  const { language } = content.brief.question;
  const pages = renderDigest(content, stamp, limits, parts);
  const moved = paragraph(messagesIn(language).delivery.movedUp);
  const rest = Array.from({ length: parts - pages.length }, (_, at): Page => {
    const blocks = [moved, ...footOf(content, stamp, pages.length + at + 1, parts)];
    return { language, blocks, actions: [], tone: 'quiet' };
  });
  return [...pages, ...rest];
}

const actionsOf = ({ brief }: DigestContent, pages: number): Page['actions'] =>
  briefActions(brief, { view: 'overview', page: 1, pages, private: false });

/** What kept earlier digests, and parts of this one, from coming. */
function notesOf({ brief, told, missed, uncertainMs, lost, beyond }: DigestContent): readonly Block[] {
  const { language } = brief.question;
  const { delivery: words } = messagesIn(language);
  const at = (ms: number): string => instantWords(ms, language);
  const isWaiting = brief.sections.length === 0 && told.withheld.length > 0;
  return [
    ...(isWaiting ? [small(words.waiting)] : []),
    ...(missed === null ? [] : [small(words.missed(missed.slots, at(missed.firstMs), at(missed.lastMs)))]),
    ...(uncertainMs === null ? [] : [small(words.uncertain(at(uncertainMs)))]),
    ...(beyond ? beyondWords(beyond, language).map(small) : []),
    ...(lost.length === 0 ? [] : [small(words.lost(lost.map((query) => clip(query)).join(', ')))]),
  ];
}

function beyondWords({ left, untold, articles }: NonNullable<DigestContent['beyond']>, language: Language) {
  const { beyond: words } = messagesIn(language).delivery;
  return [
    ...(left > 0 ? [words.left(left)] : []),
    ...(untold > 0 ? [words.untold(untold)] : []),
    ...(articles > 0 ? [words.articles(articles)] : []),
  ];
}

function footOf({ brief }: DigestContent, stamp: DigestStamp | null, part: number, parts: number): readonly Block[] {
  const { delivery: words } = messagesIn(brief.question.language);
  const told = [
    ...(stamp === null ? [] : [words.mark(stamp.digestId, stamp.code)]),
    ...(parts > 1 ? [words.part(part, parts)] : []),
  ];
  return told.length === 0 ? [] : [small(told.join(' · '))];
}

/** The events of the lines on these pages. */
export const eventsOn = (pages: readonly Page[]): readonly string[] =>
  pages.flatMap(({ blocks }) => blocks.flatMap((block) => ('of' in block ? (block.of ?? []) : [])));

/** What is left of the limits beside these blocks. */
export const roomBeside = (blocks: readonly Block[], limits: PageLimits): PageLimits => ({
  ...limits,
  budget: limits.budget - blocks.reduce((sum, block) => sum + limits.costOf(block), 0),
  blocks: limits.blocks - blocks.length,
});

/** What a thread or a forum post with the digest is called: its subject, and the day of its slot by its own clock. */
export function digestName({ brief }: DigestContent, slotMs: number, zone: string): string {
  const day = new Intl.DateTimeFormat(brief.question.language, { dateStyle: 'medium', timeZone: zone }).format(slotMs);
  return `${titleWords(brief)} · ${day}`;
}
