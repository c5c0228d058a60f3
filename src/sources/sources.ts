import type { Result } from '../domain/failure.ts';
import type { Probe } from '../domain/probe.ts';
import type { ProbeFailure } from '../domain/probe-failure.ts';
import type { Scope } from '../domain/scope.ts';
import type { Source } from '../domain/source.ts';
import type { SourceCheck, SourceRefusal, SourceView, Starter } from '../domain/source-view.ts';
import { admitProbe, decideRequest, refused } from './admission.ts';
import { checkSource } from './check.ts';
import type { Actor, Given, Sources, Wanted } from './contract.ts';
import { createInTurn } from './in-turn.ts';
import { createKeptProbes, type KeptProbes } from './kept-probes.ts';
import { editSource, pauseSource, removeSource, resumeSource } from './moderation.ts';
import type { SourcePorts } from './ports.ts';
import { probe } from './probe.ts';
import { healthOf } from './sources-health.ts';

/** What moderators do with sources, over the ports. What they change in one scope is done in turn: each change sees those before it. */
export function createSources(ports: SourcePorts): Sources {
  const probes = createKeptProbes(ports.probes);
  const inTurn = createInTurn();
  const turnOf = <T>({ scope }: Actor, work: () => Promise<T>): Promise<T> => inTurn(scope.guildId ?? '', work);
  return {
    ...ofProbes(ports, probes),
    add: (id, asRequest, actor) => turnOf(actor, () => admitProbe(id, asRequest, actor, { ports, probes })),
    decide: (id, how, actor) => turnOf(actor, () => decideRequest(id, how, actor, { ports, probes })),
    list: async (scope) => Promise.all((await ports.store.list(scope)).map((source) => viewOf(source, scope, ports))),
    health: (scope) => healthOf(scope, ports),
    view: async (id, scope) => {
      const source = await ports.store.get(scope, id);
      return source && viewOf(source, scope, ports);
    },
    check: (id, actor) => checked(id, actor, ports),
    checkFeed: (url) => checkSource({ kind: 'feed', url }, ports),
    pause: (id, actor) => turnOf(actor, () => pauseSource(id, actor, ports)),
    resume: (id, actor) => turnOf(actor, () => resumeSource(id, actor, ports)),
    edit: (id, given, actor) => turnOf(actor, () => editSource(id, given, actor, ports)),
    remove: (id, what, actor) => turnOf(actor, () => removeSource(id, what, actor, { ports, probes })),
    deeds: (scope, atMost, id) => ports.store.deeds(scope, atMost, id),
    opml: async (scope) => {
      // What writes it is loaded when it is wanted: it would cost every start a tenth of a second.
      const { writeOpml } = await import('../ingest/opml.ts');
      return writeOpml(feedsAmong(await ports.store.list(scope)));
    },
    starters: (scope) => startersFor(scope, ports),
  };
}

type OfProbes = Pick<Sources, 'probe' | 'probed' | 'requested' | 'choose' | 'cancel'>;

/** What is done with dry runs. */
function ofProbes(ports: SourcePorts, probes: KeptProbes): OfProbes {
  const probeAndKeep = async (wanted: Wanted, given: Given, actor: Actor): Promise<Result<Probe, ProbeFailure>> => {
    const made = await probe(wanted, given, actor, ports);
    if (made.ok) await probes.keep(made.value, actor.scope);
    return made;
  };
  return {
    probe: probeAndKeep,
    probed: probes.get,
    requested: probes.request,
    choose: async (id, feed, actor) => {
      const from = await probes.get(id, actor.scope);
      const chosen = from?.feeds[feed];
      if (from === null || chosen === undefined) return refused({ kind: 'expired' });
      return probeAndKeep({ from: 'url', url: chosen.url, kind: 'feed' }, { tier: from.source.tier }, actor);
    },
    cancel: async (id, actor) => {
      if ((await probes.get(id, actor.scope)) !== null) await probes.drop(id);
    },
  };
}

const startersFor = (scope: Scope, { proposed, store, ownershipOf }: SourcePorts): Promise<readonly Starter[]> =>
  Promise.all(
    proposed().map(async (one) => ({
      ...one,
      ownership: ownershipOf(one.publisher, one.url),
      isFollowed: (await store.byUrl(scope, one.url)) !== null,
    })),
  );

async function viewOf(source: Source, scope: Scope, { store, ownershipOf }: SourcePorts): Promise<SourceView> {
  const feed = source.kind === 'feed' && source.url !== null ? await store.feed(source.url) : null;
  const ownership = ownershipOf(source.publisher, source.siteUrl ?? source.url);
  return { source, feed, counts: await store.counts(scope, source.id), ownership };
}

async function checked(
  id: Source['id'],
  { scope }: Actor,
  ports: SourcePorts,
): Promise<Result<SourceCheck, SourceRefusal>> {
  const source = await ports.store.get(scope, id);
  if (source === null) return refused({ kind: 'unknown' });
  const result = await checkSource(source, ports);
  const [view, aside] = [await viewOf(source, scope, ports), await ports.store.aside(scope, id, ASIDE_SHOWN)];
  return { ok: true, value: { view, result, aside } };
}

const ASIDE_SHOWN = 5;

const feedsAmong = (sources: readonly Source[]) =>
  sources.flatMap(({ kind, url, name }) => (kind === 'feed' && url !== null ? [{ url, title: name, folder: [] }] : []));
