import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import type { Delivery } from '../../src/domain/outbox.ts';
import type { Page } from '../../src/domain/page.ts';
import type { Review } from '../../src/domain/review.ts';
import { parseReviewAction } from '../../src/render/review-action.ts';
import { renderReview } from '../../src/render/review-page.ts';
import { toText } from '../../src/render/text.ts';
import { aBrief, aLine, aSection } from '../support/briefs.ts';
import { aClaim } from '../support/claims.ts';
import { someContent, someDigest } from '../support/digests.ts';
import { messageFaults } from '../support/discord/check/message.ts';
import { expectGolden } from '../support/golden.ts';
import { hostileText } from '../support/hostile-text.ts';
import { plainSpaces } from '../support/spaces.ts';

const SLOT = Date.parse('2026-06-02T05:00:00Z');
const BY = '90001';

function content(lines: ReturnType<typeof aLine>[]) {
  return someContent({
    brief: aBrief({
      ask: { form: 'digest' },
      news: { sinceMs: SLOT - 86_400_000, arrived: 3, replaced: 0, gone: 0, events: lines.length },
      sections: [aSection('strikes', lines)],
    }),
    printed: lines.map(({ id }) => ({
      event: id,
      changes: [],
      claims: [],
      fresh: [],
      queries: ['id:kharkiv', 'topic:strikes'],
    })),
  });
}
const LINES = content([
  aLine(undefined, { id: 'aaaaaa', changes: [{ kind: 'new' }], citations: [1, 2] }),
  aLine(undefined, { id: 'bbbbbb', changes: [{ kind: 'confirmed' }, { kind: 'disputed', over: 'count' }] }),
  aLine(undefined, { id: 'cccccc', changes: [{ kind: 'corrected' }] }),
]);

const aReview = (change: Partial<Review> = {}): Review => ({
  ...{ digestId: 'aaaaaaaa', slotMs: SLOT, mark: '0123456789', digest: someDigest({ vetoMinutes: 30 }) },
  ...{ content: LINES, verdict: null, dropped: [], comesAtMs: SLOT, end: null, page: 1, message: null },
  ...change,
});
const anEnd = (change: Partial<Delivery> = {}): Delivery => ({
  ...{ slotMs: SLOT, state: 'sent', reason: null, atMs: SLOT, channelId: '50000', messageIds: ['70001', '70002'] },
  printed: LINES.printed,
  ...change,
});
const skipped = (reason: Delivery['reason']): Review['end'] =>
  anEnd({ state: 'skipped', reason, messageIds: [], printed: [] });

/** What stands on a page, below it the buttons, and what the menu offers. */
const shown = ({ menu, ...page }: Page): string => {
  const rows = page.actions.map((row) => `${row.map(({ label, action }) => `[${label}] ${action}`).join('  ')}\n`);
  const options = (menu?.options ?? []).map(({ label, value }) => `- ${label} (${menu?.action}:${value})\n`);
  return plainSpaces([toText(page), ...rows, menu ? `${menu.placeholder}\n` : '', ...options].join(''));
};

const HELD = { kind: 'hold', by: BY, atMs: SLOT - 1 } as const;
const REVIEWS: Readonly<Record<string, Review>> = {
  planned: aReview({ dropped: [{ event: 'bbbbbb', by: BY }], comesAtMs: SLOT + 600_000 }),
  held: aReview({ verdict: HELD, content: content([]) }),
  sent: aReview({ content: null, end: anEnd(), verdict: { ...HELD, kind: 'send' } }),
  'not-sent': aReview({ content: null, end: skipped('held'), verdict: HELD, dropped: [{ event: 'bbbbbb', by: BY }] }),
  late: aReview({ content: null, end: skipped('late') }),
  emptied: aReview({ content: null, end: skipped('dropped') }),
  undecided: aReview({ content: null, end: anEnd({ state: 'undecided', messageIds: [] }) }),
  withdrawn: aReview({ content: null, end: 'withdrawn' }),
};

describe.for(LANGUAGES)('in %s', (language) => {
  test.for(Object.entries(REVIEWS))('%s', ([name, review]) => {
    const page = renderReview(review, language, DISCORD_PAGE_LIMITS);
    expectGolden(`review-${name}-${language}.txt`, shown(page));
    expect(messageFaults(toMessage(page), 'reply', false)).toEqual([]);
  });
});

test('however many lines there are, each stands on one page with a choice of its own', () => {
  const ids = Array.from({ length: 90 }, (_, n) => `line${n + 100}`);
  const long = aReview({ content: content(ids.map((id) => aLine(undefined, { id, changes: [{ kind: 'new' }] }))) });
  const offered: string[] = [];
  for (let page = 1; offered.length < ids.length && page < 50; page += 1) {
    const one = renderReview({ ...long, page }, 'uk', DISCORD_PAGE_LIMITS);
    expect(messageFaults(toMessage(one), 'reply', false)).toEqual([]);
    offered.push(...(one.menu?.options ?? []).map(({ value }) => value));
  }
  expect(offered).toEqual(ids);
});

test('whatever stands in its lines, Discord takes it, and nobody is mentioned', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const words = text.slice(0, 300) || 'x';
      const hostile = aLine({ ...aClaim(), sentence: { en: words, uk: words } });
      const review = aReview({ content: content([hostile]), dropped: [{ event: hostile.id, by: BY }] });
      for (const one of [review, { ...review, dropped: [] }]) {
        const message = toMessage(renderReview(one, 'en', DISCORD_PAGE_LIMITS));
        expect(messageFaults(message, 'reply', false)).toEqual([]);
        expect(message.allowed_mentions).toEqual({ parse: [] });
      }
    }),
    { numRuns: 50 },
  );
});

test.for([
  [
    'review:hold:aaaaaaaa:mbnfmw00',
    { deed: { kind: 'hold' }, digestId: 'aaaaaaaa', slotMs: Number.parseInt('mbnfmw00', 36) },
  ],
  ['review:toggle:aaaaaaaa:1:abcdef', { deed: { kind: 'toggle', event: 'abcdef' } }],
  ['review:turn:aaaaaaaa:1:3', { deed: { kind: 'turn', page: 3 } }],
  ['review:toggle:aaaaaaaa:1', null],
  ['review:toggle:aaaaaaaa:1:../x', null],
  ['review:hold:aaaaaaaa:zzzzzzzzzzzz', null],
  ['review:erase:aaaaaaaa:1', null],
  ['', null],
] as const)('a button says %s', ([code, action]) => {
  const parsed = parseReviewAction(code);
  if (action === null) expect(parsed).toBeNull();
  else expect(parsed).toMatchObject(action);
});
