import { publishedAtMs } from '../domain/article.ts';
import type { FeedItem } from '../domain/feed-item.ts';
import type { Ownership } from '../domain/ownership.ts';
import { DAY_MS } from '../domain/period.ts';
import type { ProbedItem, Warning } from '../domain/probe.ts';
import { isStateRun } from '../domain/trust.ts';
import type { InsteadOfPage } from './read-item.ts';

/** What is known when warnings are thought of. */
export interface Found {
  readonly items: readonly FeedItem[];
  /** Items that were read, and why the page was not taken. */
  readonly read: readonly { readonly item: ProbedItem; readonly insteadOfPage: InsteadOfPage | null }[];
  readonly ownership: Ownership | null;
  readonly leftOut: number;
  readonly movedTo: string | null;
  /** Languages whose texts are read for claims, as BCP 47 primary subtags. */
  readonly languages: ReadonlySet<string>;
  /** Unix ms. */
  readonly nowMs: number;
}

/** A feed with nothing new for so long may have been given up. */
const STALE_MS = 60 * DAY_MS;

/** What a moderator should know, the gravest first. */
export const warningsOf = (found: Found): readonly Warning[] => [
  ...ofOwner(found),
  ...ofDates(found),
  ...ofPages(found),
  ...ofLanguages(found),
  ...ofCopies(found),
  ...ofClaims(found),
  ...(found.leftOut > 0 ? [{ kind: 'left-out', items: found.leftOut } as const] : []),
  ...(found.movedTo === null ? [] : [{ kind: 'moved', to: found.movedTo } as const]),
];

const ofOwner = ({ ownership }: Found): readonly Warning[] =>
  ownership !== null && isStateRun(ownership) ? [{ kind: 'state-owned', owner: ownership.owner }] : [];

function ofDates({ items, read, nowMs }: Found): readonly Warning[] {
  const dates = [...items.map(publishedAtMs), ...read.map(({ item }) => item.publishedAtMs)].filter(
    (at) => at !== null,
  );
  if (items.some(({ dateProblem }) => dateProblem === 'future')) return [{ kind: 'future-dates' }];
  if (items.length + read.length === 0) return [{ kind: 'no-items' }];
  if (dates.length === 0) return [{ kind: items.length === 0 ? 'no-date' : 'no-dates' }];
  const newestAtMs = Math.max(...dates);
  return nowMs - newestAtMs > STALE_MS && items.length > 0 ? [{ kind: 'stale', newestAtMs }] : [];
}

function ofPages({ read }: Found): readonly Warning[] {
  const [why] = read.flatMap(({ insteadOfPage }) => (insteadOfPage === null ? [] : [insteadOfPage]));
  if (why === undefined) return [];
  return [why.kind === 'stub' ? { kind: 'stub', why: why.why } : { kind: 'summaries-only', failure: why }];
}

function ofLanguages({ read, languages: known }: Found): readonly Warning[] {
  const languages = articlesIn(read).map(({ article }) => article.language);
  const [unread] = languages.filter((language) => !known.has(language));
  return unread === undefined ? [] : [{ kind: 'unsupported-language', language: unread }];
}

function ofCopies({ read }: Found): readonly Warning[] {
  const outlets = read.flatMap(({ item }) => {
    if (item.standing.kind === 'copy') return [[item.standing.of]];
    return item.read?.ok && item.read.value.file.article.relays.length > 0 ? [item.read.value.file.article.relays] : [];
  });
  return outlets.length === 0
    ? []
    : [{ kind: 'syndicated', outlets: [...new Set(outlets.flat())].sort(), items: outlets.length }];
}

function ofClaims({ read }: Found): readonly Warning[] {
  const articles = articlesIn(read);
  return articles.length > 0 && articles.every(({ claims }) => claims.length === 0) ? [{ kind: 'no-claims' }] : [];
}

const articlesIn = (read: Found['read']) => read.flatMap(({ item }) => (item.read?.ok ? [item.read.value.file] : []));
