import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishedAtMs } from '../../src/domain/article.ts';
import type { ArticleFile } from '../../src/domain/article-file.ts';
import { CLAIM_TYPES, type Claim } from '../../src/domain/claim.ts';
import { type Correction, statementKey } from '../../src/domain/correction.ts';
import type { Entity } from '../../src/domain/entity.ts';
import type { Span } from '../../src/domain/period.ts';
import type { RankedClaim, SourcedClaim } from '../../src/domain/sourced-claim.ts';
import type { FoundSubject } from '../../src/domain/subject.ts';
import { CLAIMS_PER_EVENT, type ClaimStore, type Gazetteer } from '../../src/store/contract.ts';
import type { CorrectionStore } from '../../src/store/correction-contract.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { sqliteCorrections } from '../../src/store/sqlite/corrections/corrections.ts';
import { sqliteGazetteer } from '../../src/store/sqlite/gazetteer.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { aClaim, anArticleFile, anEntity, ENTITIES, published } from '../support/claims.ts';
import { FACT_RULES, factKey } from '../support/fact-rules.ts';
import { modelOf, nameOf, type Shelf, type Standing } from './model.ts';

const GUILDS = [null, '100', '200'] as const;
const PLACES = ['kharkiv', 'vovchansk', 'kyiv', 'unknown-place'] as const;
const PUBLISHERS = ['AP', 'AFP', 'Reuters', 'BBC', 'CNN', 'dpa', 'ANSA'] as const;
const SUBJECTS: readonly FoundSubject[] = [
  { kind: 'all' },
  ...['ukraine', 'kharkiv-oblast', 'kharkiv', 'russia', 'volodymyr-zelenskyy'].map(
    (id) => ({ kind: 'entity', id }) as const,
  ),
  ...['alpha', 'alpha beta', 'beta alp', 'gamma'].map((words) => ({ kind: 'words', words }) as const),
];
const instant = fc.integer({ min: 0, max: 8 }).map((hours) => Date.UTC(2024, 4, 10, hours * 6));

const claim: fc.Arbitrary<Claim> = fc
  .record({
    type: fc.constantFrom('strike', 'move', 'impact', 'statement', 'aid'),
    place: fc.subarray([...PLACES], { minLength: 1, maxLength: 2 }),
    dated: fc.boolean(),
    said: fc.boolean(),
    en: fc.constantFrom('alpha', 'beta', 'alpha beta', 'gamma alpha'),
  })
  .map(({ type, place, dated, said, en }) => ({
    ...(type === 'strike' || type === 'move' || type === 'impact' ? aClaim({ type, place }) : aClaim({ type })),
    ...(dated && { date: { text: 'that day', iso: '2024-05-10' } }),
    ...(said && { attr: { who: 'volodymyr-zelenskyy', side: 'UA' } }),
    sentence: { en, uk: 'слово' },
  }));

const file: fc.Arbitrary<ArticleFile> = fc
  .record({
    id: fc.integer({ min: 1, max: 9 }).map((number) => `article-${number}`),
    publisher: fc.constantFrom(...PUBLISHERS),
    atMs: fc.option(instant),
    claims: fc.array(claim, { maxLength: 4 }),
  })
  .map(({ id, publisher, atMs, claims }) =>
    anArticleFile({ id, publisher, title: 'Title', ...published(atMs) }, claims),
  );

/** A claim that somebody marks as wrong, or takes back that it is; of what there may be at that time. */
interface Marking {
  readonly kind: 'mark' | 'unmark';
  readonly guildId: string | null;
  /** Which of the claims in sight, counted round and round. */
  readonly at: number;
}

type Step =
  | Marking
  | { readonly kind: 'put'; readonly guildId: string | null; readonly file: ArticleFile }
  | { readonly kind: 'remove'; readonly guildId: string | null; readonly id: string }
  | { readonly kind: 'move'; readonly entities: readonly Entity[] };

const guildId = fc.constantFrom(...GUILDS);
const moved = ENTITIES.map((entity) => (entity.id === 'vovchansk' ? { ...entity, within: ['russia'] } : entity));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('put'), guildId, file }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('remove'), guildId, id: file.map(({ article }) => article.id) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('mark', 'mark', 'unmark'),
      guildId,
      at: fc.nat(40),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('move'),
      entities: fc.constantFrom(ENTITIES, moved, [...moved, anEntity({ id: 'unknown-place', within: ['kyiv'] })]),
    }),
  },
);
const span: fc.Arbitrary<Span | null> = fc.option(
  fc.tuple(instant, instant).map(([a, b]) => ({ fromMs: Math.min(a, b), toMs: Math.max(a, b) })),
);
const question = fc.record({
  guildId,
  subject: fc.constantFrom(...SUBJECTS),
  span,
  facts: fc.integer({ min: 1, max: 6 }),
  counted: fc.option(fc.subarray([...PUBLISHERS])),
});
type Asked = typeof question extends fc.Arbitrary<infer T> ? T : never;

test('every answer is what looking at every claim gives, whatever was put, replaced, removed or moved before', async () => {
  const history = fc.array(step, { minLength: 1, maxLength: 25 });
  const check = fc.asyncProperty(
    history,
    fc.array(question, { minLength: 1, maxLength: 6 }),
    async (steps, questions) => {
      const database = openDatabase(':memory:', FACT_RULES);
      if (!database.ok) throw new Error(database.error.kind);
      const [store, gazetteer] = [sqliteClaimStore(database.value), sqliteGazetteer(database.value)];
      const shelf = new Map<string, Map<string, ArticleFile>>();
      const marks = new Map<string, Correction>();
      const marking = (step: Marking) => mark(step, sqliteCorrections(database.value), shelf, marks);
      const entities = await replay(steps, store, gazetteer, shelf, marking);
      const wrong = [...marks.values()];
      for (const asked of questions) await compare(store, shelf, entities, asked, wrong);
      database.value.close();
    },
  );
  await fc.assert(check, { numRuns: 80 });
});

/** Marks a claim that is on the operator's or the server's shelf, or takes that back. */
async function mark(
  { kind, guildId, at }: Marking,
  store: CorrectionStore,
  shelf: Shelf,
  marks: Map<string, Correction>,
) {
  const files = ['', guildId ?? ''].flatMap((guild) => [...(shelf.get(guild)?.values() ?? [])]);
  const all = files.flatMap(({ article, claims }) => claims.map((one) => ({ article, claim: one })));
  const told = all[at % Math.max(1, all.length)];
  if (!told) return;
  const name = `${guildId} ${statementKey(told)}`;
  const before = marks.get(name);
  if (kind === 'unmark') {
    if (before) expect(await store.undo({ guildId }, before.id, null, 2)).not.toBeNull();
    marks.delete(name);
    return;
  }
  const correction: Correction = {
    ...{
      id: `w${String(nextId()).padStart(7, '0')}`,
      scope: { guildId },
      key: statementKey(told),
      told,
      atMs: 1,
      undone: null,
    },
    ...{ kind: 'wrong', reason: 'It is not so.', by: null },
  };
  expect(await store.add([correction])).toEqual([before ?? correction]);
  marks.set(name, before ?? correction);
}

let ids = 0;
const nextId = (): number => {
  ids += 1;
  return ids;
};

async function replay(
  steps: readonly Step[],
  store: ClaimStore,
  gazetteer: Gazetteer,
  shelf: Map<string, Map<string, ArticleFile>>,
  marking: (step: Marking) => Promise<void>,
) {
  let entities: readonly Entity[] = [];
  for (const [at, each] of [{ kind: 'move', entities: ENTITIES } as const, ...steps].entries()) {
    if (each.kind === 'move') {
      entities = each.entities;
      await gazetteer.replace('names.json', String(at), entities);
      continue;
    }
    if ('at' in each) {
      await marking(each);
      continue;
    }
    const own = shelf.get(each.guildId ?? '') ?? new Map<string, ArticleFile>();
    shelf.set(each.guildId ?? '', own);
    const scope = { guildId: each.guildId };
    if (each.kind === 'put') {
      own.set(each.file.article.id, each.file);
      await store.put(scope, each.file);
    } else expect(await store.remove(scope, each.id)).toBe(own.delete(each.id));
  }
  return entities;
}

async function compare(
  whole: ClaimStore,
  shelf: Shelf,
  entities: readonly Entity[],
  asked: Asked,
  wrong: readonly Correction[],
) {
  const { counted } = asked;
  const store = counted ? whole.within((publisher) => counted.some((one) => one === publisher)) : whole;
  const isWrong = (stored: SourcedClaim, guild: string | null): boolean =>
    wrong.some(({ key, scope }) => (scope.guildId ?? guild) === guild && key === statementKey(stored));
  const model = modelOf(shelf, entities, counted, isWrong);
  const query = { scope: { guildId: asked.guildId }, subject: asked.subject, span: asked.span };
  for (const type of CLAIM_TYPES)
    sameRanking(await store.best(query, type, asked.facts), model.best(query, type, 1_000), asked.facts);
  expect(await store.counts(query, 3)).toEqual(model.counts(query, 3));
  for (const types of [CLAIM_TYPES, ['strike', 'aid'] as const, ['visit'] as const])
    expect(await store.coverage(query.scope, asked.subject, types)).toEqual(
      model.coverage(asked.guildId, asked.subject, types),
    );
  await sameSums(whole, query.scope, shelf);
}

/** Facts of equal rank may stand in any order, so what is compared are the ranks, and each fact with all facts of the model. */
function sameRanking(found: readonly RankedClaim[], all: readonly Standing[], facts: number): void {
  const groups = [...Map.groupBy(found, ({ claim: each, article }) => factKey(each, article)).values()];
  expect(groups.flat()).toEqual(found);
  const ranks = groups.map((group) => [group[0]?.publishers, newestOf(group)]);
  expect(ranks).toEqual(all.slice(0, facts).map(({ publishers, newestMs }) => [publishers, newestMs]));
  for (const group of groups) {
    const whole = all.find(({ claims }) => group.every((each) => claims.includes(nameOf(each))));
    expect([group.length, newestOf(group)]).toEqual([
      Math.min(whole?.claims.length ?? 0, CLAIMS_PER_EVENT),
      whole?.newestMs,
    ]);
    const firsts = group.slice(0, new Set(group.map(({ article }) => article.publisher)).size);
    expect(new Set(firsts.map(({ article }) => article.publisher)).size).toBe(firsts.length);
    expect(firsts.map(nameOf)).toEqual(whole?.claims.filter((name) => firsts.some((each) => nameOf(each) === name)));
  }
}

function newestOf(fact: readonly SourcedClaim[]): number | null {
  const dates = fact.flatMap(({ article }) => publishedAtMs(article) ?? []);
  return dates.length > 0 ? Math.max(...dates) : null;
}

async function sameSums(store: ClaimStore, scope: { guildId: string | null }, shelf: Shelf): Promise<void> {
  const ids = [...(shelf.get(scope.guildId ?? '')?.keys() ?? [])].toSorted();
  expect(await store.articleIds(scope)).toEqual(ids);
  const operators = shelf.get('') ?? new Map<string, ArticleFile>();
  const own =
    scope.guildId === null
      ? []
      : [...(shelf.get(scope.guildId)?.values() ?? [])].filter(({ article }) => !operators.has(article.id));
  const seen = [...operators.values(), ...own];
  expect(await store.status(scope)).toMatchObject({
    articles: seen.length,
    claims: seen.reduce((sum, { claims }) => sum + claims.length, 0),
  });
}
