import type { Ask } from '../asked.ts';
import type { EventId } from '../domain/event.ts';
import { topicsAsked } from '../domain/form.ts';
import { claimTypeOf } from '../domain/topic.ts';
import type { Ports } from '../ports.ts';
import { byTopic, countsByTopic } from './by-topic.ts';
import { FIRST_NEWS } from './news.ts';
import type { Selection } from './selection.ts';

/** Some events whole; what is new of them is for whoever tells of them to say. Reads only. */
export async function selectTold(
  { claims }: Ports,
  { scope, form, about, nowMs }: Ask,
  ids: readonly EventId[],
): Promise<Selection> {
  const types = new Set(topicsAsked({ form, about }).map(claimTypeOf));
  const found = (await claims.events(scope, ids)).filter(({ claim }) => types.has(claim.type));
  const byType = Map.groupBy(found, ({ claim }) => claim.type);
  const events = new Set(found.map(({ event }) => event)).size;
  return {
    span: null,
    coverage: null,
    known: true,
    found: byTopic(found, ({ claim }) => claim.type),
    eventsAtMost: new Map(),
    topicCounts: countsByTopic(new Map([...byType].map(([type, { length }]) => [type, length]))),
    wider: null,
    onlyDisputed: false,
    news: {
      fresh: { arrived: new Set(), replaced: new Set(), withheld: new Map() },
      counts: { ...FIRST_NEWS.counts, sinceMs: nowMs, events },
    },
  };
}
