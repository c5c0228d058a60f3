import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import type { Backing, Line } from '../../src/domain/brief.ts';
import type { Correction } from '../../src/domain/correction.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import type { Mistake } from '../../src/domain/mistake.ts';
import type { Page } from '../../src/domain/page.ts';
import { renderBrief } from '../../src/render/brief-page.ts';
import { renderMarked, renderProposal } from '../../src/render/correct-pages.ts';
import { renderCorrections } from '../../src/render/corrections-page.ts';
import { renderMistake } from '../../src/render/mistake-pages.ts';
import { toText } from '../../src/render/text.ts';
import { aBrief, aLine, aSection, aSource } from '../support/briefs.ts';
import { aClaim, anArticle, anArticleFile } from '../support/claims.ts';
import { messageFaults } from '../support/discord/check/message.ts';
import { hostileText } from '../support/hostile-text.ts';
import { aCorrection, toldIn } from '../support/marking.ts';

const limits = DISCORD_PAGE_LIMITS;
const DAY = Date.UTC(2024, 4, 20);
const dead = (value: number) =>
  aClaim({ type: 'impact', kind: ['killed'], count: { value, op: 'eq', unit: 'people' } });
const told = toldIn(anArticleFile({}, [dead(5)]));
const wrong = aCorrection(told, { atMs: DAY });
const { reason: _, by: __, ...common } = wrong;
const withdrawn: Correction = { ...common, kind: 'withdrawn', how: 'changed' };
const later = { article: anArticle({ id: 'later', publisher: 'AFP' }), claim: dead(7) };
const superseded: Correction = { ...common, kind: 'superseded', now: later };

describe('a line of an answer that was given before', () => {
  const backing = (citation: number, corrected?: Correction): Backing => {
    return { citation, claim: aClaim(), quotes: [], ...(corrected && { corrected }) };
  };
  const line = (...all: readonly Backing[]): Line => aLine(aClaim(), { backing: all });
  const shown = (one: Line, language: 'en' | 'uk' = 'en'): string => {
    const brief = aBrief({
      sections: [aSection('strikes', [one], 1)],
      sources: [aSource({ citation: 1 }), aSource({ citation: 2 })],
    });
    const spoken = { ...brief, question: { ...brief.question, language } };
    return toText(renderBrief(spoken, { view: 'overview', page: 1, private: false }, limits));
  };

  test.for([
    ['is struck out where nobody stands by it', [wrong, wrong], /~~.*~~.*✎ Corrected on 20 May 2024: It was a drill\./],
    ['names the source that does not', [undefined, wrong], /· \[2\] ✎ Corrected on 20 May 2024: It was a drill\./],
    ['says that its article does not say so', [withdrawn], /✎ Withdrawn on 20 May 2024: the article was changed/],
    ['is told as updated with the later figure', [superseded], /✎ Updated on 20 May 2024: now 7 \(AFP\)/],
  ] as const)('%s', ([, corrections, words]) => {
    const page = shown(line(...corrections.map((one, at) => backing(at + 1, one))));
    expect(page).toMatch(words);
    const isStruck = corrections.every((one) => one !== undefined && one.kind !== 'superseded');
    expect(page.includes('~~')).toBe(isStruck);
    expect(page.includes('Counts and sums are as they were')).toBe(isStruck);
  });

  test('an update is in no language called an error', () => {
    const words = LANGUAGES.map((language) => shown(line(backing(1, superseded)), language)).join(' ');
    expect(words).toContain('Оновлено 20 травня 2024');
    expect(words).not.toMatch(/wrong|error|correct(?!ions)|хибн|помилк(?!у)|виправл/i);
  });
});

test('of many corrections at once the first codes are named, and how many more there are', () => {
  const text = toText(
    renderMarked(
      Array.from({ length: 7 }, () => wrong),
      'en',
    ),
  );
  expect(text.match(/\/correct undo/g)).toHaveLength(5);
  expect(text).toContain('… and 2 more: /corrections');
});

test.for([
  [24, false],
  [30, true],
] as const)('of %i sources that tell of an event, that a menu does not hold all is said: %s', ([count, isSaid]) => {
  const all = Array.from({ length: count }, () => told);
  const proposal = { id: 'abcdefgh', all, only: null, reason: 'Drill.', labels: {} };
  const page = renderProposal(proposal, { isEverywhere: false, mistake: null, page: 1 }, 'en', limits);
  expect(page.menu?.options).toHaveLength(25);
  expect(toText(page).includes('The menu holds the first 24 of 30')).toBe(isSaid);
});

test('a report that names no single line leads to the evidence of the answer', () => {
  const mistake: Mistake = {
    ...{ id: 'abcdefgh', scope: { guildId: '1' }, by: '4242', atMs: DAY, answer: 'ab12cd34' },
    ...{ line: '[1]', named: null, words: 'Not so.', settled: null },
  };
  expect(toText(renderMistake(mistake, 'en'))).toContain('/evidence ab12cd34');
});

describe('whatever is written', () => {
  const words = hostileText.map((text) => text.trim().slice(0, 300) || 'x');
  const taken = (page: Page): void => expect(messageFaults(toMessage(page), 'reply', false)).toEqual([]);

  test('Discord takes the pages, and nobody is mentioned by them', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (text, many) => {
        const article = anArticle({ publisher: text.slice(0, 120), title: text });
        const hostile = { ...wrong, reason: text, told: { ...told, article } };
        const corrections = Array.from({ length: many }, () => hostile);
        const list = { corrections, total: many, labels: {}, travelled: {} };
        for (const language of LANGUAGES) {
          const page = renderCorrections(list, { only: null, page: 2, mistakes: 3 }, language, limits);
          taken(page);
          expect(JSON.stringify(toMessage(page))).not.toMatch(/(?<!\\)<@/);
          const proposal = {
            id: 'abcdefgh',
            reason: text,
            all: corrections.map((one) => one.told),
            only: null,
            labels: {},
          };
          taken(renderProposal(proposal, { isEverywhere: true, mistake: null, page: 1 }, language, limits));
          const mistake: Mistake = {
            ...{ id: 'abcdefgh', scope: { guildId: '1' }, by: '4242', atMs: DAY, answer: 'ab12cd34' },
            ...{ line: text.slice(0, 60), named: null, words: text, settled: null },
          };
          taken(renderMistake(mistake, language));
        }
      }),
      { numRuns: 60 },
    );
  });
});
