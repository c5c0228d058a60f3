import type { Result } from '../domain/failure.ts';
import type { Probe } from '../domain/probe.ts';
import type { Scope } from '../domain/scope.ts';
import { SOURCES_OF_OPERATOR, SOURCES_PER_SERVER, type Source, type SourceId } from '../domain/source.ts';
import type { SourceRefusal } from '../domain/source-view.ts';
import { addressKey } from '../ingest/canonical-url.ts';
import { keepArticle } from './bring-item.ts';
import type { Actor } from './contract.ts';
import { deedOf } from './deed.ts';
import { draftOf, newId } from './draft.ts';
import type { KeptProbes } from './kept-probes.ts';
import type { SourcePorts } from './ports.ts';

type Added = { readonly added: readonly Source[]; readonly left: number };

/** What admission is made with. */
export interface Admission {
  readonly ports: SourcePorts;
  readonly probes: KeptProbes;
}

/**
 * Adds what a dry run showed, or requests it where a second moderator has to approve it. Of a list as many as there is room for,
 * those first that it holds first. The dry run is kept until all of it is done: what ends in between is made whole by adding again.
 */
export async function admitProbe(
  id: string,
  asRequest: boolean,
  actor: Actor,
  admission: Admission,
): Promise<Result<Added, SourceRefusal>> {
  const { ports, probes } = admission;
  const probe = await probes.get(id, actor.scope);
  if (probe === null) return refused({ kind: 'expired' });
  const { have, limit } = await roomIn(actor.scope, ports);
  const wanted = await newAmong(probe, actor, ports);
  if (wanted.length === 0) return refused({ kind: 'already' });
  if (have >= limit) return refused({ kind: 'too-many', limit, have });
  const isRequest = asRequest || (await ports.needsApproval(actor.scope));
  const taken = wanted.slice(0, limit - have);
  const added: Source[] = [];
  for (const source of taken) added.push(await admitOne(source, probe, isRequest, actor, admission));
  await probes.drop(probe.id);
  if (isRequest) for (const source of added.slice(0, REQUESTS_TOLD)) await tellRequest(source, actor.scope, ports);
  return { ok: true, value: { added, left: wanted.length - taken.length } };
}

/** How many sources a scope has, and how many it may have. */
export async function roomIn(
  scope: Scope,
  { store }: Pick<SourcePorts, 'store'>,
): Promise<{ readonly have: number; readonly limit: number }> {
  const limit = scope.guildId === null ? SOURCES_OF_OPERATOR : SOURCES_PER_SERVER;
  return { have: (await store.list(scope)).length, limit };
}

/** The sources of a dry run that the scope does not have yet, or has of this dry run, which was interrupted then. */
async function newAmong(probe: Probe, actor: Actor, ports: SourcePorts): Promise<readonly Source[]> {
  const { source } = probe;
  const followed = async (url: string) => ports.store.byUrl(actor.scope, url);
  if (probe.kind !== 'list') {
    const own = source.url === null ? null : await followed(source.url);
    return own === null || own.id === source.id ? [source] : [];
  }
  const all = new Map<string, Source>();
  for (const { url, title } of probe.feeds) {
    const key = addressKey(url);
    if (all.has(key) || (await followed(url)) !== null) continue;
    const said = { kind: 'feed', url, siteUrl: null, title, publisher: null, language: source.language } as const;
    all.set(key, draftOf(said, { tier: source.tier }, newId(ports.random), actor, ports));
  }
  return [...all.values()];
}

/** @returns the source as it was saved */
async function admitOne(
  draft: Source,
  probe: Probe,
  isRequest: boolean,
  actor: Actor,
  { ports, probes }: Admission,
): Promise<Source> {
  const { scope, userId: by, nowMs: atMs } = actor;
  const source: Source = { ...draft, addedBy: by, addedAtMs: atMs, state: isRequest ? 'pending' : 'active' };
  if (isRequest) await probes.keepRequest(source.id, aboutOne(source, probe), scope);
  await ports.store.save(scope, source, deedOf(actor, isRequest ? 'requested' : 'added', source.url ?? ''));
  if (!isRequest) await bringOwn(source, probe, scope, ports);
  return source;
}

/** A long list must not fill the moderators' channel: whoever asked shows it whole where they did. */
const REQUESTS_TOLD = 5;

/** That nobody can be told must not keep it from being requested. */
async function tellRequest(source: Source, scope: Scope, { tell, report }: SourcePorts): Promise<void> {
  await tell(scope, { kind: 'request', source }).catch((error: unknown) =>
    report(error, 'telling moderators of a request'),
  );
}

/** What a request for one source of a dry run shows: of a list no more than that one, of which nothing was read. */
const aboutOne = (source: Source, probe: Probe): Probe =>
  probe.kind === 'list' ? { ...probe, kind: 'feed', source, total: 0, feeds: [], leftOut: 0, invalid: 0 } : probe;

/** Stores the article of a source that is read once. */
async function bringOwn({ id, kind }: Source, probe: Probe, scope: Scope, ports: SourcePorts): Promise<void> {
  if (kind === 'feed') return;
  for (const { read } of probe.items) {
    if (!read?.ok) continue;
    const kept = await keepArticle(scope, id, read.value, ports);
    await ports.store.bring(scope, id, kept.id);
  }
}

/** A second moderator's word on a request. Who asked never approves it, whatever the server wants by now; they may take it back. */
export async function decideRequest(
  id: SourceId,
  how: 'approve' | 'refuse',
  actor: Actor,
  admission: Admission,
): Promise<Result<Source, SourceRefusal>> {
  const { ports, probes } = admission;
  const source = await ports.store.get(actor.scope, id);
  if (source === null) return refused({ kind: 'unknown' });
  if (source.state !== 'pending') return refused({ kind: 'not-pending' });
  const decided = how === 'approve' ? await approve(source, actor, admission) : await refuse(source, actor, ports);
  if (decided.ok) await probes.dropRequest(id, actor.scope);
  return decided;
}

type Decided = Promise<Result<Source, SourceRefusal>>;

async function refuse(source: Source, actor: Actor, ports: SourcePorts): Decided {
  await ports.store.remove(actor.scope, source.id, deedOf(actor, 'refused', source.url ?? ''));
  return { ok: true, value: source };
}

async function approve(source: Source, actor: Actor, { ports, probes }: Admission): Decided {
  const { scope, userId: by } = actor;
  if (source.addedBy === by) return refused({ kind: 'own-request' });
  const request = source.kind === 'feed' ? null : await probes.request(source.id, scope);
  if (source.kind !== 'feed' && request === null) return refused({ kind: 'expired' });
  // Its article first: where this ends in between, it can be approved again.
  if (request !== null) await bringOwn(source, request, scope, ports);
  const approved: Source = { ...source, state: 'active', approvedBy: by };
  await ports.store.save(scope, approved, deedOf(actor, 'approved', source.url ?? ''));
  return { ok: true, value: approved };
}

export const refused = (error: SourceRefusal): Result<never, SourceRefusal> => ({ ok: false, error });
