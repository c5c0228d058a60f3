import type { Corrections } from './corrections/contract.ts';
import type { Digests } from './digests/contract.ts';
import type { Fault } from './domain/failure.ts';
import type { ReadMessage } from './domain/message.ts';
import type { ModelStatus } from './domain/model-status.ts';
import type { Ownership } from './domain/ownership.ts';
import type { Scope } from './domain/scope.ts';
import type { Tier } from './domain/source.ts';
import type { Wording } from './domain/wording.ts';
import type { ErasePorts } from './erase.ts';
import type { Sources } from './sources/contract.ts';
import type { ClaimStore, Gazetteer, SourceHealth } from './store/contract.ts';
import type { CorrectionStore } from './store/correction-contract.ts';
import type { MistakeStore } from './store/mistake-contract.ts';
import type { Tracks } from './tracks/contract.ts';

/** Small values by key, gone after `ttlMs` where it is given. Values come back as JSON leaves them and are parsed anew. */
export interface KeyValue {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown, ttlMs?: number) => Promise<unknown>;
  readonly delete: (key: string) => Promise<unknown>;
}

/** One that takes many at once. */
export interface BatchKeyValue extends KeyValue {
  /** All or none; `ttl` in ms. */
  readonly setMany: (entries: { key: string; value: unknown; ttl?: number }[]) => Promise<unknown>;
}

/** Whom publishers belong to, and how far they are trusted. */
export interface Trust {
  /**
   * null: not known.
   * @param url of the article, by which a publisher of an unknown name is found
   */
  readonly ownershipOf: (publisher: string, url: string | null) => Ownership | null;
  /** How those who ask from the scope have publishers judged; it stays for as long as the store's revision does. */
  readonly tiers: (scope: Scope) => Promise<(publisher: string) => Tier>;
}

export interface Ports {
  readonly claims: ClaimStore;
  readonly gazetteer: Gazetteer;
  readonly health: SourceHealth;
  /** What does not stand as it was printed. */
  readonly corrections: Pick<CorrectionStore, 'of' | 'list'>;
  readonly trust: Trust;
  readonly settings: KeyValue;
  readonly briefs: BatchKeyValue;
  /** Told what failed without anybody waiting for it. */
  readonly report: (error: unknown) => void;
  /** What was set aside at the last loading. */
  readonly faults: () => readonly Fault[];
  readonly startedAtMs: number;
  readonly version: string;
}

/** What the app needs beside what questions need. */
export interface AppPorts extends Ports {
  /** What a language model makes of answers; absent: there is none. */
  readonly wording?: Wording;
  /** What a language model is used for; absent: there is none. */
  readonly modelStatus?: () => ModelStatus;
  readonly sources: Sources;
  readonly digests: Digests;
  readonly tracks: Tracks;
  readonly correcting: Corrections;
  /** Mistakes that members reported. */
  readonly mistakes: Pick<MistakeStore, 'countOf' | 'forgetMember'>;
  /** What of a server can be deleted in one go. */
  readonly erasing: Pick<ErasePorts, 'forgetDeeds' | 'forgetCorrections' | 'dropDigests' | 'dropPairs'>;
  /** What is kept of members, by their ids. */
  readonly members: KeyValue;
  /** Reads claims out of a message that was written at an instant (Unix ms); may take some seconds for the first. */
  readonly readMessage: (text: string, atMs: number) => Promise<ReadMessage>;
}
