import type { Brief, Source } from '../domain/brief.ts';
import type { Block, PageLimits, Rich } from '../domain/page.ts';
import { item, small, title } from './blocks.ts';
import { linked } from './citation.ts';
import { clip } from './cut.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Frame, type Piece, paginate, roomForPiece } from './pack.ts';
import { sourceDateWords } from './source-words.ts';
import { outletStanding } from './standing-words.ts';
import { titleWords } from './subject-words.ts';

const MOST_RELAYS = 5;

/** The articles that an answer cites, by their numbers. */
export function sourcePages(brief: Brief, limits: PageLimits): readonly Piece[] {
  const { language } = brief.question;
  const top = [title(messagesIn(language).brief.sourcesOf(titleWords(brief)))];
  const frame: Frame = { first: top, later: top, foot: [small(messagesIn(language).brief.answer(brief.id))] };
  const heads = { heading: [], continued: [] };
  const fits = roomForPiece(heads, frame, limits);
  const pieces = brief.sources.map((source) => [fitSource(source, brief, fits)]);
  return paginate([{ ...heads, pieces }], frame, limits, 'filled');
}

/** Without its link where the address alone is longer than a page. */
function fitSource(source: Source, brief: Brief, fits: (piece: Piece) => boolean): Block {
  const whole = item(sourceRuns(source, brief));
  return fits([whole]) ? whole : item(sourceRuns({ ...source, url: '' }, brief));
}

/** `[1] The Daily (state-run, Russia): Missiles hit Kharkiv · 12 May 2024 · by A. Writer · relays AFP`. */
function sourceRuns(source: Source, { labels, question: { language } }: Brief): Rich {
  const words = messagesIn(language).brief;
  const relays = source.relays.slice(0, MOST_RELAYS).map((outlet) => clip(outlet));
  const details = [
    sourceDateWords(source, language),
    ...(source.author ? [words.by(clip(source.author))] : []),
    ...(relays.length > 0 ? [words.relays(relays.join(', '))] : []),
  ];
  return [
    { text: `[${source.citation}] ${outletStanding(source, labels, language)}: `, style: 'bold' },
    linked(clip(source.title, 300), source.url),
    { text: ` · ${details.join(' · ')}` },
  ];
}
