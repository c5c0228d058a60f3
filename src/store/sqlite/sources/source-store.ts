import type { SourceStore } from '../../source-contract.ts';
import { deedsOf, forgetDeeds } from './deeds.ts';
import { dueFeeds, feedAt, nextDueAt, noteFeed } from './feed-state.ts';
import { noteItems } from './note-items.ts';
import { queuedItems, queueLength } from './queue.ts';
import { asideOf, countsOf, sourcesOf } from './read-sources.ts';
import { articlesAlone, noteSite, removeSource, saveSource } from './save-source.ts';
import { bring, settle } from './settle.ts';
import { getSource, listSources, sourceByUrl } from './source-rows.ts';
import type { Sourcing } from './sourcing.ts';
import { keepVersion, versionsOf } from './versions.ts';

/** Sources in the embedded database. */
export function sqliteSourceStore(sourcing: Sourcing): SourceStore {
  const { database } = sourcing;
  return {
    save: async (scope, source, deed) => saveSource(sourcing, scope, source, deed),
    get: async (scope, id) => getSource(database, scope, id),
    list: async (scope) => listSources(sourcing, scope),
    byUrl: async (scope, url) => sourceByUrl(sourcing, scope, url),
    remove: async (scope, id, deed) => removeSource(sourcing, scope, id, deed),
    alone: async (scope, id) => articlesAlone(database, scope, id),
    counts: async (scope, id) => countsOf(database, scope, id),
    aside: async (scope, id, atMost) => asideOf(sourcing, scope, id, atMost),
    deeds: async (scope, atMost, id) => deedsOf(sourcing, scope, atMost, id),
    forgetDeeds: async (scope) => forgetDeeds(database, scope),
    sourcesOf: async (scope, articles) => sourcesOf(database, scope, articles),
    feed: async (url) => feedAt(sourcing, url),
    due: async (nowMs, atMost) => dueFeeds(sourcing, nowMs, atMost),
    nextDueAtMs: async () => nextDueAt(database),
    noteFeed: async (state, movedTo) => noteFeed(sourcing, state, movedTo),
    noteSite: async (feed, siteUrl) => noteSite(database, feed, siteUrl),
    noteItems: async (state, items, nowMs) => noteItems(database, state, items, nowMs),
    queued: async (nowMs, atMost) => queuedItems(sourcing, nowMs, atMost),
    queueLength: async () => queueLength(database),
    settle: async (queued, outcome, nowMs) => settle(database, queued, outcome, nowMs),
    bring: async (scope, id, article) => bring(database, scope, id, article),
    keepVersion: async (scope, version) => keepVersion(database, scope, version),
    versions: async (scope, article) => versionsOf(sourcing, scope, article),
  };
}
