import { beforeAll, expect, test } from 'vitest';
import { DISCORD_PAGE_LIMITS } from '../../src/deliver/message.ts';
import type { Brief, Line } from '../../src/domain/brief.ts';
import { richOf } from '../../src/domain/page.ts';
import { renderBrief } from '../../src/render/brief-page.ts';
import { ASKED_AT_MS } from '../support/briefs.ts';
import { anArticleFile } from '../support/claims.ts';
import { committedApp } from '../support/committed-app.ts';
import { aCorrection, toldIn } from '../support/marking.ts';

let aid: Brief;
beforeAll(async () => {
  const app = await committedApp();
  const question = {
    form: 'summary',
    query: 'topic:aid',
    filters: {},
    about: 'aid',
    period: { everything: true },
  } as const;
  const asked = await app.ask({ ...question, language: 'en', scope: { guildId: null }, nowMs: ASKED_AT_MS });
  if (asked.kind !== 'brief') throw new Error(asked.kind);
  aid = asked.brief;
});

const lines = (brief: Brief): readonly Line[] => brief.sections.flatMap((section) => section.lines);
const worded = (brief: Brief, sentences: readonly (readonly [text: string, lines: readonly string[]])[]): Brief => ({
  ...brief,
  prose: {
    ...{ kind: 'worded', model: 'm', madeAtMs: 0 },
    sentences: sentences.map(([text, those]) => ({ text, lines: those })),
  },
});
const ALL = { ...DISCORD_PAGE_LIMITS, budget: 1e9, blocks: 1e9, glance: 1e9 };
const printed = (brief: Brief, view: 'overview' | 'plain' = 'overview'): readonly string[] =>
  renderBrief(brief, { view, page: 1, private: false }, ALL).blocks.map((block) =>
    richOf(block)
      .map(({ text }) => text)
      .join(''),
  );

test('a sentence has behind it what its lines have: sources, and what others say to the contrary', () => {
  const disputed = lines(aid).find(({ disputes }) => disputes.length > 0);
  const told = printed(worded(aid, [['Congress passed a package.', [disputed?.id ?? '']]]));
  const sentence = told.find((text) => text.startsWith('Congress passed a package.'));
  expect(sentence).toContain('disputed: $61 billion');
  expect(sentence).toContain('$60 billion');
});

test('lines that no sentence words stand as they are, and each line is told once', () => {
  const [first, second, ...others] = lines(aid).map(({ id }) => id);
  const told = printed(worded(aid, [['Two lines in one.', [first ?? '', second ?? '']]]));
  const plain = printed(aid).filter((text) => !told.includes(text));
  expect(told.filter((text) => text.startsWith('Two lines in one.'))).toHaveLength(1);
  expect(plain.filter((text) => /\[\d+\]/.test(text))).toHaveLength(2);
  expect(others.length).toBeGreaterThan(5);
});

test('a sentence on a line that was corrected since is not printed, and the line is', () => {
  const [line] = lines(aid);
  if (!line) throw new Error('there is no line');
  const [backing, ...further] = line.backing;
  if (!backing) throw new Error('there is no claim');
  const brief = worded(aid, [['Worded.', [line.id]]]);
  expect(printed(brief).some((text) => text.startsWith('Worded.'))).toBe(true);
  const corrected = aCorrection(toldIn(anArticleFile()));
  const marked = { ...line, backing: [{ ...backing, corrected }, ...further] };
  const sections = brief.sections.map((section) => ({
    ...section,
    lines: section.lines.map((one) => (one.id === line.id ? marked : one)),
  }));
  expect(printed({ ...brief, sections }).some((text) => text.startsWith('Worded.'))).toBe(false);
});

test.for([
  { name: 'that is not there', lines: ['zzzzzzzz'] },
  { name: 'that is not there, beside one that is', lines: ['zzzzzzzz', ''] },
])('a sentence on a line $name is not printed', ({ lines: cited }) => {
  const ids = cited.map((id) => (id === '' ? (lines(aid)[0]?.id ?? '') : id));
  const brief = worded(aid, [['Worded.', ids]]);
  expect(printed(brief).filter((text) => /\[\d+\]/.test(text))).toEqual(
    printed(brief, 'plain').filter((text) => /\[\d+\]/.test(text)),
  );
});
