import { setImmediate as soon } from 'node:timers/promises';
import type { ArticleId } from '../domain/article.ts';
import type { Result } from '../domain/failure.ts';
import type { Scope } from '../domain/scope.ts';
import type { Source, SourceId } from '../domain/source.ts';
import type { SourceRefusal } from '../domain/source-view.ts';
import { type Admission, refused } from './admission.ts';
import type { Actor, Given } from './contract.ts';
import { deedOf } from './deed.ts';
import type { SourcePorts } from './ports.ts';

type Changed = Promise<Result<Source, SourceRefusal>>;

/** Stops reading a source until it is resumed; what it reported stays. */
export async function pauseSource(id: SourceId, actor: Actor, ports: SourcePorts): Changed {
  const source = await ports.store.get(actor.scope, id);
  if (source === null) return refused({ kind: 'unknown' });
  if (source.state !== 'active') return refused({ kind: 'already' });
  const paused: Source = { ...source, state: 'paused' };
  await ports.store.save(actor.scope, paused, deedOf(actor, 'paused', ''));
  await ports.health.recovered(actor.scope, id);
  return { ok: true, value: paused };
}

/** Reads a source again from now on: one that was paused, or one whose server said that it is gone. */
export async function resumeSource(id: SourceId, actor: Actor, ports: SourcePorts): Changed {
  const source = await ports.store.get(actor.scope, id);
  if (source === null) return refused({ kind: 'unknown' });
  if (source.state !== 'paused' && source.state !== 'gone') return refused({ kind: 'already' });
  const resumed: Source = { ...source, state: 'active' };
  await ports.store.save(actor.scope, resumed, deedOf(actor, 'resumed', ''));
  await ports.health.recovered(actor.scope, id);
  const feed = source.url === null ? null : await ports.store.feed(source.url);
  if (feed !== null) await ports.store.noteFeed({ ...feed, nextAtMs: actor.nowMs });
  return { ok: true, value: resumed };
}

/** Changes what a source goes by. What it brought before keeps the publisher that it was brought under. */
export async function editSource(id: SourceId, given: Given, actor: Actor, ports: SourcePorts): Changed {
  const source = await ports.store.get(actor.scope, id);
  if (source === null) return refused({ kind: 'unknown' });
  // Who approves it must get what the request showed.
  if (source.state === 'pending') return refused({ kind: 'pending' });
  const changes = changesOf(source, given);
  if (changes.length === 0) return refused({ kind: 'already' });
  const edited: Source = { ...source, ...Object.fromEntries(changes) };
  const detail = changes.map(([field, to]) => `${field}: ${source[field] ?? USUAL[field] ?? '—'} → ${to}`).join('; ');
  await ports.store.save(actor.scope, edited, deedOf(actor, 'edited', detail));
  return { ok: true, value: edited };
}

const FIELDS = ['name', 'publisher', 'language', 'tier', 'engine'] as const;

/** What a source that does not say goes by. */
const USUAL: Readonly<Partial<Record<(typeof FIELDS)[number], string>>> = { engine: 'local' };

const changesOf = (source: Source, given: Given) =>
  FIELDS.flatMap((field) => {
    const to = given[field];
    return to === undefined || to === (source[field] ?? USUAL[field]) ? [] : [[field, to] as const];
  });

/** Takes a source out; what it alone brought stays with its citations, or is withdrawn from answers. */
export async function removeSource(
  id: SourceId,
  what: 'keep' | 'withdraw',
  actor: Actor,
  { ports, probes }: Admission,
): Promise<Result<{ readonly source: Source; readonly withdrawn: number }, SourceRefusal>> {
  const { scope } = actor;
  const source = await ports.store.get(scope, id);
  if (source === null) return refused({ kind: 'unknown' });
  // Withdrawn before the source goes: a process that ends in between leaves a source that can be removed again.
  const early = what === 'keep' ? 0 : await withdraw(await ports.store.alone(scope, id), source, scope, ports);
  const deed = deedOf(actor, what === 'keep' ? 'removed' : 'withdrawn', source.url ?? '');
  const left = await ports.store.remove(scope, id, deed);
  const late = what === 'keep' ? 0 : await withdraw(left, source, scope, ports);
  await ports.health.recovered(scope, id);
  await probes.dropRequest(id, scope);
  return { ok: true, value: { source, withdrawn: early + late } };
}

/** Takes articles out that no other source has brought, also not while those before them were taken out. @returns how many */
async function withdraw(
  articles: readonly ArticleId[],
  { id }: Source,
  scope: Scope,
  { store, claims }: SourcePorts,
): Promise<number> {
  let withdrawn = 0;
  for (const article of articles) {
    // There may be thousands, and others wait for answers.
    await soon();
    const by = (await store.sourcesOf(scope, [article])).get(article) ?? [];
    if (by.every((one) => one === id) && (await claims.remove(scope, article))) withdrawn += 1;
  }
  return withdrawn;
}
