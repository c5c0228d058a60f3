import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import type { TrackNotice } from '../../src/domain/alert.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import type { Page } from '../../src/domain/page.ts';
import { TRACKS_AT_MOST, type Track } from '../../src/domain/track.ts';
import type { TrackRefusal, TrackWarning } from '../../src/domain/track-view.ts';
import { renderAlert } from '../../src/render/alert-page.ts';
import { toText } from '../../src/render/text.ts';
import { parseTrackAction } from '../../src/render/track-action.ts';
import { type NamedTrack, renderTrackCard } from '../../src/render/track-card.ts';
import { renderTrackRemoval, renderTrackRemoved, trackRefusalWords } from '../../src/render/track-done.ts';
import { renderTracks } from '../../src/render/track-list.ts';
import { renderTrackNotice } from '../../src/render/track-notice.ts';
import { NOON, someAlert, someTrack } from '../support/alerts.ts';
import { aBrief, anyBrief } from '../support/briefs.ts';
import { tooManyBytes } from '../support/discord/check/components.ts';
import { messageFaults } from '../support/discord/check/message.ts';
import { expectGolden } from '../support/golden.ts';
import { hostileText } from '../support/hostile-text.ts';
import { plainSpaces } from '../support/spaces.ts';

const limits = DISCORD_PAGE_LIMITS;
const STAMP = { trackId: 'aaaaaaaa', code: 'abcdef0123', edits: 0 };

/** What stands on a page, and below it the buttons. */
const shown = (page: Page): string =>
  plainSpaces(
    `${toText(page)}${page.actions.map((row) => `${row.map(({ label, action }) => `[${label}] ${action}`).join('  ')}\n`).join('')}`,
  );

const WARNINGS: readonly TrackWarning[] = [
  { kind: 'no-channel' },
  { kind: 'unfit' },
  { kind: 'no-right', rights: ['view', 'send', 'history'] },
  { kind: 'no-role' },
  { kind: 'lost' },
  { kind: 'unchecked' },
  { kind: 'unanswered' },
];
const NOTICES: readonly TrackNotice[] = [
  ...(['no-channel', 'no-permission', 'not-in-server', 'not-accepted'] as const).map(
    (why) => ({ kind: 'refused', why }) as const,
  ),
  { kind: 'undecided', madeAtMs: NOON },
  { kind: 'late', madeAtMs: NOON },
];
const REFUSALS: readonly TrackRefusal[] = [
  ...(['unknown', 'no-channel', 'unfit', 'no-role', 'already', 'no-subject'] as const).map((kind) => ({ kind })),
  { kind: 'too-many', limit: 30, whose: 'server' },
  { kind: 'too-many', limit: 5, whose: 'member' },
  { kind: 'no-zone', zone: 'Europe/Kiew', near: ['Europe/Kyiv'] },
];

const named = (change: Partial<Track> = {}, warnings: readonly TrackWarning[] = [], name = 'Kharkiv'): NamedTrack => ({
  view: { track: someTrack(change), warnings },
  name,
});
const rich = named(
  {
    to: { kind: 'channel', guildId: '10000', channelId: '50000', roleId: '60001' },
    ...{ about: 'strikes', origins: 2, confirmedOnly: true, quiet: { from: 1_320, to: 425 }, state: 'paused' },
  },
  WARNINGS,
);
const own = named({ id: 'bbbbbbbb', to: { kind: 'member', userId: '90000' }, state: 'closed' });

describe.for(LANGUAGES)('in %s', (language) => {
  const PAGES: Readonly<Record<string, () => Page>> = {
    card: () => renderTrackCard(named(), ['A note.'], language),
    'card-full': () => renderTrackCard(rich, [], language),
    'card-own': () => renderTrackCard(own, [], language),
    list: () => renderTracks({ server: [named(), rich], own: [own] }, 1, language, limits),
    'list-empty': () => renderTracks({ server: null, own: [] }, 1, language, limits),
    removal: () => renderTrackRemoval(rich, language),
    removed: () => renderTrackRemoved('aaaaaaaa', language),
  };

  test.for(Object.keys(PAGES))('%s', (name) => {
    const page = PAGES[name]?.();
    expectGolden(`track-${name}-${language}.txt`, page ? shown(page) : '');
    expect(page && messageFaults(toMessage(page), 'reply', false)).toEqual([]);
  });

  test('what moderators are told, and why something was not done', () => {
    const notices = NOTICES.map((notice) => shown(renderTrackNotice('aaaaaaaa', notice, language)));
    const refusals = REFUSALS.map((refusal) => trackRefusalWords(refusal, language));
    expectGolden(`track-words-${language}.txt`, `${[...notices, ...refusals].join('\n')}\n`);
  });

  test('an alert, new and edited', () => {
    const { brief } = someAlert();
    const ours = { ...brief, question: { ...brief.question, language } };
    const pages = [0, 3].map((edits) => shown(renderAlert(ours, { ...STAMP, edits }, limits)));
    expectGolden(`alert-${language}.txt`, pages.join('\n'));
  });
});

/** What Discord would refuse of a page. */
function expectTaken(page: Page): void {
  const message = toMessage(page, null, null);
  expect(messageFaults(message, 'channel', false)).toEqual([]);
  expect(tooManyBytes(message.components)).toBe(false);
}

describe('whatever stands in it', () => {
  test('pages are taken by Discord, with as many tracks as there can be', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const name = text.slice(0, 100) || 'x';
        const one = named({}, WARNINGS, name);
        expectTaken(renderTrackCard(one, [], 'uk'));
        expectTaken(renderTrackRemoval(one, 'uk'));
        const server = Array.from({ length: TRACKS_AT_MOST.server }, () => one);
        const mine = Array.from({ length: TRACKS_AT_MOST.member }, () => one);
        for (const page of [1, 3, 99]) expectTaken(renderTracks({ server, own: mine }, page, 'uk', limits));
      }),
      { numRuns: 5 },
    );
  });

  test('an alert is one message, with its code', () => {
    fc.assert(
      fc.property(anyBrief, (any) => {
        const brief = aBrief({ ...any, question: { ...any.question, form: 'alert' } });
        const page = renderAlert(brief, { ...STAMP, edits: 2 }, { ...limits, budget: limits.budget - 30 });
        expectTaken(page);
        expect(toText(page)).toContain('aaaaaaaa · abcdef0123');
      }),
      { numRuns: 15 },
    );
  });

  test('no button but ours is read', () => {
    expect(parseTrackAction('show:aaaaaaaa')).toEqual({ kind: 'show', id: 'aaaaaaaa' });
    expect(parseTrackAction('list:2')).toEqual({ kind: 'list', page: 2 });
    for (const rest of ['', 'show', 'show:AAAAAAAA', 'list:0', 'list:x', 'erase:aaaaaaaa', 'show:aaaaaaaa:1'])
      expect(parseTrackAction(rest)).toBeNull();
  });
});
