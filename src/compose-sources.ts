import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FetchDocument } from './domain/fetch.ts';
import type { Scope } from './domain/scope.ts';
import { GuildSettings } from './domain/settings.ts';
import type { ModelReading } from './model-reading.ts';
import type { KeyValue } from './ports.ts';
import type { ArticleReading } from './reading/articles.ts';
import { createDocumentReading } from './reading/documents.ts';
import type { Fetching, FetchingOptions } from './source/fetching.ts';
import { sourceDocuments } from './source-documents.ts';
import type { Sources } from './sources/contract.ts';
import type { SourcePorts } from './sources/ports.ts';
import { createSourceReading, type SourceReading } from './sources/reading.ts';
import { createSources } from './sources/sources.ts';
import type { OpenTrust } from './trust/open-trust.ts';

/** How documents are fetched from outside. */
export type FetchSettings = Pick<FetchingOptions, 'allowedHosts' | 'contact' | 'resolve' | 'limits'>;

/** What sources are put together from. */
export interface SourceParts
  extends Pick<SourcePorts, 'store' | 'claims' | 'gazetteer' | 'health' | 'tell' | 'report' | 'now'> {
  readonly dataDir: string;
  readonly version: string;
  readonly fetching: FetchSettings;
  readonly settings: KeyValue;
  readonly probes: KeyValue;
  readonly articles: Pick<ArticleReading, 'article' | 'steps'>;
  /** null: there is no language model. */
  readonly modelReading: ModelReading | null;
  readonly trust: OpenTrust;
}

export interface ComposedSources {
  readonly sources: Sources;
  readonly reading: SourceReading;
  /** Ends what is under way; what was read stays queued until it is stored. */
  readonly close: () => Promise<void>;
}

/** Puts together what reads sources and what moderators do with them. */
export function composeSources(parts: SourceParts): ComposedSources {
  const { dataDir, settings, trust, articles, modelReading, ...rest } = parts;
  const documents = createDocumentReading(dataDir);
  const net = openLate(parts);
  const ports: SourcePorts = {
    ...rest,
    fetch: net.fetch,
    documents: sourceDocuments(documents, articles, modelReading),
    needsApproval: (scope) => asksForTwo(settings, scope),
    ownershipOf: trust.trust.ownershipOf,
    outletOf: trust.outletOf,
    proposed: trust.starters,
    languages: languagesIn(dataDir),
    random: Math.random,
  };
  const reading = createSourceReading(ports);
  const close = async (): Promise<void> => {
    const stopped = reading.stop();
    await Promise.all([net.close(), documents.close()]);
    await stopped;
  };
  return { sources: createSources(ports), reading, close };
}

/** Loads what fetches when there is something to fetch: it would cost every start time and memory. */
function openLate({ fetching, version, now }: SourceParts): {
  readonly fetch: FetchDocument;
  readonly close: () => Promise<void>;
} {
  let opened: Promise<Fetching> | null = null;
  let isClosed = false;
  const open = (): Promise<Fetching> => {
    opened ??= import('./source/fetching.ts').then(({ createFetching }) =>
      createFetching({ ...fetching, version, now }),
    );
    return opened;
  };
  return {
    fetch: async (request) => {
      if (isClosed) return { kind: 'failed', failure: { kind: 'not-sent', why: 'stopping' }, url: request.url };
      return (await open()).fetch(request);
    },
    close: async () => {
      isClosed = true;
      await (await opened)?.close();
    },
  };
}

async function asksForTwo(settings: KeyValue, { guildId }: Scope): Promise<boolean> {
  if (guildId === null) return false;
  return GuildSettings.parse((await settings.get(guildId)) ?? {}).fourEyes ?? false;
}

/** Those that have words of their own: a folder each. */
const languagesIn = (dataDir: string): ReadonlySet<string> =>
  new Set(
    readdirSync(join(dataDir, 'lexicon'), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    ),
  );
