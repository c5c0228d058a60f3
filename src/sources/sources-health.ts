import { OPERATOR, type Scope } from '../domain/scope.ts';
import type { Source, SourceState } from '../domain/source.ts';
import type { FailingFeed, SourcesHealth } from '../domain/source-view.ts';
import type { SourcePorts } from './ports.ts';

type Known = Pick<SourcePorts, 'store'>;

const STATES: readonly SourceState[] = ['active', 'pending', 'paused', 'gone'];

/** How the sources in sight of a scope are: those of whoever runs the bot, and its own. */
export async function healthOf(scope: Scope, ports: Known): Promise<SourcesHealth> {
  const shared = await ports.store.list(OPERATOR);
  const sources = scope.guildId === null ? shared : [...shared, ...(await ports.store.list(scope))];
  const failing = await Promise.all(sources.map((source) => failingFeed(source, ports)));
  return {
    states: STATES.map((state) => [state, sources.filter((source) => source.state === state).length] as const),
    failing: failing
      .filter((found) => found !== null)
      .sort((a, b) => (a.feed.failingSinceMs ?? 0) - (b.feed.failingSinceMs ?? 0)),
  };
}

/** null: it can be read, or nobody wants it to be. */
async function failingFeed(source: Source, { store }: Known): Promise<FailingFeed | null> {
  const isWanted = source.state === 'active' || source.state === 'gone';
  const feed = isWanted && source.url !== null && source.kind === 'feed' ? await store.feed(source.url) : null;
  return feed === null || feed.failure === null ? null : { name: source.name, feed };
}
