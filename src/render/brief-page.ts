import type { Brief } from '../domain/brief.ts';
import type { Block, Page, PageLimits } from '../domain/page.ts';
import type { View } from './action-code.ts';
import { ageOf } from './age.ts';
import { paragraph, small } from './blocks.ts';
import { briefActions } from './brief-actions.ts';
import { askedSpanWords, besideBlocks, titleBlock } from './brief-header.ts';
import { dayWords } from './date-words.ts';
import { evidencePages } from './evidence.ts';
import { messagesIn } from './messages/in-language.ts';
import { overviewPages } from './overview.ts';
import { type Piece, remembering } from './pack.ts';
import { sourcePages } from './source-list.ts';
import { subjectWords } from './subject-words.ts';

/** What of an answer is to be shown. */
export interface Wanted {
  readonly view: View;
  /** From 1; past the last page, the last is shown. */
  readonly page: number;
  /** The page will be seen by the asker alone. */
  readonly private: boolean;
}

/** One page of an answer with its buttons. */
export function renderBrief(brief: Brief, wanted: Wanted, limits: PageLimits): Page {
  const pages = pagesOf(brief, wanted.view, remembering(limits));
  const page = Math.min(wanted.page, pages.length);
  return {
    language: brief.question.language,
    blocks: pages[page - 1] ?? [],
    actions: briefActions(brief, { ...wanted, page, pages: pages.length }),
    tone: brief.outcome === 'lines' ? 'neutral' : 'quiet',
  };
}

/** All pages of a view: at least one. */
export function pagesOf(brief: Brief, view: View, limits: PageLimits): readonly Piece[] {
  if (brief.outcome !== 'lines') return [silence(brief)];
  switch (view) {
    case 'overview':
      return overviewPages(brief, limits);
    case 'evidence':
      return evidencePages(brief, limits);
    case 'sources':
      return sourcePages(brief, limits);
  }
}

/** Why there is nothing to print: two very different things, and never "nothing happened". */
function silence(brief: Brief): readonly Block[] {
  const words = messagesIn(brief.question.language).brief;
  const said = brief.outcome === 'uncovered' ? [words.uncovered(subjectWords(brief))] : quiet(brief);
  return [
    titleBlock(brief),
    ...[...said, words.notNothing].map(paragraph),
    ...besideBlocks(brief),
    small(words.answer(brief.id)),
  ];
}

function quiet(brief: Brief): readonly string[] {
  const { coverage, question, askedAtMs } = brief;
  const { about, language } = question;
  const words = messagesIn(language).brief;
  if (!coverage)
    return about === 'everything' ? [words.quiet(null)] : [words.quietTopic(subjectWords(brief), words.topic[about])];
  const { newestAtMs, undated } = coverage;
  return [
    words.quiet(askedSpanWords(brief)),
    ...(newestAtMs === null
      ? []
      : [words.newestElsewhere(dayWords(newestAtMs, language), words.age(ageOf(newestAtMs, askedAtMs)))]),
    ...(undated > 0 ? [words.undated(undated)] : []),
  ];
}
