import type { Brief } from '../../domain/brief.ts';
import type { Page, PageLimits } from '../../domain/page.ts';
import { paragraph, small } from '../blocks.ts';
import { headerBlocks } from '../brief-header.ts';
import { renderBrief } from '../brief-page.ts';
import { messagesIn } from '../messages/in-language.ts';
import { isWhole } from '../section-count.ts';
import { type ExportFormat, exportFile } from './export-file.ts';

/** The file of an answer, with what it rests on and what it does not hold; an answer that has no lines says why instead. */
export function renderExport(brief: Brief, format: ExportFormat, limits: PageLimits): Page {
  const { language } = brief.question;
  if (brief.outcome !== 'lines') {
    const silent = renderBrief(brief, { view: 'overview', page: 1, private: false }, limits);
    return { ...silent, actions: [] };
  }
  const { file, records, leftOut } = exportFile(brief, format, limits.fileBytes ?? Number.POSITIVE_INFINITY);
  const words = messagesIn(language);
  const notes = [
    words.export.records(records),
    ...(leftOut > 0 ? [words.export.leftOut(leftOut)] : []),
    ...(brief.sections.every(isWhole)
      ? []
      : [words.export.best(brief.sections.reduce((n, { lines }) => n + lines.length, 0))]),
  ];
  return {
    language,
    tone: 'neutral',
    actions: [],
    blocks: [...headerBlocks(brief), paragraph(notes.join(' ')), file, small(words.brief.answer(brief.id))],
  };
}
