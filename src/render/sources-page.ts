import type { FeedState } from '../domain/feed-state.ts';
import type { Language } from '../domain/language.ts';
import type { Block, Page, PageLimits, Rich } from '../domain/page.ts';
import type { Scope } from '../domain/scope.ts';
import { SOURCES_OF_OPERATOR, SOURCES_PER_SERVER } from '../domain/source.ts';
import type { SourceView } from '../domain/source-view.ts';
import { item, paragraph, small, title } from './blocks.ts';
import { clip } from './cut.ts';
import { instantWords } from './date-words.ts';
import { failureNote } from './failure-note.ts';
import { numberWords } from './figure-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Piece, paginate } from './pack.ts';
import { sourceAction } from './source-action.ts';
import { isFollowed, originRuns, shortLink } from './source-facts.ts';
import { turned } from './turned.ts';

export interface SourcesAsked {
  readonly scope: Scope;
  readonly page: number;
  /** Unix ms. */
  readonly nowMs: number;
  readonly language: Language;
  readonly limits: PageLimits;
}

/** The sources of one scope, each with how its reading goes. */
export function renderSources(views: readonly SourceView[], asked: SourcesAsked): Page {
  const { scope, page, nowMs, language, limits } = asked;
  const words = messagesIn(language).source.view;
  const most = scope.guildId === null ? SOURCES_OF_OPERATOR : SOURCES_PER_SERVER;
  const count = words.count(numberWords(views.length, language), numberWords(most, language));
  const top = title(scope.guildId === null ? words.operatorTitle : words.title);
  const frame = { first: [top, small(count)], later: [top], foot: [] };
  const pieces = views.map((view) => sourcePiece(view, nowMs, language));
  const none: readonly Piece[] = [[paragraph(words.none)]];
  const groups = [{ heading: [], continued: [], pieces: pieces.length > 0 ? pieces : none }];
  const pages = paginate(groups, frame, limits, 'filled');
  const { blocks, turns } = turned(pages, page, (at) => sourceAction({ kind: 'list', page: at }), language);
  return { language, tone: 'neutral', blocks, actions: turns.length > 0 ? [turns] : [] };
}

function sourcePiece(view: SourceView, nowMs: number, language: Language): Piece {
  const { source } = view;
  const name = [shortLink(clip(source.name), source.url), { text: ' ' }, { text: source.id, style: 'code' } as const];
  return [item([...name, { text: factWords(view, language) }]), ...readingBlocks(view, nowMs, language)];
}

/** How the reading of a source goes, who added it, and why it cannot be read where that is so. */
export function readingBlocks(view: SourceView, nowMs: number, language: Language): readonly Block[] {
  const rich: Rich = [...readingRuns(view, nowMs, language), { text: ' · ' }, ...originRuns(view.source, language)];
  const note = view.feed === null ? null : failureNote(view.feed, isFollowed(view.source), language);
  return [{ kind: 'small', rich }, ...(note === null ? [] : [small(note)])];
}

/** " · active · feed · trusted · state-owned · Ukrainska Pravda". */
function factWords({ source, ownership }: SourceView, language: Language): string {
  const { fact } = messagesIn(language).source;
  const facts = [
    fact.states[source.state],
    fact.kinds[source.kind],
    fact.tiers[source.tier],
    ...(ownership === null ? [] : [fact.ownership[ownership.kind]]),
    ...(source.publisher === source.name ? [] : [clip(source.publisher)]),
  ];
  return facts.map((text) => ` · ${text}`).join('');
}

function readingRuns({ source, feed, counts }: SourceView, nowMs: number, language: Language): Rich {
  const words = messagesIn(language).source.view;
  const { againAtMs = 0 } = counts;
  const notes = [
    words.articles(counts.articles),
    ...(counts.queued > 0 ? [words.queued(counts.queued)] : []),
    ...(againAtMs > nowMs ? [words.again(instantWords(againAtMs, language))] : []),
    ...(counts.aside > 0 ? [words.aside(counts.aside)] : []),
    ...(feed === null ? [] : feedNotes(feed, source.state === 'active', nowMs, language)),
  ];
  return [{ text: notes.join(' · ') }];
}

function feedNotes(feed: FeedState, isRead: boolean, nowMs: number, language: Language): readonly string[] {
  const { view: words } = messagesIn(language).source;
  const newest = feed.lastNewAtMs === null ? words.noItem : words.newItem(instantWords(feed.lastNewAtMs, language));
  const last = feed.lastReadAtMs === null ? words.unread : newest;
  if (!isRead) return [last];
  return [last, feed.nextAtMs <= nowMs ? words.nextNow : words.next(instantWords(feed.nextAtMs, language))];
}
