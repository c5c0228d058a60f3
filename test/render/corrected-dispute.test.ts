import { expect, test } from 'vitest';
import { DISCORD_PAGE_LIMITS } from '../../src/deliver/message.ts';
import { statementKey } from '../../src/domain/correction.ts';
import { withCorrections } from '../../src/domain/corrections.ts';
import { richOf } from '../../src/domain/page.ts';
import { renderBrief } from '../../src/render/brief-page.ts';
import { aBrief, aLine, aSection } from '../support/briefs.ts';
import { aClaim } from '../support/claims.ts';
import { wrong } from '../support/printed.ts';

const killed = (value: number) => aClaim({ type: 'impact', count: { value, op: 'eq', unit: 'people' } });
const [five, six] = [killed(5), killed(6)];
const brief = aBrief({
  sections: [
    aSection('civilians', [
      aLine(five, {
        disputes: [
          {
            over: 'count',
            values: [
              { claim: five, citations: [1] },
              { claim: six, citations: [2] },
            ],
          },
        ],
      }),
    ]),
  ],
});

test.for([
  { name: 'struck out where nobody stands by it any more', claim: six, article: 'article-2', struck: ['6'] },
  { name: 'left alone where only what others say was corrected', claim: killed(7), article: 'article-2', struck: [] },
])('a value in a dispute is $name', ({ claim, article, struck }) => {
  const correction = wrong(claim, { article });
  expect(correction.key).toBe(statementKey({ article: { id: article }, claim }));
  const marked = withCorrections(brief, new Map([[correction.key, [correction]]]));
  const page = renderBrief(marked, { view: 'overview', page: 1, private: false }, DISCORD_PAGE_LIMITS);
  const runs = page.blocks.flatMap(richOf);
  expect(runs.filter(({ style }) => style === 'struck').map(({ text }) => text)).toEqual(struck);
  expect(runs.filter(({ text }) => text === ' (Corrected on 15 May 2024)')).toHaveLength(struck.length);
});
