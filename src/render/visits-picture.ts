import type { Brief, Line } from '../domain/brief.ts';
import type { ClaimOf } from '../domain/claim.ts';
import { isDenial } from '../domain/fact.ts';
import type { Block } from '../domain/page.ts';
import { DAY_MS } from '../domain/period.ts';
import type { Visit, VisitsPicture } from '../domain/picture.ts';
import { altText } from '../picture/alt.ts';
import { listWords } from './claim-words/context.ts';
import { aroundAll, daysOf } from './days-of.ts';
import { leftOutBlocks, whyNotShown } from './left-out.ts';
import type { LeftOut } from './messages/picture-messages.ts';
import { pictureFrame } from './picture-frame.ts';
import { nameOf } from './speaker.ts';

/** One visit is told sooner than shown. */
const LEAST_VISITS = 2;
/** Today is drawn where it is not so far from the visits that it would leave them no room. */
const TODAY_WITHIN_DAYS = 14;
const DAY_CHARS = 10;

/** The visits of an answer in lanes, with what the picture leaves out; [] where they are fewer than two. */
export function visitsBlocks(brief: Brief): readonly Block[] {
  const read = brief.sections.flatMap(({ lines }) => lines).map((line) => readVisit(line, brief));
  const visits = read.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  if (visits.length < LEAST_VISITS) return [];
  const today = todayBeside(visits, brief.askedAtMs);
  const spec: VisitsPicture = {
    ...{ kind: 'visits', ...pictureFrame(brief), lanes: lanesOf(visits) },
    ...(today !== null && { today }),
  };
  const reasons = read.flatMap((one) => (typeof one === 'string' ? [one] : []));
  return [{ kind: 'picture', spec, alt: altText(spec) }, ...leftOutBlocks(reasons, brief.question.language)];
}

type VisitOf = Visit & { readonly visitor: string };

/** The visit that a line tells of, or why it is left out. */
function readVisit(line: Line, brief: Brief): VisitOf | LeftOut {
  const { claim } = line;
  if (claim.type !== 'visit') return 'notDone';
  const why = whyNotShown(line);
  if (isDenial(claim)) return why ?? 'notDone';
  if (why !== null && (why === 'quoted' || !hasSignOf(claim))) return why;
  const days = aroundAll(line.backing.flatMap((one) => daysOf(one.claim.date?.iso) ?? []));
  const where = whereOf(claim, brief);
  if (!days) return 'undated';
  return where === '' ? 'nowhere' : { ...days, place: where, status: claim.status, visitor: visitorOf(claim, brief) };
}

/** What is planned or called off has a sign of its own; none says that it may be called off. */
const hasSignOf = ({ status, realis }: ClaimOf<'visit'>): boolean =>
  status === 'planned' || (status === 'cancelled' && realis === 'planned');

function visitorOf({ visitor }: ClaimOf<'visit'>, { labels, question: { language } }: Brief): string {
  return listWords(
    visitor.map((one) => nameOf(one, labels, language)),
    language,
  );
}

/** The first place, else whom the visit is with. */
function whereOf({ place, host }: ClaimOf<'visit'>, { labels, question: { language } }: Brief): string {
  const [ref] = [...place, ...host];
  return ref === undefined ? '' : nameOf(ref, labels, language);
}

/** Who visits most often first, each one's visits in order of time. */
const lanesOf = (visits: readonly VisitOf[]): VisitsPicture['lanes'] =>
  [...Map.groupBy(visits, ({ visitor }) => visitor)]
    .map(([visitor, those]) => ({
      visitor,
      visits: those.map(({ visitor: _, ...visit }) => visit).toSorted((a, b) => compare(a.from, b.from)),
    }))
    .toSorted((a, b) => b.visits.length - a.visits.length);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function todayBeside(visits: readonly Visit[], nowMs: number): string | null {
  const days = visits.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)]);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const isNear = nowMs >= first - TODAY_WITHIN_DAYS * DAY_MS && nowMs <= last + TODAY_WITHIN_DAYS * DAY_MS;
  return isNear ? new Date(nowMs).toISOString().slice(0, DAY_CHARS) : null;
}
