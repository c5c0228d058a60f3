import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DISCORD_PAGE_LIMITS } from '../../src/deliver/message.ts';
import { type Brief, View } from '../../src/domain/brief.ts';
import { type Block, type PageLimits, richOf } from '../../src/domain/page.ts';
import { pagesOf } from '../../src/render/brief-page.ts';
import { anyBrief } from '../support/briefs.ts';

const textOf = (blocks: readonly Block[]): string =>
  blocks
    .flatMap(richOf)
    .map(({ text }) => text)
    .join('');
const costOf = (block: Block): number =>
  richOf(block).reduce((sum, { text, href = '' }) => sum + text.length + href.length, 3);

/** Enough for a heading and one line with every mark and note it may have. */
const anyLimits: fc.Arbitrary<PageLimits> = fc.record({
  budget: fc.integer({ min: 3_000, max: 12_000 }),
  blocks: fc.integer({ min: 6, max: 60 }),
  glance: fc.integer({ min: 1, max: 20 }),
  costOf: fc.constant(costOf),
});

function expectWithin(pages: readonly (readonly Block[])[], limits: PageLimits): void {
  expect(pages.length).toBeGreaterThan(0);
  for (const page of pages) {
    expect(page.length).toBeLessThanOrEqual(limits.blocks);
    expect(page.reduce((sum, block) => sum + limits.costOf(block), 0)).toBeLessThanOrEqual(limits.budget);
  }
}

/** Lines that are printed without their sentence still lead to their articles. */
function linesOf(brief: Brief): number {
  return brief.sections.reduce((sum, section) => sum + section.lines.length, 0);
}

const itemsOf = (pages: readonly (readonly Block[])[]): readonly Block[] =>
  pages.flat().filter(({ kind }) => kind === 'item');

/** 300 runs of each were green as well; so many keep the suite quick. */
const RUNS = { numRuns: 15 };

describe('pages of any answer', () => {
  test.for(View.options)('%s: within any limits, and on Discord', (view) => {
    fc.assert(
      fc.property(anyBrief, anyLimits, (brief, limits) => {
        expectWithin(pagesOf(brief, view, limits), limits);
        expectWithin(pagesOf(brief, view, DISCORD_PAGE_LIMITS), DISCORD_PAGE_LIMITS);
      }),
      RUNS,
    );
  });

  test('the overview prints every line once, in as many items as there are lines', () => {
    fc.assert(
      fc.property(anyBrief, anyLimits, (brief, limits) => {
        const items = itemsOf(pagesOf(brief, 'overview', limits));
        expect(items).toHaveLength(linesOf(brief));
        const seen = items.flatMap((item) => [...textOf([item]).matchAll(/#(\d+)#/g)].map(([, n]) => Number(n)));
        expect(new Set(seen).size).toBe(seen.length);
      }),
      RUNS,
    );
  });

  test('without limits, every page of every view is one, and holds everything', () => {
    fc.assert(
      fc.property(anyBrief, (brief) => {
        const limits = { budget: Infinity, blocks: Infinity, glance: Infinity, costOf };
        const [overview = [], ...more] = pagesOf(brief, 'overview', limits);
        expect(more).toEqual([]);
        const numbers = [...textOf(overview).matchAll(/#(\d+)#/g)].map(([, n]) => Number(n));
        expect(numbers).toEqual(Array.from({ length: linesOf(brief) }, (_, at) => at + 1));
        expect(itemsOf(pagesOf(brief, 'evidence', limits))).toHaveLength(linesOf(brief));
        expect(itemsOf(pagesOf(brief, 'sources', limits))).toHaveLength(brief.sources.length);
      }),
      RUNS,
    );
  });

  test('a quote is printed to its last word, however little room there is', () => {
    fc.assert(
      fc.property(anyBrief, anyLimits, (brief, limits) => {
        const printed = pagesOf(brief, 'evidence', limits)
          .flat()
          .filter(({ kind }) => kind === 'quote')
          .map((block) => textOf([block]));
        const quotes = brief.sections.flatMap(({ lines }) =>
          lines.flatMap(({ backing }) => backing.flatMap((b) => b.quotes)),
        );
        const letters = (texts: readonly string[]): string => texts.join('').replace(/[\s…]/gu, '');
        expect(letters(printed)).toBe(letters(quotes));
      }),
      RUNS,
    );
  });
});
