import type { Result } from '../domain/failure.ts';
import type { Probe } from '../domain/probe.ts';
import type { Scope } from '../domain/scope.ts';
import { SOURCES_OF_OPERATOR, SOURCES_PER_SERVER, type Source, type SourceId } from '../domain/source.ts';
import type { SourceRefusal } from '../domain/source-view.ts';
import { keepArticle } from './bring-item.ts';
import type { Actor } from './contract.ts';
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
 * those first that it holds first.
 */
export async function admitProbe(
  probe: Probe,
  asRequest: boolean,
  actor: Actor,
  admission: Admission,
): Promise<Result<Added, SourceRefusal>> {
  const { ports, probes } = admission;
  const have = (await ports.store.list(actor.scope)).length;
  const limit = roomOf(actor.scope);
  const wanted = await newAmong(probe, actor, ports);
  if (wanted.length === 0) return refused({ kind: 'already' });
  if (have >= limit) return refused({ kind: 'too-many', limit, have });
  const isRequest = asRequest || (await ports.needsApproval(actor.scope));
  const taken = wanted.slice(0, limit - have);
  const added: Source[] = [];
  for (const source of taken) added.push(await admitOne(source, probe, isRequest, actor, admission));
  await probes.drop(probe.id);
  return { ok: true, value: { added, left: wanted.length - taken.length } };
}

const roomOf = ({ guildId }: Scope): number => (guildId === null ? SOURCES_OF_OPERATOR : SOURCES_PER_SERVER);

/** The sources of a dry run that the scope does not have yet. */
async function newAmong(probe: Probe, actor: Actor, ports: SourcePorts): Promise<readonly Source[]> {
  const { source } = probe;
  const isNew = async (url: string | null) => url === null || (await ports.store.byUrl(actor.scope, url)) === null;
  if (probe.kind !== 'list') return (await isNew(source.url)) ? [source] : [];
  const all: Source[] = [];
  for (const { url, title } of probe.feeds) {
    const said = { kind: 'feed', url, siteUrl: null, title, publisher: null, language: source.language } as const;
    if (await isNew(url)) all.push(draftOf(said, { tier: source.tier }, newId(ports.random), actor, ports));
  }
  return all;
}

/** @returns the source as it was saved */
async function admitOne(
  draft: Source,
  probe: Probe,
  isRequest: boolean,
  { scope, userId: by, nowMs: atMs }: Actor,
  { ports, probes }: Admission,
): Promise<Source> {
  const source: Source = { ...draft, addedBy: by, addedAtMs: atMs, state: isRequest ? 'pending' : 'active' };
  if (isRequest) await probes.keepRequest(source.id, probe, scope);
  await ports.store.save(scope, source, {
    atMs,
    by,
    deed: isRequest ? 'requested' : 'added',
    detail: source.url ?? '',
  });
  if (!isRequest) {
    await bringOwn(source, probe, scope, ports);
    return source;
  }
  await ports
    .tell(scope, { kind: 'request', source })
    .catch((error: unknown) => ports.report(error, 'telling moderators of a request'));
  return source;
}

/** Stores the article of a source that is read once. */
async function bringOwn({ id, kind }: Source, probe: Probe, scope: Scope, ports: SourcePorts): Promise<void> {
  if (kind === 'feed') return;
  for (const { read } of probe.items) {
    if (!read?.ok) continue;
    const kept = await keepArticle(scope, read.value, ports);
    await ports.store.bring(scope, id, kept.id);
  }
}

/** A second moderator's word on a request. Who asked may not approve it where the server wants two. */
export async function decideRequest(
  id: SourceId,
  how: 'approve' | 'refuse',
  actor: Actor,
  { ports, probes }: Admission,
): Promise<Result<Source, SourceRefusal>> {
  const { scope, userId: by, nowMs: atMs } = actor;
  const source = await ports.store.get(scope, id);
  if (source === null) return refused({ kind: 'unknown' });
  if (source.state !== 'pending') return refused({ kind: 'not-pending' });
  if (how === 'refuse') {
    await ports.store.remove(scope, id, { atMs, by, deed: 'refused', detail: source.url ?? '' });
    return { ok: true, value: source };
  }
  if (source.addedBy === by && (await ports.needsApproval(scope))) return refused({ kind: 'own-request' });
  const request = source.kind === 'feed' ? null : await probes.request(id, scope);
  if (source.kind !== 'feed' && request === null) return refused({ kind: 'expired' });
  const approved: Source = { ...source, state: 'active', approvedBy: by };
  await ports.store.save(scope, approved, { atMs, by, deed: 'approved', detail: source.url ?? '' });
  if (request !== null) await bringOwn(approved, request, scope, ports);
  return { ok: true, value: approved };
}

export const refused = (error: SourceRefusal): Result<never, SourceRefusal> => ({ ok: false, error });
