import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockMarkdown } from '../../src/deliver/markdown.ts';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import { printedPage } from '../../src/deliver/printed-page.ts';
import type { Correction } from '../../src/domain/correction.ts';
import type { Page } from '../../src/domain/page.ts';
import type { PrintedBody, PrintedMessage } from '../../src/domain/printed-message.ts';
import { aLine, aSection } from '../support/briefs.ts';
import { aClaim } from '../support/claims.ts';
import { someContent } from '../support/digests.ts';
import { hostileText } from '../support/hostile-text.ts';
import { bridgeAndDepot, someMessage, wrong } from '../support/printed.ts';

const claims = Array.from({ length: 60 }, (_, n) =>
  aClaim({ place: [`town-${n}`], sentence: { en: `Line ${n} of a long day.`, uk: `Рядок ${n} довгого дня.` } }),
);
const brief = bridgeAndDepot({
  ask: { form: 'digest' },
  sections: [
    aSection(
      'strikes',
      claims.map((claim, n) => aLine(claim, { id: `line${n + 10}` })),
    ),
  ],
});

const digest = (parts: number, page: number): PrintedMessage =>
  someMessage({
    body: {
      ...{ kind: 'digest', content: someContent({ brief }), digestId: 'aaaaaaaa', how: 'message' },
      ...{ roleId: null, code: '0123456789', parts },
    } satisfies PrintedBody,
    face: { view: 'overview', page, again: false },
  });

const wordsIn = (pages: readonly Page[]): string => pages.flatMap(({ blocks }) => blocks.map(blockMarkdown)).join('\n');

const corrected = (places: readonly number[], reason: string): ReadonlyMap<string, readonly Correction[]> =>
  new Map(
    places.flatMap((at) => {
      const claim = claims[at];
      return claim ? [wrong(claim, { reason })].map((one) => [one.key, [one]] as const) : [];
    }),
  );

/** The lines that are struck out. */
const struckIn = (pages: readonly Page[]): string =>
  wordsIn(pages)
    .split('\n')
    .filter((line) => line.startsWith('- ~~'))
    .join('\n');

const linesOf = (text: string): readonly string[] => [...text.matchAll(/Line (\d+) of/g)].map(([, n = '']) => n);

describe('a message with marks', () => {
  test('is the message as it was where nothing is corrected', () => {
    const pages = [1, 2].map((page) => printedPage(digest(2, page), new Map()));
    expect(linesOf(wordsIn(pages))).toHaveLength(60);
    expect(wordsIn(pages)).not.toContain('~~');
  });

  test('keeps all its lines: long reasons give way first', () => {
    const places = [3, 20, 50];
    const pages = [1, 2].map((page) => printedPage(digest(2, page), corrected(places, 'Why? '.repeat(60).trim())));
    expect(linesOf(wordsIn(pages))).toHaveLength(60);
    expect(linesOf(struckIn(pages))).toEqual(places.map(String));
    expect(struckIn(pages).match(/Corrected on/g)).toHaveLength(places.length);
  });

  test('is within the limits, and each mark whole, whatever the reason', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 59 }), { minLength: 1, maxLength: 30 }), hostileText, (places, reason) => {
        const pages = [1, 2].map((page) => printedPage(digest(2, page), corrected(places, reason || 'x')));
        for (const page of pages) {
          const cost = page.blocks.reduce((sum, block) => sum + DISCORD_PAGE_LIMITS.costOf(block), 0);
          expect(cost).toBeLessThanOrEqual(DISCORD_PAGE_LIMITS.budget);
          expect(toMessage(page).allowed_mentions).toEqual({ parse: [] });
        }
        const marks = struckIn(pages).match(/ · \*\*✎ Corrected on 15 May 2024\*\*:/g) ?? [];
        expect(marks).toHaveLength(linesOf(struckIn(pages)).length);
      }),
      { numRuns: 40 },
    );
  });
});
