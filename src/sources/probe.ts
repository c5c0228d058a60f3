import { refsOf } from '../domain/claim.ts';
import type { Result } from '../domain/failure.ts';
import type { Probe, ProbedFeed, ProbedItem, Warning } from '../domain/probe.ts';
import type { ProbeFailure } from '../domain/probe-failure.ts';
import { OPERATOR } from '../domain/scope.ts';
import type { Source } from '../domain/source.ts';
import { labelsOf } from '../labels.ts';
import { roomIn } from './admission.ts';
import type { Actor, Given, Wanted } from './contract.ts';
import { draftOf, newId, type Said } from './draft.ts';
import { type Looked, lookIntoList, type Named } from './look.ts';
import { lookTyped } from './look-typed.ts';
import type { SourcePorts } from './ports.ts';
import { probeArticle, probeItems, type ReadProbe } from './probe-items.ts';
import { warningsOf } from './warnings.ts';

type Probing = Promise<Result<Probe, ProbeFailure>>;

/** What a dry run is made with. */
interface Run {
  readonly given: Given;
  readonly actor: Actor;
  readonly ports: SourcePorts;
}

/** Looks at what somebody wants to add, without adding anything. Rejects only for failures of our own. */
export async function probe(wanted: Wanted, given: Given, actor: Actor, ports: SourcePorts): Probing {
  const run = { given, actor, ports };
  if (wanted.from === 'text') return probeText(wanted, run);
  if (wanted.from === 'starters') return { ok: true, value: await probeStarters(wanted.crisis, run) };
  const looked =
    wanted.from === 'opml'
      ? await lookIntoList({ body: wanted.bytes, charset: null, url: null }, ports)
      : await lookTyped(wanted.url, wanted.kind, ports);
  if (!looked.ok) return looked;
  switch (looked.value.kind) {
    case 'feed':
      return { ok: true, value: await probeFeed(looked.value, run) };
    case 'article':
      return probePage(looked.value, run);
    case 'list':
      return { ok: true, value: await probeList(looked.value, run) };
  }
}

async function probeFeed({ url, movedTo, read, feeds }: Extract<Looked, { kind: 'feed' }>, run: Run): Promise<Probe> {
  const { feed, items } = read;
  const { title, language, url: siteUrl } = feed;
  const source = draft({ kind: 'feed', url, siteUrl, title, publisher: null, language }, run);
  const probed = await probeItems(items, source, run.actor.scope, run.ports);
  const made = await madeOf(source, probed.shown, run);
  const found = { items, read: probed.read, ownership: made.ownership, leftOut: feed.leftOut, movedTo };
  return {
    ...made,
    total: items.length + feed.leftOut,
    feeds: await Promise.all(feeds.map((feed) => withFollowed(feed, run))),
    warnings: [...(await followedBy(url, run)), ...warningsIn(found, run)],
  };
}

async function probePage({ url, page }: Extract<Looked, { kind: 'article' }>, run: Run): Probing {
  const { title, publisher, author, published, language, text, stub } = page;
  const source = draft({ kind: 'article', url, siteUrl: null, title, publisher, language }, run);
  const known = { title, publisher: source.publisher, author, url, published, language };
  const read = await run.ports.documents.article(text ?? '', known);
  if (!read.ok) return read;
  const item = await probeArticle(read.value, run.actor.scope, run.ports);
  const insteadOfPage = stub === null ? null : ({ kind: 'stub', why: stub } as const);
  const value = await madeOfOne(source, { item, insteadOfPage }, run);
  return { ok: true, value: { ...value, warnings: [...(await followedBy(url, run)), ...value.warnings] } };
}

async function probeText({ text, publisher, day, title }: Extract<Wanted, { from: 'text' }>, run: Run): Probing {
  const source = draft({ kind: 'text', url: null, siteUrl: null, title, publisher, language: null }, run);
  const published = day === null ? null : ({ at: day, basis: 'stated', note: 'given with the text' } as const);
  const known = { title, publisher: source.publisher, author: null, url: null, published, language: source.language };
  const read = await run.ports.documents.article(text, known);
  if (!read.ok) return read;
  const item = await probeArticle(read.value, run.actor.scope, run.ports);
  return { ok: true, value: await madeOfOne(source, { item, insteadOfPage: null }, run) };
}

async function madeOfOne(source: Source, one: ReadProbe, run: Run): Promise<Probe> {
  const made = await madeOf(source, [one.item], run);
  const found = { items: [], read: [one], ownership: made.ownership, leftOut: 0, movedTo: null };
  return { ...made, warnings: warningsIn(found, run) };
}

async function probeList({ feeds, leftOut, invalid }: Extract<Looked, { kind: 'list' }>, run: Run): Promise<Probe> {
  const said = { kind: 'feed', url: null, siteUrl: null, title: null, publisher: null, language: null } as const;
  const made = await madeOf(draft(said, run), [], run);
  const total = feeds.length + leftOut;
  const fitting = await feedsWithRoom(feeds, run);
  return { ...made, kind: 'list', total, feeds: fitting, leftOut: total - fitting.length, invalid };
}

/** The feeds in their order, up to the first that there is no room for: a list may be longer by far. */
async function feedsWithRoom(feeds: readonly Named[], run: Run): Promise<readonly ProbedFeed[]> {
  const { have, limit } = await roomIn(run.actor.scope, run.ports);
  const fitting: ProbedFeed[] = [];
  let room = limit - have;
  for (const feed of feeds) {
    const one = await withFollowed(feed, run);
    if (!one.isFollowed && room <= 0) break;
    if (!one.isFollowed) room -= 1;
    fitting.push(one);
  }
  return fitting;
}

function probeStarters(crisis: string, run: Run): Promise<Probe> {
  const group = run.ports.proposed().filter((starter) => starter.crisis.en === crisis);
  const feeds = group.map(({ url, name }) => ({ url, title: name }));
  return probeList({ kind: 'list', feeds, leftOut: 0, invalid: 0 }, run);
}

const draft = (said: Said, { given, actor, ports }: Run): Source =>
  draftOf(said, given, newId(ports.random), actor, ports);

async function madeOf(source: Source, items: readonly ProbedItem[], { actor, ports }: Run): Promise<Probe> {
  const claims = items.flatMap(({ read }) => (read?.ok ? read.value.file.claims : []));
  const entities = await ports.gazetteer.byRef([...new Set(claims.flatMap(refsOf))]);
  return {
    id: newId(ports.random),
    kind: source.kind,
    source,
    ownership: ports.ownershipOf(source.publisher, source.siteUrl ?? source.url),
    total: items.length,
    items,
    feeds: [],
    leftOut: 0,
    invalid: 0,
    warnings: [],
    labels: labelsOf(claims, (ref) => entities.get(ref)),
    needsApproval: await ports.needsApproval(actor.scope),
  };
}

const warningsIn = (found: Omit<Parameters<typeof warningsOf>[0], 'languages' | 'nowMs'>, { actor, ports }: Run) =>
  warningsOf({ ...found, languages: ports.languages, nowMs: actor.nowMs });

/** Whether the scope follows the address already, or whoever runs the bot does for all. */
async function followedBy(url: string, { actor: { scope }, ports }: Run): Promise<readonly Warning[]> {
  const own = await ports.store.byUrl(scope, url);
  if (own !== null) return [{ kind: 'followed', here: true, source: own.id }];
  const shared = scope.guildId === null ? null : await ports.store.byUrl(OPERATOR, url);
  return shared === null ? [] : [{ kind: 'followed', here: false, source: shared.id }];
}

async function withFollowed({ url, title }: Named, { actor, ports }: Run): Promise<ProbedFeed> {
  return { url, title, isFollowed: (await ports.store.byUrl(actor.scope, url)) !== null };
}
