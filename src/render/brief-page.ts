import type { Brief, View } from '../domain/brief.ts';
import { hasTopics } from '../domain/form.ts';
import type { Block, Page, PageLimits } from '../domain/page.ts';
import { ageOf } from './age.ts';
import { paragraph, small } from './blocks.ts';
import { briefActions } from './brief-actions.ts';
import { askedSpanWords, besideBlocks, titleBlock } from './brief-header.ts';
import { withoutStruck } from './correction-mark.ts';
import { countsBlocks } from './counts-picture.ts';
import { dayWords } from './date-words.ts';
import { evidencePages } from './evidence.ts';
import { failingWords } from './failing-words.ts';
import { limitWords } from './limit-words.ts';
import { lookedWords } from './looked-words.ts';
import { hasMapBehind, mapBlocks } from './map-picture.ts';
import { messagesIn } from './messages/in-language.ts';
import { nothingNewWords } from './news-words.ts';
import { overviewPages } from './overview.ts';
import { type Piece, remembering } from './pack.ts';
import { replayNote } from './replay-note.ts';
import { sourcePages } from './source-list.ts';
import { subjectWords } from './subject-words.ts';

/** What of an answer is to be shown. */
export interface Wanted {
  readonly view: View;
  /** From 1; past the last page, the last is shown. */
  readonly page: number;
  /** The page will be seen by the asker alone. */
  readonly private: boolean;
  /** Its prose is being prepared, and says so. */
  readonly isComing?: boolean;
  /** It was shown before: says when, and what the store held then. */
  readonly again?: boolean;
}

/** One page of an answer with its buttons. */
export function renderBrief(brief: Brief, wanted: Wanted, limits: PageLimits): Page {
  const note = replayNote(brief);
  const coming = small(messagesIn(brief.question.language).prose.coming);
  const room = without(note, wanted.isComing ? without(coming, limits) : limits);
  const pages = pagesOf(brief, wanted.view, remembering(room));
  const page = Math.min(wanted.page, pages.length);
  return {
    language: brief.question.language,
    blocks: [...(pages[page - 1] ?? []), ...(wanted.isComing ? [coming] : []), ...(wanted.again ? [note] : [])],
    actions: briefActions(brief, { ...wanted, page, pages: pages.length }),
    tone: brief.outcome === 'lines' ? 'neutral' : 'quiet',
  };
}

const without = (block: Block, limits: PageLimits): PageLimits => {
  return { ...limits, budget: limits.budget - limits.costOf(block), blocks: limits.blocks - 1 };
};

/** All pages of a view: at least one. */
export function pagesOf(brief: Brief, view: View, limits: PageLimits): readonly Piece[] {
  if (brief.outcome !== 'lines' && !brief.checked) return [silence(brief)];
  switch (view) {
    case 'overview':
      return overviewPages(brief, 'usual', limits);
    case 'turned':
    case 'plain':
      return overviewPages(brief, view, limits);
    case 'evidence':
    case 'around':
      return evidencePages(brief, view === 'around', limits);
    case 'map':
      return picturePages(brief, hasMapBehind(brief) ? mapBlocks(withoutStruck(brief)) : [], limits);
    case 'chart':
      return picturePages(brief, countsBlocks(withoutStruck(brief)), limits);
    case 'sources':
      return sourcePages(brief, limits);
  }
}

/** The picture alone; the overview where there is none to show. */
function picturePages(brief: Brief, blocks: readonly Block[], limits: PageLimits): readonly Piece[] {
  if (blocks.length === 0) return overviewPages(brief, 'usual', limits);
  return [[titleBlock(brief), ...blocks, small(messagesIn(brief.question.language).brief.answer(brief.id))]];
}

/** Why there is nothing to print: very different things, and never "nothing happened". */
function silence(brief: Brief): readonly Block[] {
  const words = messagesIn(brief.question.language).brief;
  const limit = limitWords(brief);
  const told = [...toldOf(brief), ...(limit === null ? [] : [limit])];
  return [titleBlock(brief), ...told.map(paragraph), ...besideBlocks(brief), small(words.answer(brief.id))];
}

function toldOf(brief: Brief): readonly string[] {
  if (brief.outcome === 'undisputed') return undisputed(brief);
  if (brief.outcome === 'unchanged')
    return [...nothingNewWords(brief), failingWords(brief)].filter((words) => words !== null);
  return [...reasons(brief), messagesIn(brief.question.language).brief.notNothing];
}

function reasons(brief: Brief): readonly string[] {
  const { brief: words, silence, trust } = messagesIn(brief.question.language);
  const failing = failingWords(brief);
  if (brief.outcome === 'uncovered') return [(brief.question.sources ? trust : words).uncovered(subjectWords(brief))];
  return failing === null ? quiet(brief) : [silence.nothingFound, failing, ...newestElsewhere(brief)];
}

function undisputed(brief: Brief): readonly string[] {
  const told = [lookedWords(brief), failingWords(brief)].filter((words) => words !== null);
  return [messagesIn(brief.question.language).dispute.none, ...told];
}

function quiet(brief: Brief): readonly string[] {
  const { coverage, question } = brief;
  const { form, about, language } = question;
  const words = messagesIn(language);
  if (coverage) return [words.brief.quiet(askedSpanWords(brief)), ...newestElsewhere(brief)];
  if (!hasTopics(form)) return [words.brief.quietTopic(subjectWords(brief), words.form[form])];
  if (about === 'everything') return [words.brief.quiet(null)];
  return [words.brief.quietTopic(subjectWords(brief), words.brief.topic[about])];
}

/** What there is outside of the period. */
function newestElsewhere({ coverage, question: { language }, askedAtMs }: Brief): readonly string[] {
  if (!coverage) return [];
  const words = messagesIn(language).brief;
  const { newestAtMs, undated } = coverage;
  return [
    ...(newestAtMs === null
      ? []
      : [words.newestElsewhere(dayWords(newestAtMs, language), words.age(ageOf(newestAtMs, askedAtMs)))]),
    ...(undated > 0 ? [words.undated(undated)] : []),
  ];
}
