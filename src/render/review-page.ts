import type { Brief } from '../domain/brief.ts';
import type { Language } from '../domain/language.ts';
import type { DigestContent } from '../domain/outbox.ts';
import type { Action, Block, Menu, Page, PageLimits, Rich } from '../domain/page.ts';
import type { Review } from '../domain/review.ts';
import { paragraph, small, title } from './blocks.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Frame, type Piece, paginate, remembering } from './pack.ts';
import { reviewAction } from './review-action.ts';
import { reviewEnd } from './review-end.ts';
import { linePiece, lineWordsOf, type ReviewLine, reviewLines } from './review-lines.ts';
import { runWords } from './schedule-words.ts';
import { turned } from './turned.ts';

/** Most that a menu holds: https://discord.com/developers/docs/components/reference#string-select */
const LINES_AT_MOST = 25;

/** A digest as moderators see it before it comes, with why each line is in it, or what came of it. */
export function renderReview(review: Review, language: Language, limits: PageLimits): Page {
  const foot = small(messagesIn(language).review.foot(review.digestId, review.mark));
  if (review.end !== null || review.content === null)
    return { language, tone: 'quiet', blocks: [...reviewEnd(review, language), foot], actions: [] };
  const lines = reviewLines(review, review.content);
  const { blocks, turns, shown } = pageOf(review, review.content, lines, foot, language, limits);
  return {
    language,
    tone: review.verdict?.kind === 'hold' ? 'problem' : 'neutral',
    blocks,
    actions: [buttonsOf(review, language), ...(turns.length > 0 ? [turns] : [])],
    ...(shown.length > 0 && { menu: menuOf(review, review.content.brief, shown, language) }),
  };
}

/** One page of the lines, with which lines those are. */
function pageOf(
  review: Review,
  { brief, corrected }: DigestContent,
  lines: readonly ReviewLine[],
  foot: Block,
  language: Language,
  limits: PageLimits,
) {
  const count = (corrected?.corrections.length ?? 0) + (corrected?.more ?? 0);
  const beside = count === 0 ? [] : [small(messagesIn(language).review.corrected(count))];
  const frame: Frame = { first: [...topOf(review, lines, language), ...beside], later: [], foot: [foot] };
  const room = remembering({ ...limits, blocks: Math.min(limits.blocks, frame.first.length + 2 * LINES_AT_MOST) });
  const budget = room.budget - [...frame.first, foot].reduce((sum, block) => sum + room.costOf(block), 0);
  const fits = (piece: Piece): boolean => piece.reduce((sum, block) => sum + room.costOf(block), 0) <= budget;
  const pieces = lines.map((line) => linePiece(line, brief, language, fits));
  const pages = paginate([{ heading: [], continued: [], pieces }], frame, room, 'filled');
  const { digestId, slotMs, page } = review;
  const turn = (at: number): string => reviewAction(digestId, slotMs, { kind: 'turn', page: at });
  const { blocks, turns } = turned(pages, page, turn, language);
  const isShown = (_: ReviewLine, at: number): boolean => pieces[at]?.every((block) => blocks.includes(block)) ?? false;
  return { blocks, turns, shown: lines.filter(isShown) };
}

function topOf(review: Review, lines: readonly ReviewLine[], language: Language): readonly Block[] {
  const { title: coming, heldTitle, lines: count, noLines } = messagesIn(language).review;
  const titleOf = review.verdict?.kind === 'hold' ? heldTitle : coming;
  const dropped = lines.filter(({ droppedBy }) => droppedBy !== null).length;
  return [
    title(titleOf(review.digestId)),
    ...standing(review, language),
    paragraph(lines.length === 0 ? noLines : count(lines.length - dropped, dropped)),
  ];
}

/** How it stands with it. */
function standing({ verdict, comesAtMs, digest }: Review, language: Language): readonly Block[] {
  const { planned, held, heldNext, sentNow } = messagesIn(language).review;
  const said = (rich: Rich): Block => ({ kind: 'paragraph', rich });
  if (verdict === null) {
    const [when = ''] = runWords([comesAtMs], digest.timetable.zone, language);
    return [said([{ text: planned(when) }, { text: digest.channelId, style: 'channel' }, { text: '.' }])];
  }
  const by = { text: verdict.by, style: 'member' } as const;
  if (verdict.kind === 'send') return [said([by, { text: sentNow }])];
  return [said([by, { text: held }]), small(heldNext)];
}

function buttonsOf({ digestId, slotMs, verdict }: Review, language: Language): readonly Action[] {
  const { button } = messagesIn(language).review;
  const to = (kind: keyof typeof button, look: Action['look']): Action => {
    return { action: reviewAction(digestId, slotMs, { kind }), label: button[kind], look };
  };
  if (verdict?.kind === 'send') return [];
  return [to(verdict === null ? 'hold' : 'release', 'primary'), to('send', 'secondary')];
}

function menuOf(review: Review, brief: Brief, lines: readonly ReviewLine[], language: Language): Menu {
  const { menu, drop, putBack } = messagesIn(language).review;
  return {
    action: reviewAction(review.digestId, review.slotMs, { kind: 'toggle' }),
    placeholder: menu,
    options: lines.slice(0, LINES_AT_MOST).map(({ n, line, droppedBy }) => ({
      value: line.id,
      label: (droppedBy === null ? drop : putBack)(n, lineWordsOf(line, brief)),
    })),
  };
}
