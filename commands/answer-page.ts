import type { Ask, Asked } from '../src/asked.ts';
import type { Answer } from '../src/command.ts';
import type { Brief } from '../src/domain/brief.ts';
import type { PageLimits } from '../src/domain/page.ts';
import { renderBrief, type Wanted } from '../src/render/brief-page.ts';
import { ambiguousPage, unfitPage, unknownPage } from '../src/render/notice.ts';

/** A page, and the answer that it shows, where it shows one. */
type Shown = Pick<Answer, 'page' | 'shows'>;

/** The first page of what became of a question. */
export function answerPage(question: Ask, asked: Asked, isPrivate: boolean, limits: PageLimits): Shown {
  switch (asked.kind) {
    case 'brief':
      return briefPage(asked.brief, { view: 'overview', page: 1, private: isPrivate }, limits);
    case 'ambiguous':
      return { page: ambiguousPage({ ...question, option: asked.option, choices: asked.choices }) };
    case 'unknown':
      return { page: unknownPage({ ...question, option: asked.option, choices: asked.near }) };
    case 'unfit':
      return { page: unfitPage(asked.option, asked.entity, question.language) };
  }
}

/** One page of an answer. */
export function briefPage(brief: Brief, wanted: Wanted, limits: PageLimits): Shown {
  const { view, page, again = false } = wanted;
  return { page: renderBrief(brief, wanted, limits), shows: { brief, face: { view, page, again } } };
}
