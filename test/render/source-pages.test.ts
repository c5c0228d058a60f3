import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { type Page, richOf } from '../../src/domain/page.ts';
import type { Probe } from '../../src/domain/probe.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import type { SourceDeed, SourceKind } from '../../src/domain/source.ts';
import type { Starter } from '../../src/domain/source-view.ts';
import { renderProbe, renderRequest } from '../../src/render/probe-page.ts';
import { renderCheck } from '../../src/render/source-check-page.ts';
import { renderAdded, renderDecided, renderRemoval, renderRequests } from '../../src/render/source-done-page.ts';
import { renderLog } from '../../src/render/source-log-page.ts';
import { renderSources } from '../../src/render/sources-page.ts';
import { renderGroup, renderStarters } from '../../src/render/starters-page.ts';
import { toText } from '../../src/render/text.ts';
import { aClaim, aFileOf, readFrom } from '../support/claims.ts';
import { tooManyBytes } from '../support/discord/check/components.ts';
import { messageFaults } from '../support/discord/check/message.ts';
import { expectGolden } from '../support/golden.ts';
import { hostileText } from '../support/hostile-text.ts';
import { aProbe, aReadItem, aView, FAILURES, LOOKED_AT_MS, WARNINGS } from '../support/probes.ts';
import { aFeedState, aSource } from '../support/sources.ts';

const limits = DISCORD_PAGE_LIMITS;
const SERVER = { guildId: '77777' };

/** What stands on a page, and below it the buttons. */
const shown = (page: Page): string =>
  `${toText(page)}${page.actions.map((row) => `${row.map(({ label, action }) => `[${label}] ${action}`).join('  ')}\n`).join('')}`;

const failing = aFeedState(0, {
  failure: { kind: 'fetch', failure: { kind: 'status', status: 503, retryAfterMs: null } },
  failures: 7,
  failingSinceMs: LOOKED_AT_MS - 86_400_000,
});
const VIEWS = [
  aView(),
  aView({
    source: aSource({ id: 'feed2', name: 'Broken feed', addedBy: null }),
    feed: failing,
    counts: { articles: 0, queued: 1, aside: 0, againAtMs: LOOKED_AT_MS + 1_800_000 },
  }),
  aView({
    source: aSource({ id: 'text1', kind: 'text', url: null, state: 'paused', tier: 'doubtful', approvedBy: '4343' }),
    feed: null,
    counts: { articles: 1, queued: 0, aside: 0 },
    ownership: { kind: 'state', owner: null, basis: 'imprint' },
  }),
];
const DEEDS: readonly SourceDeed[] = [
  { atMs: LOOKED_AT_MS, by: '4242', deed: 'added', source: 'feed1', name: 'The Daily', detail: '' },
  { atMs: 0, by: null, deed: 'edited', source: 'feed1', name: 'The Daily', detail: 'tier: usual → trusted' },
];
const STARTERS: readonly Starter[] = ['Sudan', 'Sudan', 'Myanmar'].map((crisis, at) => ({
  url: `https://news.example/${at}`,
  name: `Feed ${at}`,
  publisher: 'The Daily',
  language: 'ar',
  crisis: { en: crisis, uk: crisis },
  ownership: at === 0 ? { kind: 'state', owner: null, basis: 'its own imprint' } : null,
  isFollowed: at === 1,
}));

const LIST = { kind: 'list', items: [], warnings: [], ownership: null } as const;
const LISTED = ['world', 'local', 'sport'].map((title, at) => ({
  ...{ url: `https://news.example/${title}`, title },
  isFollowed: at === 0,
}));

describe.for(LANGUAGES)('in %s', (language) => {
  const list = (page = 1) => renderSources(VIEWS, { scope: SERVER, page, nowMs: LOOKED_AT_MS, language, limits });
  const check = { view: VIEWS[0] ?? aView(), aside: [] };
  const works = { items: 12, newestAtMs: LOOKED_AT_MS, movedTo: 'https://news.example/new' };
  const aside = FAILURES.slice(0, 2).map((reason) => ({ title: 'An item', url: null, reason, atMs: LOOKED_AT_MS }));
  const checkOnce = (kind: SourceKind, newestAtMs: number | null) => {
    const view = aView({ source: aSource({ kind }), feed: null });
    const result = { ok: true, value: { items: 1, newestAtMs, movedTo: null } } as const;
    return renderCheck({ view, aside: [], result }, LOOKED_AT_MS, language, limits);
  };
  const PAGES: Readonly<Record<string, () => Page>> = {
    'dry-run': () => renderProbe(aProbe(), 1, [], language, limits),
    'dry-run-warned': () =>
      renderProbe(aProbe({ warnings: WARNINGS, needsApproval: true }), 1, ['A note.'], language, limits),
    'dry-run-list': () =>
      renderProbe(aProbe({ ...LIST, total: 5, leftOut: 2, invalid: 3, feeds: LISTED }), 1, [], language, limits),
    'dry-run-empty': () => renderProbe(aProbe({ ...LIST, total: 0 }), 1, [], language, limits),
    request: () => renderRequest(aProbe(), { id: 'new123', by: '4242' }, 1, language, limits),
    list,
    check: () => renderCheck({ ...check, result: { ok: true, value: works } }, LOOKED_AT_MS, language, limits),
    'check-failing': () =>
      renderCheck(
        { ...check, aside, result: { ok: false, error: { kind: 'too-heavy' } } },
        LOOKED_AT_MS,
        language,
        limits,
      ),
    'check-article': () => checkOnce('article', LOOKED_AT_MS),
    'check-text': () => checkOnce('text', null),
    log: () => renderLog(DEEDS, null, 1, language, limits),
    starters: () => renderStarters(STARTERS, language),
    group: () => renderGroup(STARTERS, 0, language, limits) ?? renderStarters([], language),
    removal: () => renderRemoval(aView(), language),
    added: () => renderAdded({ added: [aSource()], left: 2 }, language, limits),
    'added-at-terminal': () => renderAdded({ added: [aSource({ addedBy: null })], left: 0 }, language, limits),
    requests: () => renderRequests([aSource(), aSource({ id: 'feed2' })], language, limits),
    decided: () => renderDecided(aSource(), 'approve', '4343', language),
  };

  test.for(Object.keys(PAGES))('%s', (name) => {
    const page = PAGES[name]?.();
    expectGolden(`source-${name}-${language}.txt`, page ? shown(page) : '');
  });
});

/** What Discord would refuse of a page, on every page that its buttons turn to. */
function expectTaken(page: Page): void {
  const message = toMessage(page);
  expect(messageFaults(message, 'reply', false)).toEqual([]);
  expect(tooManyBytes(message.components)).toBe(false);
}

const anyUrl = fc.oneof(
  fc.constant(`https://a.example/${'x'.repeat(1_000)}`),
  fc.constant(`https://a.example/${'()*'.repeat(600)}`),
  fc.constant('javascript:alert(1)'),
);
const name = hostileText.map((text) => text.slice(0, 120).trim() || 'x');

describe('whatever stands in it', () => {
  const language: Language = 'en';

  test('what two claims of an article have for their excerpt is in a dry run once', () => {
    const text = 'Troops advanced near the town, he claimed.';
    const pieces = ['c1', 'c2'].map((id) => readFrom(text, text, aClaim({ id }), 'Troops advanced near the town'));
    const read = { ok: true, value: { file: aFileOf(text, {}, pieces), text } } as const;
    const page = renderProbe(aProbe({ items: [aReadItem({ read })] }), 1, [], language, limits);
    expect(toText(page).match(/“Troops advanced near the town”/g)).toHaveLength(1);
  });

  test('nothing can be added that is followed here already, and nobody is asked at a terminal', () => {
    const labels = (probe: Probe) =>
      renderProbe(probe, 1, [], language, limits).actions.map((row) => row.map(({ label }) => label));
    expect(labels(aProbe({ warnings: WARNINGS }))).toEqual([['Cancel']]);
    expect(labels(aProbe({ source: aSource({ addedBy: null }) }))).toEqual([['Add', 'Cancel']]);
  });

  test('a dry run is taken by Discord, on each of its pages, and begins with its source', () => {
    fc.assert(
      fc.property(name, hostileText, anyUrl, fc.integer({ min: 0, max: 40 }), (word, text, url, many) => {
        const item = aReadItem({ title: text, url, standing: { kind: 'copy', of: word } });
        const probe: Probe = aProbe({
          source: aSource({ name: word, publisher: word, url: 'https://a.example' }),
          ownership: { kind: 'party', owner: word, basis: word },
          items: Array.from({ length: Math.min(many, 10) }, () => item),
          feeds: Array.from({ length: many }, () => ({ url, title: text, isFollowed: false })),
          warnings: [...WARNINGS, { kind: 'moved', to: url }, { kind: 'stub', why: text.slice(0, 200) }],
          leftOut: 3,
        });
        for (const page of [1, 2, 3, 99]) {
          expectTaken(renderProbe(probe, page, [text.slice(0, 100)], language, limits));
          expectTaken(renderRequest(probe, { id: 'new123', by: '4242' }, page, language, limits));
        }
      }),
      { numRuns: 15 },
    );
  });

  test('so are lists, checks, logs and starters of any length', () => {
    fc.assert(
      fc.property(
        name,
        anyUrl,
        fc.constantFrom(...FAILURES),
        fc.integer({ min: 0, max: 120 }),
        (word, url, failure, many) => {
          const source = aSource({ name: word, publisher: `${word}`, url });
          const view = aView({ source, feed: { ...failing, failure } });
          const times = <T>(one: T): T[] => Array.from({ length: many }, () => one);
          const asked = { scope: OPERATOR, nowMs: LOOKED_AT_MS, language, limits };
          const deed = { ...(DEEDS[1] as SourceDeed), name: word, detail: url.slice(0, 400) };
          for (const page of [1, 2, 50]) {
            expectTaken(renderSources(times(view), { ...asked, page }));
            expectTaken(renderLog(times(deed), { id: 'feed1', name: word }, page, language, limits));
          }
          const aside = times({ title: word, url, reason: failure, atMs: 0 });
          expectTaken(renderCheck({ view, aside, result: { ok: false, error: failure } }, 0, language, limits));
          const starters = times({ ...(STARTERS[0] as Starter), name: word, url });
          expectTaken(renderStarters(starters, language));
          expectTaken(renderGroup(starters, 0, language, limits) ?? renderStarters(starters, language));
          expectTaken(renderAdded({ added: times(source), left: many }, language, limits));
          if (many > 0)
            expectTaken(
              renderRequests(
                times(source).map((one, at) => ({ ...one, id: `feed${at}` })),
                language,
                limits,
              ),
            );
          expectTaken(renderRemoval(view, language));
          expectTaken(renderDecided(source, 'refuse', '1', language));
        },
      ),
      { numRuns: 15 },
    );
  });

  test('each source of a list stands on one of its pages', () => {
    const views = Array.from({ length: 100 }, (_, at) =>
      aView({ source: aSource({ id: `feed${at}`, name: `Feed no ${at}` }) }),
    );
    const pages = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((page) =>
      renderSources(views, { scope: SERVER, page, nowMs: LOOKED_AT_MS, language, limits }),
    );
    const seen = new Set(pages.flatMap(({ blocks }) => blocks.flatMap(richOf).map(({ text }) => text)));
    expect(views.filter(({ source }) => !seen.has(source.name))).toEqual([]);
  });
});
