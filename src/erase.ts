import { setImmediate as soon } from 'node:timers/promises';
import type { ArticleId } from './domain/article.ts';
import type { Scope } from './domain/scope.ts';
import type { Sources } from './sources/contract.ts';
import type { Tracks } from './tracks/contract.ts';

/** What was kept of a server, and is no more. */
export interface Erased {
  readonly sources: number;
  /** Of its own, whatever brought them. */
  readonly articles: number;
  readonly digests: number;
  readonly tracks: number;
  readonly answers: number;
}

/** What is to be erased, place by place. */
export interface ErasePorts {
  readonly sources: Pick<Sources, 'list' | 'remove'>;
  readonly tracks: Pick<Tracks, 'drop'>;
  readonly claims: {
    readonly articleIds: (scope: Scope) => Promise<readonly ArticleId[]>;
    readonly forget: (scope: Scope, id: ArticleId) => Promise<boolean>;
  };
  readonly forgetDeeds: (scope: Scope) => Promise<void>;
  /** Corrections, and mistakes that were reported. */
  readonly forgetCorrections: (scope: Scope) => Promise<void>;
  /** @returns how many there were */
  readonly dropDigests: (guildId: string) => Promise<number>;
  /** Settings, dry runs and answers that are on the disk. @returns how many answers there were */
  readonly dropPairs: (guildId: string) => Promise<number>;
}

/**
 * Deletes what is kept of a server. Sources go first, so that nothing new is brought; a process that ends in between leaves what
 * can be erased again.
 */
export async function erase(ports: ErasePorts, guildId: string, userId: string, nowMs: number): Promise<Erased> {
  const scope = { guildId };
  const digests = await ports.dropDigests(guildId);
  const tracks = await ports.tracks.drop({ guildId });
  const sources = await ports.sources.list(scope);
  for (const { source } of sources) await ports.sources.remove(source.id, 'keep', { scope, userId, nowMs });
  const articles = await ports.claims.articleIds(scope);
  for (const id of articles) {
    await ports.claims.forget(scope, id);
    // There may be thousands, and others wait for answers.
    await soon();
  }
  await ports.forgetDeeds(scope);
  await ports.forgetCorrections(scope);
  const answers = await ports.dropPairs(guildId);
  return { sources: sources.length, articles: articles.length, digests, tracks, answers };
}
