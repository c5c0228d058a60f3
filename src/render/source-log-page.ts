import type { Language } from '../domain/language.ts';
import type { Page, PageLimits } from '../domain/page.ts';
import type { SourceDeed, SourceId } from '../domain/source.ts';
import { item, paragraph, title } from './blocks.ts';
import { clip } from './cut.ts';
import { instantWords } from './date-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Piece, paginate } from './pack.ts';
import { sourceAction } from './source-action.ts';
import { whoRun } from './source-facts.ts';
import { turned } from './turned.ts';

/** Who did what with the sources of a scope, or with one of them, the last first. */
export function renderLog(
  deeds: readonly SourceDeed[],
  of: { readonly id: SourceId; readonly name: string } | null,
  page: number,
  language: Language,
  limits: PageLimits,
): Page {
  const words = messagesIn(language).source.log;
  const top = [title(of === null ? words.title : words.titleOf(clip(of.name)))];
  const pieces = deeds.map((deed) => deedPiece(deed, language));
  const none: readonly Piece[] = [[paragraph(words.none)]];
  const groups = [{ heading: [], continued: [], pieces: pieces.length > 0 ? pieces : none }];
  const pages = paginate(groups, { first: top, later: top, foot: [] }, limits, 'filled');
  const actionOf = (at: number): string => sourceAction({ kind: 'log', page: at, source: of?.id ?? null });
  const { blocks, turns } = turned(pages, page, actionOf, language);
  return { language, tone: 'neutral', blocks, actions: turns.length > 0 ? [turns] : [] };
}

/** "5 May 2024, 12:00 UTC · @somebody · added · Name `id` · what changed". */
function deedPiece({ atMs, by, deed, source, name, detail }: SourceDeed, language: Language): Piece {
  const { deeds } = messagesIn(language).source.log;
  return [
    item([
      { text: `${instantWords(atMs, language)} · ` },
      whoRun(by, language),
      { text: ` · ${deeds[deed]} · ` },
      { text: clip(name), style: 'bold' },
      { text: ' ' },
      { text: source, style: 'code' },
      ...(detail === '' ? [] : [{ text: ` · ${clip(detail, 300)}` }]),
    ]),
  ];
}
