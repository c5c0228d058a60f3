import { type App, createApp } from '../../src/app.ts';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import type { Call } from '../../src/command.ts';
import type { ArticleFile } from '../../src/domain/article-file.ts';
import type { Entity } from '../../src/domain/entity.ts';
import type { Fault } from '../../src/domain/failure.ts';
import type { ReadMessage } from '../../src/domain/message.ts';
import type { Trust } from '../../src/ports.ts';
import type { ClaimStore, SourceHealth } from '../../src/store/contract.ts';
import { keyvOver } from '../../src/store/keyv.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { sqliteGazetteer } from '../../src/store/sqlite/gazetteer.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { sqliteSourceHealth } from '../../src/store/sqlite/source-health.ts';
import { ASKED_AT_MS } from './briefs.ts';
import { ENTITIES } from './claims.ts';
import { correcting } from './corrections.ts';
import { NO_DIGESTS, NO_ERASING, NO_SOURCES, NO_TRACKS } from './no-sources.ts';
import { NO_TRUST } from './trust.ts';

/** The app over a store in memory that holds these articles and the builders' entities. */
export const storedApp = async (
  files: readonly ArticleFile[],
  faults: readonly Fault[] = [],
  entities: readonly Entity[] = ENTITIES,
): Promise<App> => (await storedSitrep(files, faults, entities)).app;

/** `storedApp` with what it answers from. */
export async function storedSitrep(
  files: readonly ArticleFile[],
  faults: readonly Fault[] = [],
  entities: readonly Entity[] = ENTITIES,
  readMessage: (text: string, atMs: number) => Promise<ReadMessage> = unread,
  trust: Trust = NO_TRUST,
): Promise<{
  readonly app: App;
  readonly claims: ClaimStore;
  readonly health: SourceHealth;
  /** From now on there are moderators to tell of mistakes. */
  readonly tellOfMistakes: ReturnType<typeof correcting>['connect'];
}> {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(`cannot open: ${opened.error.kind}`);
  const claims = sqliteClaimStore(opened.value);
  const gazetteer = sqliteGazetteer(opened.value);
  await gazetteer.replace('entities.json', 'digest', entities);
  for (const file of files) await claims.put({ guildId: null }, file);
  const values = (name: string) => keyvOver(opened.value, name);
  const health = sqliteSourceHealth(opened.value);
  const ports = {
    ...{ claims, gazetteer, health, trust, settings: values('settings'), briefs: values('briefs') },
    ...{ report: unexpected, faults: () => faults, startedAtMs: ASKED_AT_MS, version: '1.2.3' },
  };
  const { connect, parts } = correcting(opened.value, ports, () => app);
  const app: App = createApp({
    ...ports,
    ...parts,
    sources: NO_SOURCES,
    digests: NO_DIGESTS,
    tracks: NO_TRACKS,
    erasing: NO_ERASING,
    members: values('members'),
    readMessage,
  });
  return { app, claims, health, tellOfMistakes: connect };
}

/** A call by a moderator in a server, on a platform without limits. */
export function aCall(overrides: Partial<Call> = {}): Call {
  return {
    ref: 'ref',
    userId: '1',
    guildId: '77777',
    channelId: '55555',
    locale: 'en-GB',
    scope: { guildId: '77777' },
    nowMs: ASKED_AT_MS,
    language: 'en',
    isModerator: true,
    limits: { budget: Infinity, blocks: Infinity, glance: Infinity, costOf: () => 1 },
    ...overrides,
  };
}

/** For a test in which no message is read. */
export const unread = (): Promise<ReadMessage> => Promise.reject(new Error('no message is read here'));

/** For a test in which nothing fails behind the scenes. */
export function unexpected(error: unknown): void {
  throw error;
}
