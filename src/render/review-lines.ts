import type { Brief, Line } from '../domain/brief.ts';
import type { Language } from '../domain/language.ts';
import type { DigestContent } from '../domain/outbox.ts';
import type { Block, Rich } from '../domain/page.ts';
import type { Review } from '../domain/review.ts';
import { Topic } from '../domain/topic.ts';
import { item, small } from './blocks.ts';
import { clip } from './cut.ts';
import { LAYOUTS } from './form-parts.ts';
import { fitLine, lineParts } from './line.ts';
import { lineContext } from './line-context.ts';
import { messagesIn } from './messages/in-language.ts';
import { changeWords } from './news-parts.ts';
import type { Piece } from './pack.ts';
import { printedLine } from './printed-line.ts';

/** A line of a digest that is about to come. */
export interface ReviewLine {
  /** Its number, from 1. */
  readonly n: number;
  readonly line: Line;
  /** A moderator's id; null: it is to come. */
  readonly droppedBy: string | null;
  /** The words that asked for it. */
  readonly queries: readonly string[];
}

/** In the order in which they are printed. */
export function reviewLines({ dropped }: Review, { brief, printed }: DigestContent): readonly ReviewLine[] {
  const by = new Map(dropped.map(({ event, by: who }) => [event, who]));
  const asked = new Map(printed.map(({ event, queries = [] }) => [event, queries]));
  const lines = LAYOUTS.digest.partsOf(brief, false).flatMap((part) => part.lines);
  return lines.map((line, at) => {
    return { n: at + 1, line, droppedBy: by.get(line.id) ?? null, queries: asked.get(line.id) ?? [] };
  });
}

/** The line as it will be printed, and below it why it is there. */
export function linePiece(
  { n, line, droppedBy, queries }: ReviewLine,
  brief: Brief,
  language: Language,
  fits: (piece: Piece) => boolean,
): Piece {
  const number = { text: `${n}. `, style: 'bold' } as const;
  if (droppedBy !== null) return [item([number, ...droppedRuns(line, droppedBy, brief, language)])];
  const why = small(whyWords(line, queries, brief, language));
  const numbered = (block: Block): Block => item([number, ...('rich' in block ? block.rich : [])]);
  const parts = lineParts(line, { ...lineContext(brief), namesOutlets: LAYOUTS.digest.namesOutlets });
  return [numbered(fitLine(parts, brief.question.language, (block) => fits([numbered(block), why]))), why];
}

const droppedRuns = (line: Line, by: string, brief: Brief, language: Language): Rich => [
  { text: messagesIn(language).review.droppedBy },
  { text: by, style: 'member' },
  { text: `: ${clip(lineWordsOf(line, brief))}` },
];

/** The beginning of a line as plain text. */
export function lineWordsOf({ backing: [first], claim }: Line, { sources, labels, question }: Brief): string {
  const written = sources.find(({ citation }) => citation === first?.citation)?.language ?? '';
  return printedLine({ claim, ...(first?.excerpt && { excerpt: first.excerpt }) }, written, labels, question.language);
}

function whyWords(line: Line, queries: readonly string[], brief: Brief, language: Language): string {
  const { why } = messagesIn(language).review;
  const { changes, publishers, origins, claim } = line;
  const isNew = changes?.some(({ kind }) => kind === 'new') === true;
  const changed = (changes ?? []).flatMap((change) => changeWords(change, claim, language) ?? []);
  return [
    ...(changes ? [] : [why.first]),
    ...(isNew ? [why.new] : changed),
    ...(queries.length > 0 ? [why.asked(queries.map((query) => queryName(query, brief, language)).join(', '))] : []),
    publishers > 1 ? messagesIn(language).line.outlets(publishers, origins) : why.oneSource,
  ].join(' · ');
}

/** What a pick from the suggestions is called; words stand for themselves. */
function queryName(query: string, { labels }: Brief, language: Language): string {
  const [, kind, id = ''] = /^(id|topic):(.+)$/.exec(query) ?? [];
  const topic = Topic.safeParse(id);
  if (kind === 'topic' && topic.success) return messagesIn(language).brief.topic[topic.data];
  return clip((kind === 'id' ? labels[id]?.names[language] : undefined) ?? query);
}
