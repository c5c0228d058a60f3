import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commandLine } from '../support/command-line.ts';
import { loadInto } from '../support/loaded-folder.ts';
import { startSitrep, withFolder } from '../support/sitrep.ts';

const STRIKE =
  'Russian forces attacked Kharkiv with drones on Tuesday, killing three people, the regional governor said.';
const ENGLISH = `Drones hit Kharkiv overnight\n\n${STRIKE}\n\nRescuers worked through the morning in the Saltivka district.\n`;
const RUSSIAN =
  'Удар по Харькову\n\nРоссийские войска во вторник атаковали Харьков ракетами, три человека погибли, сообщил глава области.\n\nСпасатели работали всё утро.\n';
const JSON_ARTICLE = {
  title: 'Drones hit Kharkiv overnight',
  publisher: 'The Daily',
  url: 'https://example.org/kharkiv',
  date: '2024-05-15',
  language: 'en',
  raw_text: ENGLISH,
};
const PAGE = `<!doctype html><html lang="en"><head><title>Drones hit Kharkiv</title></head><body><nav>Home</nav><article><h1>Drones hit Kharkiv overnight</h1><p>${STRIKE}</p><p>Rescuers worked through the morning.</p></article></body></html>`;

/** Paths of files with these contents. */
const written = (files: Readonly<Record<string, string>>, folder: string): readonly string[] =>
  Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });

const SLOTS = {
  aid: {
    donor: z.array(z.string()),
    recipient: z.string().nullable(),
    items: z.array(z.string()),
    status: z.string().optional(),
    kind: z.string().optional(),
    requester: z.string().optional(),
    amount: z.looseObject({ value: z.number(), cur: z.string(), op: z.string() }).optional(),
  },
  move: {
    actor: z.string().nullable(),
    action: z.string().optional(),
    place: z.array(z.string()),
    from: z.unknown().optional(),
    to: z.unknown().optional(),
  },
  strike: { actor: z.string().nullable(), weapon: z.array(z.string()), place: z.array(z.string()) },
  visit: {
    visitor: z.array(z.string()),
    place: z.array(z.string()),
    host: z.array(z.string()),
    status: z.string().optional(),
    purpose: z.unknown().optional(),
  },
  impact: { kind: z.array(z.string()), place: z.array(z.string()), who: z.unknown().optional() },
  statement: { speaker: z.unknown(), topic: z.unknown() },
};
const common = {
  attr: z
    .strictObject({
      who: z.string(),
      side: z.string().optional(),
      cue: z.string().optional(),
      via: z.string().optional(),
    })
    .nullable(),
  epi: z.string(),
  confirmation: z.string().optional(),
  realis: z.string(),
  neg: z.boolean(),
  date: z.strictObject({ text: z.string(), iso: z.unknown().optional() }).optional(),
  count: z.unknown().optional(),
  evidence: z.array(z.strictObject({ start: z.int().nonnegative(), end: z.int().positive() })).min(1),
  mode: z.enum(['structured', 'excerpt']),
  /** null where the claim is too doubtful to be printed. */
  line: z.string().min(1).nullable(),
};
/** The line that is promised for each file, and nothing besides. */
const Line = z.strictObject({
  article: z.string(),
  language: z.string(),
  published: z.string().nullable(),
  text: z.string().optional(),
  claims: z.array(
    z.union(
      Object.entries(SLOTS).map(([type, slots]) => z.strictObject({ type: z.literal(type), ...slots, ...common })),
    ),
  ),
});

describe('sitrep extract', () => {
  test('writes the promised line for text, JSON, pages and Russian, and names the broken file', () =>
    withFolder(async (folder) => {
      const files = {
        'plain.txt': ENGLISH,
        'given.json': JSON.stringify(JSON_ARTICLE),
        'broken.json': '{',
        'page.html': PAGE,
        'russian.txt': RUSSIAN,
      };
      const paths = written(files, folder);
      const { code, out, err } = await startSitrep('src/cli.ts', ['extract', ...paths], {}).ended;
      expect(code).toBe(1);
      expect(err).toMatch(/^[^\n]*broken\.json: [^\n]+\n$/);
      const lines = out
        .trimEnd()
        .split('\n')
        .map((line) => Line.parse(JSON.parse(line)));
      expect(lines.map(({ article, language, published }) => [article, language, published])).toEqual([
        ['plain', 'en', null],
        ['given', 'en', '2024-05-15'],
        ['page', 'en', null],
        ['russian', 'ru', null],
      ]);
      expect(lines.map(({ text }) => text !== undefined)).toEqual([false, false, true, false]);
      const [plain, given, page] = lines;
      for (const [line, text] of [
        [plain, ENGLISH],
        [given, ENGLISH],
        [page, page?.text ?? ''],
      ] as const) {
        const strikes = line?.claims.filter(({ type }) => type === 'strike') ?? [];
        const words = strikes.flatMap(({ evidence }) => evidence.map(({ start, end }) => text.slice(start, end)));
        expect(words).toContain(STRIKE);
      }
    }));
});

describe('sitrep ingest', () => {
  test('stores, does nothing the second time, replaces a changed text; a brief shows a line of it', () =>
    withFolder(async (folder) => {
      await loadInto(folder, 'all');
      const ingest = (files: Readonly<Record<string, string>>) =>
        commandLine(['ingest', ...written(files, folder)], { DATA_DIR: folder });
      const given = { 'given.json': JSON.stringify(JSON_ARTICLE), 'broken.json': '{' };
      const first = await ingest(given);
      expect([first.code, first.err]).toEqual([1, expect.stringMatching(/^[^\n]*broken\.json: [^\n]+\n$/)]);
      const id = /given\.json: added as ([0-9a-f]{16}), [1-9]\d* claims: /.exec(first.out)?.[1];
      const again = await ingest({ 'given.json': JSON.stringify(JSON_ARTICLE) });
      expect([again.code, again.out]).toEqual([0, expect.stringContaining(`given.json: unchanged as ${id}, `)]);
      const changed = { ...JSON_ARTICLE, raw_text: `${ENGLISH}\nIt rained.\n` };
      const third = await ingest({ 'given.json': JSON.stringify(changed) });
      expect([third.code, third.out]).toEqual([0, expect.stringContaining(`given.json: replaced ${id}, `)]);
      const asked = ['brief', 'kharkiv', '--period', '2024-05-14..2024-05-16', '--format', 'json'];
      const brief = await startSitrep('src/cli.ts', asked, { DATA_DIR: folder }).ended;
      expect([brief.code, brief.err]).toEqual([0, '']);
      expect(brief.out).toContain(JSON_ARTICLE.url);
    }));
});
