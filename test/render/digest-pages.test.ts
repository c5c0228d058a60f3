import { describe, expect, test } from 'vitest';
import { DISCORD_PAGE_LIMITS } from '../../src/deliver/message.ts';
import type { Notice } from '../../src/domain/digest-notice.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { type Page, richOf } from '../../src/domain/page.ts';
import { renderDigestNotice } from '../../src/render/digest-notice.ts';
import { digestName, renderDigest } from '../../src/render/digest-pages.ts';
import { aBrief, aLine, aSection } from '../support/briefs.ts';
import { someContent } from '../support/digests.ts';

const SLOT = Date.parse('2026-06-02T22:30:00Z');
const STAMP = { digestId: 'aaaaaaaa', code: '0123456789' };
const textOf = ({ blocks }: Page): string =>
  blocks
    .map((block) =>
      richOf(block)
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n');
const lines = (count: number) =>
  someContent({
    brief: aBrief({
      ask: { form: 'digest' },
      sections: [
        aSection(
          'strikes',
          Array.from({ length: count }, (_, n) => aLine(undefined, { id: `line${n + 10}` })),
        ),
      ],
    }),
  });
const costOf = ({ blocks }: Page): number => blocks.reduce((sum, block) => sum + DISCORD_PAGE_LIMITS.costOf(block), 0);

describe('a digest', () => {
  test('that fits is one page with its mark and no word of parts', () => {
    const pages = renderDigest(lines(3), STAMP, DISCORD_PAGE_LIMITS, 3);
    expect(pages).toHaveLength(1);
    expect(textOf(pages[0] as Page)).toMatch(/\nDigest aaaaaaaa · 0123456789$/);
  });

  test('that does not is several, each within the limits, all of its lines on them, the first with the buttons', () => {
    const pages = renderDigest(lines(160), STAMP, DISCORD_PAGE_LIMITS, 20);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(costOf(page)).toBeLessThanOrEqual(DISCORD_PAGE_LIMITS.budget);
    const printed = pages.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'item');
    expect(printed).toHaveLength(160);
    expect(pages.map(({ actions }) => actions.length > 0)).toEqual(pages.map((_, at) => at === 0));
    expect(textOf(pages[1] as Page)).toContain(`2 of ${pages.length}`);
  });

  test('of which not all is sent can be turned by everybody', () => {
    const [first, ...others] = renderDigest(lines(160), STAMP, DISCORD_PAGE_LIMITS, 2);
    expect(others).toHaveLength(1);
    const actions = first?.actions.flat().map(({ action }) => action) ?? [];
    expect(actions).toContain('catchup:view:ab12cd34:overview:2');
  });

  test('shown beforehand has no mark', () => {
    expect(textOf(renderDigest(lines(3), null, DISCORD_PAGE_LIMITS, 1)[0] as Page)).not.toContain('aaaaaaaa');
  });

  test('says what did not come, what may have, and what it is no longer about', () => {
    const [page] = renderDigest(
      someContent({
        missed: { slots: 2, firstMs: SLOT - 7_200_000, lastMs: SLOT - 3_600_000 },
        uncertainMs: SLOT - 86_400_000,
        lost: ['Vovchansk'],
      }),
      STAMP,
      DISCORD_PAGE_LIMITS,
      1,
    );
    const text = textOf(page as Page);
    expect(text).toContain('2 digests did not come out, from 2 June 2026, 20:30 UTC to 2 June 2026, 21:30 UTC');
    expect(text).toContain('It is not known whether the digest of 1 June 2026, 22:30 UTC came out.');
    expect(text).toContain('not in this digest: Vovchansk.');
  });

  test('has the day of its own clock in its name', () => {
    expect(digestName(lines(1), SLOT, 'Europe/Kyiv')).toMatch(/ · 3 Jun 2026$|Jun 3, 2026$/);
    expect(digestName(lines(1), SLOT, 'America/New_York')).toMatch(/ · 2 Jun 2026$|Jun 2, 2026$/);
  });
});

const NOTICES: readonly Notice[] = [
  ...(['no-channel', 'no-permission', 'not-in-server', 'not-accepted'] as const).map(
    (why): Notice => ({ kind: 'refused', why }),
  ),
  { kind: 'undecided', slotMs: SLOT },
  { kind: 'no-subject', query: 'Vovchansk' },
];

test.for(NOTICES.flatMap((notice) => LANGUAGES.map((language) => ({ notice, language }))))(
  'moderators are told of %o with what they can do about it',
  ({ notice, language }) => {
    const page = renderDigestNotice('aaaaaaaa', notice, language);
    expect(page.tone).toBe('problem');
    expect(textOf(page)).toContain('aaaaaaaa');
    expect(page.blocks.length).toBeGreaterThanOrEqual(3);
  },
);
