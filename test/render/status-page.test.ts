import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import type { FailingFeed } from '../../src/domain/source-view.ts';
import { renderStatus, type StatusView } from '../../src/render/status-page.ts';
import { toText } from '../../src/render/text.ts';
import { messageFaults } from '../support/discord/check/message.ts';
import { expectGolden } from '../support/golden.ts';
import { hostileText } from '../support/hostile-text.ts';
import { FAILURES, LOOKED_AT_MS } from '../support/probes.ts';
import { aFeedState } from '../support/sources.ts';

const failing = (name: string, at: number): FailingFeed => ({
  name,
  feed: aFeedState(0, { failure: FAILURES[at] ?? null, failures: at + 1, failingSinceMs: LOOKED_AT_MS + at * 60_000 }),
});
const aStatus = (over: Partial<StatusView> = {}): StatusView => ({
  store: {
    ...{ articles: 106, claims: 1_234, publishers: 7, entities: 321, bytes: 4_560_000 },
    ...{ oldestAtMs: 0, newestAtMs: LOOKED_AT_MS },
  },
  sources: {
    states: [
      ['active', 12],
      ['pending', 1],
      ['paused', 0],
      ['gone', 2],
    ],
    failing: FAILURES.slice(0, 7).map((_, at) => failing(`Source ${at}`, at)),
  },
  faults: [{ file: 'articles/a.json', field: 'claims.0', problem: 'must be text' }],
  startedAtMs: LOOKED_AT_MS,
  version: '1.2.3',
  ...over,
});

test.for(LANGUAGES)('how the sources are, in %s', (language) => {
  const shown = toText(renderStatus(aStatus(), language, DISCORD_PAGE_LIMITS));
  expectGolden(`status-${language}.txt`, shown);
});

test('without a source, how to add one is said', () => {
  const sources = { states: [['active', 0]], failing: [] } as const;
  const page = renderStatus(aStatus({ sources, faults: [] }), 'en', DISCORD_PAGE_LIMITS);
  expect(page.tone).toBe('neutral');
  expect(toText(page)).toContain('/source add');
});

test('whatever sources and faults are called, Discord takes it', () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 0, max: 60 }), (text, faults) => {
      const status = aStatus({
        sources: { states: [['active', 9]], failing: FAILURES.map((_, at) => failing(text.repeat(9), at)) },
        faults: Array.from({ length: faults }, () => ({ file: text, field: text, problem: text.repeat(20) })),
      });
      for (const language of LANGUAGES) {
        const page = renderStatus(status, language, DISCORD_PAGE_LIMITS);
        expect(messageFaults(toMessage(page), 'reply', false)).toEqual([]);
      }
    }),
    { numRuns: 30 },
  );
});
