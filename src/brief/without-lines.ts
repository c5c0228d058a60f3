import type { Brief, Line, Section } from '../domain/brief.ts';
import type { DigestContent } from '../domain/outbox.ts';
import { shortHash } from './short-hash.ts';

/**
 * A digest without the lines of some events, and without what only these cited; what is left keeps its words and its numbers.
 * The same content where it has none of them; null: no line is left of it.
 */
export function withoutLines(content: DigestContent, events: ReadonlySet<string>): DigestContent | null {
  const { brief, printed } = content;
  const isLeft = ({ id }: Line): boolean => !events.has(id);
  const lines = brief.sections.flatMap((section) => section.lines);
  if (lines.every(isLeft)) return content;
  if (!lines.some(isLeft)) return null;
  return {
    ...content,
    brief: without(brief, isLeft, lines.filter((line) => !isLeft(line)).length),
    printed: printed.filter(({ event }) => !events.has(event)),
  };
}

/** The events of the lines of which nothing stands any more as somebody said it. */
export const wrongIn = ({ sections }: Brief): ReadonlySet<string> =>
  new Set(sections.flatMap(({ lines }) => lines.filter(isWrong).map(({ id }) => id)));

/** A figure that is superseded was right when it was given. */
const isWrong = ({ backing }: Line): boolean =>
  backing.every(({ corrected }) => corrected !== undefined && corrected.kind !== 'superseded');

function without(brief: Brief, isLeft: (line: Line) => boolean, gone: number): Brief {
  const sections = brief.sections.flatMap((section) => sectionOf(section, isLeft));
  const cited = new Set(sections.flatMap(({ lines }) => lines.flatMap(citationsOf)));
  const { news } = brief;
  return {
    ...brief,
    // Its buttons lead to what was sent, not to what was put together.
    id: shortHash(JSON.stringify([brief.id, sections.flatMap(({ lines }) => lines.map(({ id }) => id))])),
    sections,
    sources: brief.sources.filter(({ citation }) => cited.has(citation)),
    ...(news && { news: { ...news, events: Math.max(0, news.events - gone) } }),
  };
}

function sectionOf(section: Section, isLeft: (line: Line) => boolean): readonly Section[] {
  const lines = section.lines.filter(isLeft);
  if (lines.length === 0) return [];
  const gone = section.lines.filter((line) => !isLeft(line)).reduce((sum, line) => sum + claimsOf(line), 0);
  return [{ ...section, lines, claims: Math.max(lines.length, section.claims - gone) }];
}

const backingOf = ({ backing, accounts }: Line) => [backing, ...accounts.map((account) => account.backing)].flat();
const claimsOf = (line: Line): number => backingOf(line).length;

const citationsOf = (line: Line): readonly number[] => [
  ...backingOf(line).map(({ citation }) => citation),
  ...line.disputes.flatMap(({ values }) => values.flatMap(({ citations }) => citations)),
];
