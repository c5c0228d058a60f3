import type { Ask, Asked } from '../src/asked.ts';
import type { Page, PageLimits } from '../src/domain/page.ts';
import { renderBrief } from '../src/render/brief-page.ts';
import { ambiguousPage, unfitPage, unknownPage } from '../src/render/notice.ts';

/** The first page of what became of a question. */
export function answerPage(question: Ask, asked: Asked, isPrivate: boolean, limits: PageLimits): Page {
  switch (asked.kind) {
    case 'brief':
      return renderBrief(asked.brief, { view: 'overview', page: 1, private: isPrivate }, limits);
    case 'ambiguous':
      return ambiguousPage({ ...question, option: asked.option, choices: asked.choices });
    case 'unknown':
      return unknownPage({ ...question, option: asked.option, choices: asked.near });
    case 'unfit':
      return unfitPage(asked.option, asked.entity, question.language);
  }
}
