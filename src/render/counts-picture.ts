import type { Brief } from '../domain/brief.ts';
import type { Block } from '../domain/page.ts';
import type { CountPoint, CountsPicture } from '../domain/picture.ts';
import { altText } from '../picture/alt.ts';
import { capitalised } from './capitalised.ts';
import type { Sources } from './citation.ts';
import { articleWords } from './claim-words/context.ts';
import { type Figure, figuresOf, isFigure } from './counted-figures.ts';
import { leftOutBlocks } from './left-out.ts';
import { messagesIn } from './messages/in-language.ts';
import type { LeftOut } from './messages/picture-messages.ts';
import { outletsWords } from './outlets.ts';
import { pictureFrame } from './picture-frame.ts';
import { speakerWords } from './speaker.ts';

/** Figures of one day show nothing over time. */
const LEAST_DAYS = 2;
/** As many as a picture takes. */
const MOST_POINTS = 500;

/**
 * How many were harmed by day, with what the chart leaves out, where an answer about civilians has it behind a button: the
 * figures of one harm to the same people or things, of those the ones that most events have. [] where they are of fewer than
 * two days.
 */
export function countsBlocks(brief: Brief): readonly Block[] {
  const chart = chartOf(brief);
  if (!chart) return [];
  const spec = specOf(chart.figures, brief);
  return [{ kind: 'picture', spec, alt: altText(spec) }, ...leftOutBlocks(chart.reasons, brief.question.language)];
}

/** Whether a button leads from the answer to a chart of counts. */
export const hasChartBehind = (brief: Brief): boolean => chartOf(brief) !== null;

interface Chart {
  readonly figures: readonly Figure[];
  readonly reasons: readonly LeftOut[];
}

function chartOf({ question: { form, about, withoutPictures }, sections }: Brief): Chart | null {
  if (form !== 'summary' || about !== 'civilians' || withoutPictures) return null;
  const events = sections.flatMap(({ lines }) => lines).map(figuresOf);
  const counted = mostCounted(events.map((read) => read.filter(isFigure)));
  const read = events.flat().map((one) => (isFigure(one) && one.counted !== counted ? 'otherCount' : one));
  const figures = read.filter(isFigure);
  const days = new Set(figures.map(({ point }) => point.day));
  return days.size < LEAST_DAYS ? null : { figures, reasons: read.flatMap((one) => (isFigure(one) ? [] : [one])) };
}

/** What most events have figures of; of several, what comes first. '' for none. */
function mostCounted(events: readonly (readonly Figure[])[]): string {
  const each = events.flatMap((figures) => [...new Set(figures.map(({ counted }) => counted))]);
  const [most] = [...Map.groupBy(each, (counted) => counted)].toSorted(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? '';
}

function specOf(figures: readonly Figure[], brief: Brief): CountsPicture {
  const cited: Sources = new Map(brief.sources.map((source) => [source.citation, source]));
  const points = figures
    .map((figure): CountPoint => ({ ...figure.point, by: giverOf(figure, brief, cited) }))
    .toSorted((a, b) => Date.parse(a.day) - Date.parse(b.day))
    .slice(0, MOST_POINTS);
  const [first] = figures;
  return { kind: 'counts', ...pictureFrame(brief), unit: first ? countedWords(first, brief, cited) : '', points };
}

/** The speaker; of what articles say in their own voice, the outlets. */
function giverOf({ claim, backing }: Figure, { labels, question: { language } }: Brief, cited: Sources): string {
  const citations = backing.map(({ citation }) => citation);
  if (!claim.attr) return outletsWords(citations, cited, language);
  // Who passes a speaker's words on does not make another giver of them.
  const { via: _, ...speaker } = claim.attr;
  return speakerWords(speaker, labels, language);
}

/** "Killed: soldiers (Malian soldiers)". */
function countedWords({ claim, backing }: Figure, { question: { language } }: Brief, cited: Sources): string {
  const { kind, count, who } = claim;
  const written = cited.get(backing[0]?.citation ?? 0)?.language ?? '';
  const [what = '', whose = ''] = [...new Set([count?.unit, who])]
    .filter((words) => words !== undefined)
    .map((words) => articleWords(words, { language, written }));
  const { harm } = messagesIn(language).picture;
  const harmed = capitalised(kind.map((one) => harm[one]).join(' / '));
  return `${harmed}${what && `: ${what}`}${whose && ` (${whose})`}`;
}
