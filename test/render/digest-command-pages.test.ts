import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import { nextSlots } from '../../src/digest/slots.ts';
import { DIGESTS_AT_MOST, type Digest } from '../../src/domain/digest.ts';
import type { DigestView, DigestWarning } from '../../src/domain/digest-view.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import type { Delivery } from '../../src/domain/outbox.ts';
import { type Page, richOf } from '../../src/domain/page.ts';
import { parseDigestAction } from '../../src/render/digest-action.ts';
import { type NamedDigest, renderDigestCard } from '../../src/render/digest-card.ts';
import { digestRefusalWords, renderDigestRemoval, renderDigestRemoved } from '../../src/render/digest-done.ts';
import { renderHistory } from '../../src/render/digest-history.ts';
import { renderDigests } from '../../src/render/digest-list.ts';
import { renderPreview } from '../../src/render/digest-preview.ts';
import { renderErase, renderErased } from '../../src/render/erase-page.ts';
import { toText } from '../../src/render/text.ts';
import { someContent, someDigest } from '../support/digests.ts';
import { tooManyBytes } from '../support/discord/check/components.ts';
import { messageFaults } from '../support/discord/check/message.ts';
import { expectGolden } from '../support/golden.ts';
import { hostileText } from '../support/hostile-text.ts';
import { plainSpaces } from '../support/spaces.ts';

const limits = DISCORD_PAGE_LIMITS;
const NOW_MS = Date.UTC(2024, 4, 14, 12);

/** What stands on a page, and below it the buttons. */
const shown = (page: Page): string =>
  plainSpaces(
    `${toText(page)}${page.actions.map((row) => `${row.map(({ label, action }) => `[${label}] ${action}`).join('  ')}\n`).join('')}`,
  );

const aDelivery = (change: Partial<Delivery> = {}): Delivery => ({
  slotMs: NOW_MS - 86_400_000,
  state: 'sent',
  reason: null,
  atMs: NOW_MS,
  channelId: '50000',
  messageIds: ['70001'],
  printed: [
    { event: 'abcdef', changes: ['new'], claims: [], fresh: [] },
    { event: 'abcdeg', changes: ['corrected'], claims: [], fresh: [] },
  ],
  ...change,
});
const DELIVERIES: readonly Delivery[] = [
  aDelivery({ messageIds: ['70001', '70002'] }),
  aDelivery({ slotMs: NOW_MS - 2 * 86_400_000, state: 'skipped', reason: 'late', messageIds: [], printed: [] }),
  aDelivery({ slotMs: NOW_MS - 3 * 86_400_000, state: 'undecided', messageIds: [], printed: [] }),
];
const WARNINGS: readonly DigestWarning[] = [
  { kind: 'no-channel' },
  { kind: 'unfit' },
  {
    kind: 'no-right',
    rights: ['view', 'send', 'attach', 'history', 'create-threads', 'send-in-threads', 'mention-roles'],
  },
  { kind: 'no-crosspost' },
  { kind: 'no-role' },
  { kind: 'no-moderators' },
  { kind: 'lost', queries: ['Atlantis', 'El Dorado'] },
  { kind: 'unchecked' },
  { kind: 'unanswered' },
];

function named(
  change: Partial<Digest> = {},
  view: Partial<DigestView> = {},
  names: readonly string[] = [],
): NamedDigest {
  const digest = someDigest(change);
  return {
    names,
    view: { digest, runs: nextSlots(digest.timetable, NOW_MS, 3), warnings: [], last: null, coming: null, ...view },
  };
}
const RICH = named(
  {
    ...{ about: 'aid', roleId: '60001', crosspost: true, pictures: false, vetoMinutes: 90, state: 'paused' },
    ...{ how: 'thread', origins: 2, whenQuiet: 'silent', sources: 'not-doubtful' },
    timetable: { schedule: { kind: 'cron', expression: '30 8 * * 1-5' }, zone: 'Asia/Kathmandu' },
  },
  { warnings: WARNINGS, last: aDelivery() },
  ['Kharkiv', 'Odesa'],
);

describe.for(LANGUAGES)('in %s', (language) => {
  const PAGES: Readonly<Record<string, () => Page>> = {
    card: () => renderDigestCard(named(), ['Set up.'], language),
    'card-full': () => renderDigestCard(RICH, [], language),
    list: () => renderDigests([named(), RICH], 1, language, limits),
    'list-empty': () => renderDigests([], 1, language, limits),
    history: () => renderHistory(someDigest(), DELIVERIES, 1, language, limits),
    removal: () => renderDigestRemoval(RICH, language),
    removed: () => renderDigestRemoved('aaaaaaaa', language),
    preview: () => renderPreview(someDigest(), someContent(), null, 1, language, limits),
    'preview-silent': () => renderPreview(someDigest(), null, null, 1, language, limits),
    erase: () => renderErase({ sources: 2, digests: 1, tracks: 3 }, language),
    erased: () => renderErased({ sources: 2, articles: 31, digests: 1, tracks: 3, answers: 5 }, language),
  };

  test.for(Object.keys(PAGES))('%s', (name) => {
    const page = PAGES[name]?.();
    expectGolden(`digest-${name}-${language}.txt`, page ? shown(page) : '');
    expect(page && messageFaults(toMessage(page), 'reply', false)).toEqual([]);
  });

  test('each refusal has words', () => {
    const words = (
      [
        { kind: 'unknown' },
        { kind: 'too-many', limit: 20 },
        { kind: 'timetable', fault: { kind: 'never' } },
        { kind: 'no-subject', queries: ['Atlantis'] },
        { kind: 'unfit', how: 'forum-post' },
        { kind: 'no-channel' },
        { kind: 'no-crosspost' },
        { kind: 'no-role' },
        { kind: 'no-moderators' },
        { kind: 'too-late' },
        { kind: 'unchecked' },
        { kind: 'under-way' },
        { kind: 'already' },
      ] as const
    ).map((refusal) => digestRefusalWords(refusal, language));
    expectGolden(`digest-refusals-${language}.txt`, `${words.join('\n')}\n`);
  });
});

/** What Discord would refuse of a page. */
function expectTaken(page: Page): void {
  const message = toMessage(page);
  expect(messageFaults(message, 'reply', false)).toEqual([]);
  expect(tooManyBytes(message.components)).toBe(false);
}

describe('whatever stands in it', () => {
  const name = hostileText.map((text) => text.slice(0, 100) || 'x');

  test('pages are taken by Discord, with as many digests as a server can have', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 5 }), (names) => {
        const warnings: readonly DigestWarning[] = [...WARNINGS, { kind: 'lost', queries: names }];
        const one = named({ vetoMinutes: 5, roleId: '60001' }, { warnings }, names);
        expectTaken(renderDigestCard(one, ['A note.'], 'uk'));
        expectTaken(renderDigestRemoval(one, 'uk'));
        const all = Array.from({ length: DIGESTS_AT_MOST }, () => one);
        for (const page of [1, 2, 20]) expectTaken(renderDigests(all, page, 'uk', limits));
      }),
      { numRuns: 5 },
    );
  });

  test('a long history is turned page by page', () => {
    const many = Array.from({ length: 100 }, (_, at) => aDelivery({ slotMs: NOW_MS - at * 3_600_000 }));
    const texts = new Set<string>();
    for (let page = 1; page <= 12; page += 1) {
      const turned = renderHistory(someDigest(), many, page, 'en', limits);
      expectTaken(turned);
      texts.add(toText(turned));
    }
    expect([...texts].join('').match(/sent/g)).toHaveLength(100);
  });
});

test.for(['', 'show', 'show:x', 'list:0', 'list:1:2', 'history:aaaaaaaa', 'confirm:AAAAAAAA', 'list:99999'])(
  '“%s” is no button of ours',
  (rest) => {
    expect(parseDigestAction(rest)).toBeNull();
  },
);

test.for([
  ['message', ['50000/1', '50000/2']],
  ['thread', ['50000/1', '1/2']],
  ['forum-post', ['1/1', '1/2']],
] as const)('the links of a digest that came as a %s lead to where its messages are', ([how, places]) => {
  const page = renderHistory(someDigest({ how }), [aDelivery({ messageIds: ['1', '2'] })], 1, 'en', limits);
  const hrefs = page.blocks.flatMap((block) => richOf(block).flatMap(({ href }) => href ?? []));
  expect(hrefs).toEqual(places.map((place) => `https://discord.com/channels/10000/${place}`));
});
