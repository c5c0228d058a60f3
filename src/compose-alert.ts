import { createHash } from 'node:crypto';
import { asCorrected } from './as-corrected.ts';
import type { Ask } from './asked.ts';
import { briefOf, buildContent, eventsOf, type Findings, tellersOf } from './brief/build.ts';
import { withNews, worthTelling } from './brief/news/telling.ts';
import { type AlertContent, CLAIMS_KEPT, type ToldEvent, type Untold } from './domain/alert.ts';
import type { Brief, Question } from './domain/brief.ts';
import type { EventId } from './domain/event.ts';
import { sourcedKey } from './domain/sourced-claim.ts';
import { scopeOf, type Track } from './domain/track.ts';
import { findingsOf } from './gather.ts';
import type { Ports } from './ports.ts';
import type { DueTrack, LiveAlert, NumberedUntold, TrackPlan } from './store/track-contract.ts';
import { type Target, targetOf } from './target.ts';
import { mayComeAt } from './track/quiet.ts';

/** Events that one message tells of; the others that came with them are counted. */
const EVENTS_AT_MOST = 40;
/** When a subject is looked for again that nothing goes by. */
const LOST_MS = 30 * 60_000;

/** What a track is asked as. */
export function trackQuestion({ query, about, language, sources, ...track }: Track, nowMs: number): Ask {
  const asked = { form: 'alert', query, filters: {}, about, period: null, withoutPictures: true } as const;
  return { ...asked, language, scope: scopeOf(track), nowMs, sources };
}

interface Asking {
  readonly ports: Ports;
  readonly track: Track;
  readonly question: Ask;
  readonly target: Target;
  readonly nowMs: number;
}

/**
 * What is to be done with a track's news: what belongs to a message that has been sent is for its next edit, and the rest that is worth
 * telling for a new one, as soon as quiet hours and the limit of a day let it. Reads only.
 */
export async function planTrack(ports: Ports, due: DueTrack, nowMs: number): Promise<TrackPlan> {
  const { track, untold, live, sentAtMs } = due;
  const question = trackQuestion(track, nowMs);
  const target = await targetOf(ports, question);
  if ('kind' in target) return { settled: [], alert: null, edits: [], wakeAtMs: nowMs + LOST_MS };
  const asking: Asking = { ports, track, question, target, nowMs };
  const news = await Promise.all(untold.map((one) => locatedNews(asking, one)));
  const { edits, told } = await editsFor(asking, live, news);
  const rest = news.filter(({ events }) => !events.some((id) => told.has(id)));
  const telling = await worthOf(asking, rest);
  const comesAtMs = mayComeAt(track, sentAtMs, nowMs);
  const isNow = telling !== null && comesAtMs <= nowMs;
  const waiting = new Set(telling === null || isNow ? [] : telling.events);
  const isSettled = ({ events }: LocatedNews): boolean => !events.some((id) => waiting.has(id));
  return {
    settled: news.filter(isSettled).map(({ num }) => num),
    alert: isNow ? await contentOf(asking, telling.findings, new Map()) : null,
    edits,
    wakeAtMs: waiting.size > 0 ? comesAtMs : null,
  };
}

/** News with the events that its claims are of now. */
interface LocatedNews extends NumberedUntold {
  readonly events: readonly EventId[];
}

const locatedNews = async (asking: Asking, news: NumberedUntold): Promise<LocatedNews> => ({
  ...news,
  events: await eventsWith(asking, news.untold.claims),
});

/** Articles come and go, and events are merged and split by that; claims stay what they are. */
async function eventsWith({ ports, question }: Asking, claims: readonly string[]): Promise<readonly EventId[]> {
  const found = await Promise.all(
    claims.map((key) => {
      const [article = '', claim = ''] = key.split(' ');
      return ports.claims.claim(question.scope, article, claim);
    }),
  );
  return [...new Set(found.flatMap((one) => one?.event ?? []))];
}

/** What is new of each event, from all the news of it. */
function byEvent(news: readonly LocatedNews[]): ReadonlyMap<EventId, Pick<Untold, 'articles' | 'corrected'>> {
  const all = news.flatMap(({ events, untold }) => events.map((id) => ({ id, untold })));
  return new Map(
    [...Map.groupBy(all, ({ id }) => id)].map(([id, those]) => {
      const articles = [...new Set(those.flatMap(({ untold }) => untold.articles))];
      const corrected = [...new Set(those.flatMap(({ untold }) => untold.corrected))];
      return [id, { articles, corrected }];
    }),
  );
}

const findingsFor = ({ ports, question, target }: Asking, events: readonly EventId[]): Promise<Findings> =>
  findingsOf(ports, { ...question, telling: events }, target);

/** null: nothing is worth telling. */
async function worthOf(asking: Asking, news: readonly LocatedNews[]) {
  const untold = byEvent(news);
  if (untold.size === 0) return null;
  const findings = await findingsFor(asking, [...untold.keys()]);
  const telling = worthTelling(findings, untold, asking.track, EVENTS_AT_MOST);
  return telling.events.length > 0 ? telling : null;
}

/** @returns `told`: the events of messages that may still be edited */
async function editsFor(asking: Asking, live: readonly LiveAlert[], news: readonly LocatedNews[]) {
  const untold = byEvent(news);
  const edits: LiveAlert[] = [];
  const told = new Set<EventId>();
  for (const alert of live) {
    const before = await eventsOfMessage(asking, alert.content);
    for (const id of before.keys()) told.add(id);
    if (![...before.keys()].some((id) => untold.has(id))) continue;
    const content = await developed(asking, before, untold);
    if (content !== null && isOther(content.brief, alert.content.brief)) edits.push({ alert: alert.alert, content });
  }
  return { edits, told };
}

type Before = ReadonlyMap<EventId, Pick<ToldEvent, 'articles' | 'corrected'>>;

/** The events that a message tells of, as they are called now. */
async function eventsOfMessage(asking: Asking, { events }: AlertContent): Promise<Before> {
  const located = await Promise.all(
    events.map(async (untold) => ({ num: 0, atMs: 0, untold, events: await eventsWith(asking, untold.claims) })),
  );
  return byEvent(located);
}

/** What a message is to say now, against how it was first sent; null: nothing of it is left. */
async function developed(asking: Asking, before: Before, untold: Before): Promise<AlertContent | null> {
  const findings = await findingsFor(asking, [...before.keys()]);
  const all = [...findings.found.values()].flatMap((claims) => eventsOf(claims, findings));
  const news = all.map((event) => {
    const told = before.get(event.id);
    const since = tellersOf(event, findings).filter(({ articleId }) => told?.articles.includes(articleId) !== true);
    const corrected = [...(told?.corrected ?? []), ...(untold.get(event.id)?.corrected ?? [])];
    return [
      event.id,
      { articles: since.map(({ articleId }) => articleId), corrected: [...new Set(corrected)] },
    ] as const;
  });
  return contentOf(asking, withNews(findings, new Map(news), news.length), before);
}

/** null: there is nothing to print. @param before of a message that is edited: what it first told of */
async function contentOf(asking: Asking, findings: Findings, before: Before): Promise<AlertContent | null> {
  const built = briefOf(buildContent(findings), questionOf(asking), asking.nowMs);
  const brief = await asCorrected(asking.ports.corrections, built);
  const lines = new Set(brief.sections.flatMap((section) => section.lines.map(({ id }) => id)));
  const all = [...findings.found.values()].flatMap((claims) => eventsOf(claims, findings));
  const corrected = findings.news?.fresh?.replaced ?? new Set();
  const events = all
    .filter(({ id }) => lines.has(id))
    .map((event): ToldEvent => {
      const articles = tellersOf(event, findings).map(({ articleId }) => articleId);
      return {
        claims: event.claims.slice(0, CLAIMS_KEPT).map(sourcedKey),
        articles: before.get(event.id)?.articles ?? articles,
        corrected: articles.filter((id) => corrected.has(id)),
      };
    });
  return events.length === 0 ? null : { brief, events };
}

function questionOf({ question, target }: Asking): Question {
  const { form, query, period, language, scope, sources = 'all' } = question;
  const { subject, about } = target;
  const asked = {
    form,
    text: query,
    filters: {},
    subject,
    about,
    period,
    language,
    scope,
    withoutPictures: true,
  } as const;
  return sources === 'all' ? asked : { ...asked, sources };
}

/** Whether readers see anything else. */
const isOther = (one: Brief, other: Brief): boolean => seenIn(one) !== seenIn(other);

function seenIn({ sections, sources }: Brief): string {
  const told = sources.map(({ citation, articleId, publisher }) => [citation, articleId, publisher]);
  return createHash('sha256')
    .update(JSON.stringify([sections, told]))
    .digest('base64');
}
