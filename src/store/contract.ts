import type { ArticleId } from '../domain/article.ts';
import type { ArticleFile } from '../domain/article-file.ts';
import type { StoreState } from '../domain/brief.ts';
import type { ClaimType } from '../domain/claim.ts';
import type { Entity } from '../domain/entity.ts';
import type { EventId, Witness } from '../domain/event.ts';
import type { Filters } from '../domain/filters.ts';
import type { Language } from '../domain/language.ts';
import type { Span } from '../domain/period.ts';
import type { Scope } from '../domain/scope.ts';
import type { SearchTerm } from '../domain/search.ts';
import type { FailingSource } from '../domain/source-health.ts';
import type { RankedClaim } from '../domain/sourced-claim.ts';
import type { FoundSubject, Subject } from '../domain/subject.ts';

/** Most claims of one event that are returned: more are counted but not cited. */
export const CLAIMS_PER_EVENT = 16;
/** Of many events together so many claims an event are returned, few events' `LEAST_CLAIMS`: each large event then has fewer. */
export const MEAN_CLAIMS = 8;
export const LEAST_CLAIMS = 64;
/** Copies of a text are looked for among articles that came out so many days before or after it. */
export const ALIKE_DAYS = 7;
/** Most articles of one event that are looked at for their origins. */
export const WITNESSES_PER_EVENT = 200;

/**
 * Which claims are meant: those of a subject, or those whose slots fit all the filters. A place takes in what lies within it;
 * who acts takes in those that act for it.
 */
export type Selector = FoundSubject | { readonly kind: 'filtered'; readonly filters: Filters };

/** What a selection is made from: claims of a subject, in the publication time `span` (null: all, undated ones included). */
export interface ClaimQuery {
  readonly scope: Scope;
  readonly subject: Selector;
  readonly span: Span | null;
}

/** Which claims are searched for: those that hold all the terms, came out in the span (null: whenever) and are of these types. */
export interface ClaimSearch {
  readonly scope: Scope;
  readonly terms: readonly SearchTerm[];
  readonly span: Span | null;
  readonly types: readonly ClaimType[];
}

export interface SearchResult {
  /** Best first: the best claim of each event. */
  readonly hits: readonly RankedClaim[];
  readonly counts: ReadonlyMap<ClaimType, number>;
  /** Of the articles in the span. */
  readonly coverage: Coverage | null;
  /** Whether all claims that match were looked at. */
  readonly isAll: boolean;
  /** Ids of what the terms name. */
  readonly named: readonly string[];
}

/** What articles cover a subject, whatever the period. */
export interface Coverage {
  readonly articles: number;
  readonly publishers: number;
  readonly oldestAtMs: number | null;
  readonly newestAtMs: number | null;
  readonly undated: number;
}

export interface EntityCount {
  readonly entity: Entity;
  /** Claims that refer to it or to anything within it, in the scope asked for. */
  readonly claims: number;
}

/** An article with all its claims, and with its text where it was stored with one. */
export interface StoredFile {
  readonly file: ArticleFile;
  readonly text: string | null;
}

/** An article whose text is like another. */
export interface AlikeArticle {
  readonly id: ArticleId;
  readonly publisher: string;
  readonly url: string | null;
  /** Share of the shorter text that the longer one has, an estimate: from 0.5 to 1. */
  readonly similarity: number;
}

/** An article as it came to be in the store. */
export interface Arrival {
  readonly id: ArticleId;
  /** Another one for any other content, claims included. */
  readonly digest: string;
}

/** An article by when it was stored. */
export interface StoredArticle {
  /** Ascends as articles are stored or replaced, in all scopes together. */
  readonly num: number;
  readonly scope: Scope;
  readonly id: ArticleId;
}

/** Events that some articles tell of. */
export interface Touched {
  /** Those of the best of the events, as `ClaimStore.best` gives them. */
  readonly claims: readonly RankedClaim[];
  /** All of them, those included whose claims are not at hand. */
  readonly events: number;
}

export interface StoreStatus {
  readonly articles: number;
  readonly claims: number;
  readonly publishers: number;
  readonly entities: number;
  readonly oldestAtMs: number | null;
  readonly newestAtMs: number | null;
  readonly bytes: number;
}

/** What questions are answered from. */
export interface ClaimReads {
  /**
   * Candidates for the lines of a section: the claims of the events with the most publishers and, among those, the newest
   * article, best first; excerpts after all others. Exact for any period: an event matches when one of its claims does, counts
   * with the publishers it has in the scope, and is in a period when its newest article is. The claims of an event stand
   * together: the newest of each publisher, newest first, then the next of each, `CLAIMS_PER_EVENT` at most and `MEAN_CLAIMS` an
   * event over all. For words, events are looked for among the newest few hundred claims that hold them all.
   * @param events most events to return
   */
  best(query: ClaimQuery, type: ClaimType, events: number): Promise<readonly RankedClaim[]>;
  /**
   * How many claims of each type match; a type without any is left out. Counting stops at `atMost` per type, for words at
   * the newest few hundred claims.
   */
  counts(query: ClaimQuery, atMost: number): Promise<ReadonlyMap<ClaimType, number>>;
  /**
   * Searches what claims say, the headlines above them, and the names, in any language, of what they refer to. Ranked by
   * relevance (the claim's own words, then another name for what it refers to, then the headline; a whole word before a
   * beginning), then newest first, among the newest few hundred claims that match.
   * @param events most hits to return
   */
  search(search: ClaimSearch, events: number): Promise<SearchResult>;
  /** The claims of an event, as `best` gives them of one; [] where the scope sees none of that name. */
  event(scope: Scope, id: EventId): Promise<readonly RankedClaim[]>;
  /** The same of several, as `best` gives them, in the order given. */
  events(scope: Scope, ids: readonly EventId[]): Promise<readonly RankedClaim[]>;
  /** A claim by its article and its id in it; null where the scope sees none. */
  claim(scope: Scope, article: ArticleId, id: string): Promise<RankedClaim | null>;
  /**
   * The events of the subject and of these types of which an article of these has a claim, those first with the most publishers,
   * then the newest. For words, the newest few hundred claims that hold them are looked at.
   * @param atMost most events whose claims are returned
   */
  touched(
    query: { readonly scope: Scope; readonly subject: Subject; readonly articles: readonly ArticleId[] },
    types: readonly ClaimType[],
    atMost: number,
  ): Promise<Touched>;
  /** The articles of each event, each once, newest first, `WITNESSES_PER_EVENT` at most. */
  witnesses(scope: Scope, ids: readonly EventId[]): Promise<ReadonlyMap<EventId, readonly Witness[]>>;
  /**
   * What covers a subject (claims of these types only, where given), whatever the period; null: nothing does. For words,
   * the newest few hundred claims are looked at.
   */
  coverage(scope: Scope, subject: Selector, types?: readonly ClaimType[]): Promise<Coverage | null>;
  /** The articles in sight, those first that were stored last. */
  arrivals(scope: Scope, atMost: number): Promise<readonly Arrival[]>;
}

/**
 * What the bot remembers of articles. Claims are gathered into events as articles come and go, by rules that are given where
 * the store is opened: the events of a scope are the same whatever came first. The operator's never depend on a server's
 * claims; a server sees its own joined to them.
 * An adapter is done when `test/store/contract.ts` passes on it.
 * A scope sees the operator's articles and its server's own, and never another server's. Of two articles with one id it
 * sees the operator's, for as long as that is there.
 * Every method may throw `CorruptRecord` rather than return a row half-read, and `StoreFull` when there is no room to write.
 */
export interface ClaimStore extends ClaimReads {
  /**
   * Stores an article with all its claims, in one step: after the promise resolves, no crash loses it.
   * The same file again changes nothing; another under the same id and scope replaces it with all its claims.
   * @param text what the offsets count in, where it may be kept; must have the hash the article names, and the evidence of
   *   every claim without a sentence of ours. Excerpts need it. Throws `RangeError` otherwise, and nothing is stored.
   */
  put(scope: Scope, file: ArticleFile, text?: string): Promise<'added' | 'same' | 'replaced'>;
  /** Takes out an article of exactly this scope. Returns whether it was there. */
  remove(scope: Scope, id: ArticleId): Promise<boolean>;
  /** The same where nobody is to be told that it is gone: no correction says so. */
  forget(scope: Scope, id: ArticleId): Promise<boolean>;
  /** Ids of the articles of exactly this scope, ascending. */
  articleIds(scope: Scope): Promise<readonly ArticleId[]>;
  /** An article of exactly this scope as it was put, also where the operator's of the same id is seen instead; null: none. */
  file(scope: Scope, id: ArticleId): Promise<StoredFile | null>;
  /**
   * The articles in sight whose text is the same as this one or mostly so, of those that came out within `ALIKE_DAYS` of an
   * instant (Unix ms): the most alike first, then the one that came out first. Texts of less than some twenty words are like none.
   */
  alike(scope: Scope, text: string, aroundMs: number): Promise<readonly AlikeArticle[]>;
  /** The texts of those of the articles that were stored with one, by id. */
  texts(scope: Scope, ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, string>>;

  /**
   * The same store as it looks where only some publishers count: what others report is in no claim, count or rank that it gives.
   * Which claims are of one event, and what that is called, stays as it is. A publisher that comes later does not count.
   */
  within(counts: (publisher: string) => boolean): ClaimReads;
  /** Articles in sight of their scopes that were stored after this number, in order; null: the last ones, last first. */
  stored(after: number | null, atMost: number): Promise<readonly StoredArticle[]>;
  /** All claims of an event that a scope sees, as many as there are and marked as wrong or not; the newest first. */
  whole(scope: Scope, id: EventId): Promise<readonly RankedClaim[]>;
  /** The same store with what is marked as wrong in it, which is in nothing that it gives otherwise (`CorrectionStore`). */
  uncorrected(): ClaimReads;
  status(scope: Scope): Promise<StoreStatus>;
  /** Grows with every change to articles or names, whoever makes it: what was found at a revision holds while it stays. */
  revision(): Promise<number>;
  /** What a scope sees of the store now; cheap enough to be asked for at each question. */
  state(scope: Scope): Promise<StoreState>;
}

/**
 * Which sources can be read: written by whoever reads them, asked for by every answer. Changes grow the store's revision.
 * An adapter is done when `test/store/health-contract.ts` passes on it.
 */
export interface SourceHealth {
  /** The sources in sight of a scope (the operator's and its server's own) that cannot be read, longest first, then by publisher. */
  failing(scope: Scope): Promise<readonly FailingSource[]>;
  /**
   * A source of exactly this scope could not be read. One that is failing already keeps its first instant, and is called as it is now.
   * @param source its id is unique within the scope
   * @param atMs Unix ms
   */
  failed(scope: Scope, source: { readonly id: string; readonly publisher: string }, atMs: number): Promise<void>;
  /** A source of exactly this scope was read, or is no source any more. */
  recovered(scope: Scope, id: string): Promise<void>;
}

/** The names the bot knows. The same for every scope; only the counts differ. */
export interface Gazetteer {
  /** Makes the entities of one data file exactly these; claims follow at `keep`, or at the next question. `digest` names the content: the same again does nothing. */
  replace(file: string, digest: string, entities: readonly Entity[]): Promise<'replaced' | 'same'>;
  /** Forgets the entities of files not named here. */
  keep(files: readonly string[]): Promise<void>;
  /** By id or by actor code; unknown ones are left out. Keyed by what was asked for. */
  byRef(refs: readonly string[]): Promise<ReadonlyMap<string, Entity>>;
  /** Ids of all that contain the entity, nearest first, without itself. */
  ancestors(id: string): Promise<readonly string[]>;
  /** Whose name or alias folds (`foldName`) to the same; most claims first, then id. */
  named(scope: Scope, name: string): Promise<readonly EntityCount[]>;
  /**
   * Entities with a name or alias that starts, or of which a word starts, with the folded text: those with claims first,
   * most claims first; then those whose name in `language` is shortest; then id. Empty text: those with the most claims.
   * @param kinds only entities of these, where given
   */
  suggest(
    scope: Scope,
    text: string,
    language: Language,
    limit: number,
    kinds?: readonly Entity['kind'][],
  ): Promise<readonly EntityCount[]>;
  /** Entities with the names nearest in spelling, nearest first, then as `suggest`; [] where nothing is near. */
  near(scope: Scope, text: string, limit: number): Promise<readonly EntityCount[]>;
}

/** A stored row that does not parse: the database was changed by something else, or is damaged. */
export class CorruptRecord extends Error {
  override readonly name = 'CorruptRecord';
  readonly key: string;
  constructor(key: string, cause: unknown) {
    super(`stored record ${key} does not parse`, { cause });
    this.key = key;
  }
}

/** No room left to write; nothing of what was being written has been stored. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';
}
