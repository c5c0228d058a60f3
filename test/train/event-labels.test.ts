import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { articleOf, EventLabels, labelledPairs, readEventLabels } from '../../src/train/event-labels.ts';
import { GoldClaim } from '../../src/train/gold.ts';

const ROOT = join(import.meta.dirname, '../..');
const FILE = join(ROOT, 'data/training/event-labels.json');
const GOLD = join(ROOT, '../shared/eval/gold');
const Gold = z.object({ claims: z.array(GoldClaim) });

/** The claims of an article that a reader has to find, of one type. */
function requiredOf(article: string, type: string): readonly string[] {
  const { claims } = Gold.parse(JSON.parse(readFileSync(join(GOLD, `${article}.json`), 'utf8')));
  return claims.flatMap((claim, at) => (claim.type === type && !claim.opt ? [`${article}#${at}`] : []));
}

const cluster = { cluster: 'bridge', type: 'strike', happenings: [['a#0', 'b#2'], ['a#1'], ['b#3']], unsure: [] };
const labels = (changes: object = {}, across: readonly (readonly [string, string])[] = []): unknown => ({
  schema: 1,
  clusters: [{ ...cluster, ...changes }],
  across,
});

test.for<readonly [string, unknown]>([
  ['a claim in two happenings', labels({ happenings: [['a#0'], ['a#0', 'b#2']] })],
  ['a claim twice in one happening', labels({ happenings: [['a#0', 'a#0']] })],
  ['an empty happening', labels({ happenings: [['a#0'], []] })],
  ['an unsure pair inside a happening', labels({ unsure: [['a#0', 'b#2']] })],
  ['an unsure pair of a stranger', labels({ unsure: [['a#0', 'c#9']] })],
  [
    'an unsure pair twice, turned round',
    labels({
      unsure: [
        ['a#0', 'a#1'],
        ['a#1', 'a#0'],
      ],
    }),
  ],
  ['a claim without an index', labels({ happenings: [['a']] })],
  ['words instead of ids', labels({ happenings: [['a bridge was hit#0']] })],
  ['statements', labels({ type: 'statement' })],
  ['a pair across inside one article', labels({}, [['a#0', 'a#1']])],
  [
    'a pair across twice',
    labels({}, [
      ['a#0', 'c#1'],
      ['c#1', 'a#0'],
    ]),
  ],
  ['a cluster and type twice', { schema: 1, clusters: [cluster, cluster], across: [] }],
  ['another schema', { schema: 2, clusters: [cluster], across: [] }],
])('%s is refused', ([, given]) => {
  expect(EventLabels.safeParse(given).success).toBe(false);
});

test('a happening makes same pairs, two make different ones, and doubts are left as such', () => {
  const given = EventLabels.parse(labels({ unsure: [['a#1', 'a#0']] }, [['b#3', 'c#1']]));
  expect(labelledPairs(given).map(({ claims, label, within }) => `${claims.join(' ')} ${label} ${within}`)).toEqual([
    'a#0 b#2 same false',
    'a#0 a#1 unsure true',
    'a#0 b#3 different false',
    'b#2 a#1 different false',
    'b#2 b#3 different true',
    'a#1 b#3 different false',
    'b#3 c#1 different false',
  ]);
});

test('n claims of a cluster make n(n-1)/2 pairs, as many of them same as the happenings hold', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(sizes, (given) => {
      const happenings = given.map((size, at) => Array.from({ length: size }, (_, each) => `x${at}#${each}`));
      const pairs = labelledPairs(EventLabels.parse(labels({ happenings })));
      const total = given.reduce((sum, size) => sum + size, 0);
      expect(pairs.length).toBe((total * (total - 1)) / 2);
      expect(pairs.filter(({ label }) => label === 'same').length).toBe(
        given.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0),
      );
    }),
  );
});

describe('the committed labels', () => {
  const committed = readEventLabels(FILE);

  test('no pair is labelled twice', () => {
    const pairs = labelledPairs(committed).map(({ claims }) => [...claims].sort().join(' '));
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  test('every pair across is of two clusters', () => {
    const homes = new Map(
      committed.clusters.flatMap(({ cluster: name, happenings }) =>
        happenings.flat().map((claim) => [articleOf(claim), name] as const),
      ),
    );
    const together = committed.across.filter(([one, other]) => {
      const home = homes.get(articleOf(one));
      return home !== undefined && home === homes.get(articleOf(other));
    });
    expect(together).toEqual([]);
  });

  test.skipIf(!existsSync(GOLD))('hold every required claim of an article and type (skipped without ../shared)', () => {
    for (const { type, happenings } of committed.clusters) {
      const claims = happenings.flat();
      const articles = [...new Set(claims.map(articleOf))];
      expect([...claims].sort()).toEqual(articles.flatMap((id) => requiredOf(id, type)).sort());
    }
  });

  test.skipIf(!existsSync(GOLD))('pair claims of one type across clusters (skipped without ../shared)', () => {
    const types = ['aid', 'move', 'strike', 'visit', 'impact'];
    const typeOf = (claim: string): string | undefined =>
      types.find((type) => requiredOf(articleOf(claim), type).includes(claim));
    const unequal = committed.across.filter(([one, other]) => !typeOf(one) || typeOf(one) !== typeOf(other));
    expect(unequal).toEqual([]);
  });
});
