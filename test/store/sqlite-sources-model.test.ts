import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import type { SourceStore } from '../../src/store/source-contract.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { sqliteSourceStore } from '../../src/store/sqlite/sources/source-store.ts';
import { aFeedState, anItem, aSource } from '../support/sources.ts';
import { unexpected } from '../support/stored-app.ts';

const IDS = ['aaaa', 'bbbb', 'cccc'] as const;
const KEYS = ['one', 'two', 'three', 'four'] as const;
type Id = (typeof IDS)[number];
type Key = (typeof KEYS)[number];

/** What somebody may do to sources of one feed, or the feed may do. */
type Step =
  | { readonly kind: 'state'; readonly id: Id; readonly state: 'active' | 'paused' }
  | { readonly kind: 'remove'; readonly id: Id }
  | { readonly kind: 'read'; readonly held: readonly { readonly key: Key; readonly version: number }[] }
  | { readonly kind: 'settle'; readonly key: Key; readonly version: number; readonly ids: readonly Id[] };

/** An item with those who have been given it as it is. */
interface Known {
  readonly version: number;
  readonly isHeld: boolean;
  readonly isWaiting: boolean;
  readonly given: ReadonlySet<Id>;
}

/** The plainest record there may be of who is to be given what. */
interface Model {
  /** A feed is known from when an active source follows it, until no source has its address. */
  readonly isKnown: boolean;
  readonly sources: ReadonlyMap<Id, 'active' | 'paused'>;
  readonly items: ReadonlyMap<Key, Known>;
}

const followers = ({ sources }: Model): readonly Id[] => IDS.filter((id) => sources.get(id) === 'active');
const lacking = (model: Model, { given }: Known): readonly Id[] => followers(model).filter((id) => !given.has(id));

/** An item waits from when somebody lacks what the feed holds until nobody does. */
function settled(model: Model): Model {
  const items = [...model.items].map(([key, item]): readonly [Key, Known] => [
    key,
    { ...item, isWaiting: (item.isHeld || item.isWaiting) && lacking(model, item).length > 0 },
  ]);
  return { ...model, items: new Map(items) };
}

function after(model: Model, step: Step): Model {
  const { sources, items } = model;
  const each = (change: (item: Known, key: Key) => Known): Model['items'] =>
    new Map([...items].map(([key, item]) => [key, change(item, key)]));
  switch (step.kind) {
    case 'state':
      return settled({
        ...model,
        isKnown: model.isKnown || step.state === 'active',
        sources: new Map([...sources, [step.id, step.state]]),
      });
    case 'remove': {
      const left = new Map([...sources].filter(([id]) => id !== step.id));
      const without = each((item) => ({ ...item, given: item.given.difference(new Set([step.id])) }));
      const isKnown = model.isKnown && left.size > 0;
      return settled({ isKnown, sources: left, items: isKnown ? without : new Map() });
    }
    case 'read':
      if (!model.isKnown) return model;
      return settled({
        ...model,
        items: new Map([...each((item) => ({ ...item, isHeld: false })), ...read(items, step)]),
      });
    case 'settle': {
      const there = step.ids.filter((id) => sources.has(id));
      const give = (item: Known): Known => ({ ...item, given: item.given.union(new Set(there)) });
      return settled({
        ...model,
        items: each((item, key) => (key === step.key && item.version === step.version ? give(item) : item)),
      });
    }
  }
}

const read = (
  items: Model['items'],
  { held }: Extract<Step, { readonly kind: 'read' }>,
): readonly (readonly [Key, Known])[] =>
  held.map(({ key, version }) => {
    const known = items.get(key);
    return [
      key,
      known?.version === version
        ? { ...known, isHeld: true }
        : { version, isHeld: true, isWaiting: false, given: new Set() },
    ];
  });

const itemOf = (key: Key, version: number) => anItem(key, { title: `Version ${version}` });

async function take(store: SourceStore, step: Step, nowMs: number): Promise<void> {
  const deed = { atMs: nowMs, by: null, deed: 'edited', detail: '' } as const;
  switch (step.kind) {
    case 'state':
      return store.save(OPERATOR, aSource({ id: step.id, state: step.state }), deed);
    case 'remove':
      return void (await store.remove(OPERATOR, step.id, deed));
    case 'read': {
      const items = step.held.map(({ key, version }) => itemOf(key, version));
      return void (await store.noteItems(aFeedState(nowMs), items, nowMs));
    }
    case 'settle': {
      const named = step.ids.map((id) => ({ scope: OPERATOR, source: aSource({ id }) }));
      const queued = { feed: aFeedState(0).url, item: itemOf(step.key, step.version), followers: named };
      return store.settle(queued, { kind: 'stored', article: 'article-1' }, nowMs);
    }
  }
}

/** What waits for whom, as text. */
const ofModel = (model: Model): readonly string[] =>
  [...model.items]
    .filter(([, { isWaiting }]) => isWaiting)
    .map(([key, item]) => `${key} ${item.version}: ${lacking(model, item).toSorted()}`)
    .toSorted();

async function ofStore(store: SourceStore): Promise<readonly string[]> {
  const queued = await store.queued(1e12, 100);
  return queued
    .map(
      ({ item, followers: to }) => `${item.key} ${item.title?.at(-1)}: ${to.map(({ source }) => source.id).toSorted()}`,
    )
    .toSorted();
}

const id = fc.constantFrom(...IDS);
const key = fc.constantFrom(...KEYS);
const version = fc.integer({ min: 0, max: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('state'), id, state: fc.constantFrom('active', 'paused') }),
  fc.record({ kind: fc.constant('remove'), id }),
  fc.record({
    kind: fc.constant('read'),
    held: fc.uniqueArray(fc.record({ key, version }), { selector: (held) => held.key, maxLength: 4 }),
  }),
  { arbitrary: fc.record({ kind: fc.constant('settle'), key, version, ids: fc.subarray([...IDS]) }), weight: 3 },
);

test('whoever follows when, each is given each version of what a feed holds, and no version twice', async () => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  const database = opened.value;
  const store = sqliteSourceStore({ database, addressKey: (url) => url, report: unexpected });
  const steps = fc.array(step, { minLength: 10, maxLength: 40 });
  const follow: Step = { kind: 'state', id: 'aaaa', state: 'active' };
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      let model: Model = { isKnown: false, sources: new Map(), items: new Map() };
      for (const gone of IDS) await take(store, { kind: 'remove', id: gone }, 0);
      for (const [at, next] of [follow, ...taken].entries()) {
        await take(store, next, at);
        model = after(model, next);
        expect(await ofStore(store)).toEqual(ofModel(model));
      }
    }),
    { numRuns: 60 },
  );
  database.close();
});
