import { z } from 'zod';
import { DAY_MS } from '../domain/period.ts';
import { Probe } from '../domain/probe.ts';
import { Scope } from '../domain/scope.ts';
import type { SourceId } from '../domain/source.ts';
import type { KeyValue } from '../ports.ts';

/** A dry run is kept so long for its buttons. */
const KEPT_MS = DAY_MS;
/** What a request is about is kept so long for the moderator who decides. */
const REQUEST_KEPT_MS = 30 * DAY_MS;

const Kept = z.strictObject({ scope: Scope, probe: Probe });

/** Dry runs that buttons lead back to, and those that requests are about; each for its scope alone. */
export interface KeptProbes {
  readonly keep: (probe: Probe, scope: Scope) => Promise<void>;
  /** null: kept no more, or another scope's. */
  readonly get: (id: string, scope: Scope) => Promise<Probe | null>;
  readonly drop: (id: string) => Promise<void>;
  readonly keepRequest: (source: SourceId, probe: Probe, scope: Scope) => Promise<void>;
  readonly dropRequest: (source: SourceId, scope: Scope) => Promise<void>;
  readonly request: (source: SourceId, scope: Scope) => Promise<Probe | null>;
}

export function createKeptProbes(disk: KeyValue): KeptProbes {
  const read = async (key: string, scope: Scope): Promise<Probe | null> => {
    const kept = Kept.safeParse(await disk.get(key));
    return kept.success && kept.data.scope.guildId === scope.guildId ? kept.data.probe : null;
  };
  return {
    keep: async (probe, scope) => void (await disk.set(runKey(probe.id), { scope, probe }, KEPT_MS)),
    get: (id, scope) => read(runKey(id), scope),
    drop: async (id) => void (await disk.delete(runKey(id))),
    keepRequest: async (source, probe, scope) =>
      void (await disk.set(requestKey(source, scope), { scope, probe }, REQUEST_KEPT_MS)),
    dropRequest: async (source, scope) => void (await disk.delete(requestKey(source, scope))),
    request: (source, scope) => read(requestKey(source, scope), scope),
  };
}

const runKey = (id: string): string => `run ${id}`;
const requestKey = (source: SourceId, { guildId }: Scope): string => `request ${guildId ?? ''} ${source}`;
