import type { Brief, EntityClaims, View } from '../domain/brief.ts';
import { hasTopics, isOfDisputes, isOfNews } from '../domain/form.ts';
import type { Action } from '../domain/page.ts';
import { type About, TOPICS, type Topic } from '../domain/topic.ts';
import type { AnswerAction } from './action-code.ts';
import { correctionsAction } from './correction-action.ts';
import { tally } from './count-words.ts';
import { hasChartBehind } from './counts-picture.ts';
import { hasMapBehind } from './map-picture.ts';
import { messagesIn } from './messages/in-language.ts';
import { narrowActions } from './narrow-actions.ts';
import { press } from './press.ts';
import { countOf } from './section-count.ts';
import { nameOf } from './speaker.ts';
import { startsOldest } from './timeline.ts';

const PER_ROW = 5;

/** Where a reader is in an answer. */
export interface Place {
  readonly view: View;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** The message is the asker's alone and may be shared. */
  readonly private: boolean;
}

type Rows = readonly (readonly Action[])[];

/** The buttons under a page of an answer. */
export function briefActions(brief: Brief, place: Place): Rows {
  // What is new to one member cannot be asked for again by others.
  const rows =
    isOverview(place.view) && !isOfNews(brief.question.form)
      ? [...inRows(topicActions(brief)), ...narrowActions(brief), alsoActions(brief)]
      : [];
  const turns = [...turnActions(brief, place), ...turnedActions(brief, place), ...pictureActions(brief, place)];
  const last = withReport(turns, restActions(brief, place), reportAction(brief));
  return [...rows, ...last].filter((row) => row.length > 0);
}

/** The way to report a mistake stands last, where there is room beside the others. */
function withReport(turns: readonly Action[], rest: readonly Action[], report: readonly Action[]): Rows {
  return rest.length < PER_ROW ? [turns, [...rest, ...report]] : [[...turns, ...report], rest];
}

function reportAction({ id, outcome, question }: Brief): readonly Action[] {
  if (outcome !== 'lines') return [];
  const { button } = messagesIn(question.language).correction.report;
  return [{ action: correctionsAction({ kind: 'report', answer: id }), label: button, look: 'secondary' }];
}

/** As few rows as hold them all, about equally long. */
function inRows(actions: readonly Action[]): Rows {
  const rows = Math.ceil(actions.length / PER_ROW);
  const each = Math.ceil(actions.length / rows);
  return Array.from({ length: rows }, (_, row) => actions.slice(row * each, (row + 1) * each));
}

/** The topics that have something to say, where there is more than one; the one shown cannot be pressed. */
function topicActions(brief: Brief): readonly Action[] {
  const { form, about, language, subject } = brief.question;
  const words = messagesIn(language).brief;
  if (!hasTopics(brief.question.form)) return [];
  const topics = TOPICS.filter((topic) => topic === about || (brief.topicCounts[topic] ?? 0) > 0);
  if (topics.length < 2) return [];
  const topicLabel = (topic: Topic): string =>
    [words.topic[topic], ...(isOfDisputes(form) ? [] : [tally(countOn(topic, brief), language)])].join(' · ');
  // Across all places, most forms have no question without a topic.
  const widest: readonly About[] =
    about === 'everything' || (subject.kind === 'all' && !isOfDisputes(form)) ? [] : ['everything'];
  return [...widest, ...topics].map((to) => {
    const label = to === 'everything' ? words.everything : topicLabel(to);
    return press(
      brief,
      { kind: 'about', id: brief.id, about: to },
      label,
      to === about ? { look: 'primary', disabled: true } : {},
    );
  });
}

/** The number beside the topic's heading where the answer has one. */
function countOn(topic: Topic, { sections, topicCounts }: Brief): number {
  const section = sections.find((one) => one.topic === topic);
  return section ? countOf(section) : (topicCounts[topic] ?? 0);
}

/** What else could be meant, in the order that the action `also` counts in: others of the same name, then what lies around. */
export const otherSubjects = ({ also, wider }: Brief): readonly EntityClaims[] => [...also, ...(wider ? [wider] : [])];

/** Ways to the other subjects of which anything is known. */
function alsoActions(brief: Brief): readonly Action[] {
  const { id, labels, question } = brief;
  const { language } = question;
  const words = messagesIn(language).brief;
  const known = otherSubjects(brief).flatMap((other, index) => (other.claims > 0 ? [{ other, index }] : []));
  return known.slice(0, PER_ROW).map(({ other, index }) => {
    const kind = words.kind(labels[other.id]?.kind ?? '');
    const claims = words.claims(tally(other.claims, language), other.claims);
    const label = [nameOf(other.id, labels, language), kind, claims].filter(Boolean).join(' · ');
    return press(brief, { kind: 'also', id, index }, label);
  });
}

/** No two buttons of a message may do the same: even those that cannot be pressed lead to different pages. */
function turnActions(brief: Brief, { view, page, pages }: Place): readonly Action[] {
  if (pages < 2) return [];
  const words = messagesIn(brief.question.language).button;
  const turn = (to: number): AnswerAction => ({ kind: 'view', id: brief.id, view, page: to });
  return [
    press(brief, turn(page - 1), `◀ ${words.previous}`, { disabled: page <= 1 }),
    press(brief, turn(page), `${page}/${pages}`, { disabled: true }),
    press(brief, turn(page + 1), `${words.next} ▶`, { disabled: page >= pages }),
  ];
}

function restActions(brief: Brief, place: Place): readonly Action[] {
  const words = messagesIn(brief.question.language).button;
  const view = (to: View, label: string): Action =>
    press(brief, { kind: 'view', id: brief.id, view: to, page: 1 }, label);
  const share: AnswerAction = { kind: 'share', id: brief.id, view: place.view, page: place.page };
  return [
    ...(isOverview(place.view) ? [] : [view('overview', words.overview)]),
    ...(brief.prose?.kind === 'worded' && place.view !== 'plain'
      ? [view('plain', messagesIn(brief.question.language).prose.plain)]
      : []),
    ...(brief.outcome === 'lines' && place.view !== 'evidence' ? [view('evidence', words.evidence)] : []),
    ...(place.view === 'evidence' && hasSurroundings(brief)
      ? [view('around', messagesIn(brief.question.language).evidence.showAround)]
      : []),
    ...(brief.outcome === 'lines' && place.view !== 'sources' ? [view('sources', words.sources)] : []),
    ...(isOverview(place.view) ? periodActions(brief) : []),
    ...(place.private ? [press(brief, share, words.share)] : []),
  ];
}

/** Whether any line is an excerpt that is known with what stands around it. */
export const hasSurroundings = ({ sections }: Brief): boolean =>
  sections.some(({ lines }) => lines.some(({ backing }) => backing[0]?.around));

const isOverview = (view: View): boolean => view === 'overview' || view === 'turned';

/** Of an answer in the order of time: the opposite one. */
function turnedActions(brief: Brief, { view }: Place): readonly Action[] {
  if (brief.question.form !== 'timeline' || brief.outcome !== 'lines' || !isOverview(view)) return [];
  const words = messagesIn(brief.question.language).timeline;
  const isUpwards = startsOldest(brief) === (view === 'overview');
  const to = view === 'overview' ? 'turned' : 'overview';
  const label = isUpwards ? words.showNewestFirst : words.showOldestFirst;
  return [press(brief, { kind: 'view', id: brief.id, view: to, page: 1 }, label)];
}

/** The way to the picture behind an answer: of figures, where they make a chart, else of places. */
function pictureActions(brief: Brief, { view }: Place): readonly Action[] {
  if (!isOverview(view) || brief.outcome !== 'lines') return [];
  const to = hasChartBehind(brief) ? 'chart' : hasMapBehind(brief) ? 'map' : null;
  if (to === null) return [];
  const label = messagesIn(brief.question.language).picture[to];
  return [press(brief, { kind: 'view', id: brief.id, view: to, page: 1 }, label)];
}

/** Ways to what the period leaves out. */
function periodActions(brief: Brief): readonly Action[] {
  const { id, outcome, question, span, coverage } = brief;
  if (!span || !coverage || isOfNews(question.form)) return [];
  const words = messagesIn(question.language).button;
  const { oldestAtMs, newestAtMs, undated } = coverage;
  const newer = newestAtMs !== null && (newestAtMs >= span.toMs || outcome !== 'lines');
  const outside = newer || undated > 0 || (oldestAtMs !== null && oldestAtMs < span.fromMs);
  const newest = press(brief, { kind: 'period', id, period: 'newest' }, words.showNewest, { look: 'primary' });
  return [
    ...(newer && question.period ? [newest] : []),
    ...(outside ? [press(brief, { kind: 'period', id, period: 'all' }, words.showAll)] : []),
  ];
}
