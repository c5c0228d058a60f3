import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import summary from '../../commands/summary.ts';
import { createApp } from '../../src/app.ts';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';

import { extractOnCommandLine } from '../../src/cli/extract.ts';
import { ingestOnCommandLine } from '../../src/cli/ingest.ts';
import type { ArticleFile } from '../../src/domain/article-file.ts';
import type { ExtractedClaim } from '../../src/domain/extracted-claim.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import { DATA_FOLDER } from '../../src/place.ts';
import type { Readers } from '../../src/reader.ts';
import { createFeedReader, createReader, type Reader } from '../../src/reader.ts';
import { readReadingLexicon } from '../../src/reading-lexicon.ts';
import { toText } from '../../src/render/text.ts';
import { keyvOver } from '../../src/store/keyv.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { sqliteGazetteer } from '../../src/store/sqlite/gazetteer.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { sqliteSourceHealth } from '../../src/store/sqlite/source-health.ts';
import { ASKED_AT_MS } from '../support/briefs.ts';
import { ENTITIES } from '../support/claims.ts';
import { correctionsOver } from '../support/corrections.ts';
import { NO_DIGESTS, NO_ERASING, NO_SOURCES, NO_TRACKS } from '../support/no-sources.ts';
import { anExtracted } from '../support/readings.ts';
import { withFolder } from '../support/sitrep.ts';
import { aCall, unexpected, unread } from '../support/stored-app.ts';
import { NO_TRUST } from '../support/trust.ts';

const SURE = 'Russian drones attacked Kharkiv on Tuesday night.';
const UNSURE = 'The mayor said that two of them "may not" have come from the east, *as claimed*.';
const TEXT = `Drones over the river\n\n${SURE}\n\n${UNSURE}\n`;
const ARTICLE = {
  title: 'Drones over the river',
  publisher: 'The Daily',
  url: 'https://example.org/drones',
  date: '2024-05-15',
  language: 'en',
  raw_text: TEXT,
};

const ENTRIES = [
  { url: 'https://example.org/1', html: `<p>${SURE}</p><p>${UNSURE}</p>` },
  { url: 'https://example.org/2', html: '' },
  { url: 'https://example.org/3', html: '<p>It rained through the night and all the next day.</p>' },
];
const RSS = `<rss version="2.0"><channel><title>The Daily</title>${ENTRIES.map(({ url, html }) => `<item><title>News</title><link>${url}</link><description><![CDATA[${html}]]></description></item>`).join('')}</channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily</title>${ENTRIES.map(({ url, html }) => `<entry><id>${url}</id><title>News</title><link href="${url}"/><content type="html"><![CDATA[${html}]]></content></entry>`).join('')}</feed>`;
const JSON_FEED = {
  title: 'The Daily',
  items: ENTRIES.map(({ url, html }) => ({ id: url, url, title: 'News', content_html: html })),
  version: 'https://jsonfeed.org/version/1.1',
};

/** What an extractor would give of the text above. */
function claimsIn({ text }: { readonly text: string }): readonly ExtractedClaim[] {
  if (!text.includes(SURE)) return [];
  const said = { mode: 'excerpt', attr: { who: 'the-mayor', surface: 'The mayor', cue: 'said' }, epi: 'attributed' };
  const unsure = text.match(/The mayor[^\n]*/)?.[0] ?? '';
  return [anExtracted(text, SURE), anExtracted(text, unsure, { ...said, actor: null })];
}

const entityOf = (ref: string) => ENTITIES.find(({ id, code }) => id === ref || code === ref);
let reader: Reader;
let readers: Readers;
beforeAll(() => {
  const knows = (ref: string) => entityOf(ref) !== undefined;
  const parts = { lexicon: readReadingLexicon(DATA_FOLDER), extract: claimsIn, knows };
  reader = createReader(parts);
  readers = { reader, feedReader: createFeedReader(parts) };
});

/** Puts files of these names into a folder and gives their paths, in that order. */
function written(folder: string, files: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  });
}

const extracted = (files: Readonly<Record<string, unknown>>) =>
  withFolder(async (folder) => {
    const { out, err, status } = extractOnCommandLine(written(folder, files), reader, entityOf);
    return {
      status,
      err: err.replaceAll(`${folder}/`, ''),
      lines: out
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
    };
  });

describe('extract', () => {
  test('writes one line of JSON a file: the article, its claims with slots, offsets, mode and printed line', async () => {
    const { status, err, lines } = await extracted({ 'drones.2024.json': ARTICLE });
    expect([status, err, lines.length]).toEqual([0, '', 1]);
    expect(lines[0]).toMatchObject({ article: 'drones.2024', language: 'en', published: '2024-05-15' });
    const [sure, unsure] = lines[0].claims;
    expect(sure).toEqual({
      type: 'strike',
      actor: 'RU',
      weapon: ['drone'],
      place: ['kharkiv'],
      attr: null,
      epi: 'asserted',
      realis: 'actual',
      neg: false,
      evidence: [{ start: TEXT.indexOf(SURE), end: TEXT.indexOf(SURE) + SURE.length }],
      mode: 'structured',
      line: 'Russia attacked Kharkiv with drones.',
    });
    expect(unsure.attr).toEqual({ who: 'the-mayor', cue: 'said' });
    expect([unsure.mode, unsure.line]).toEqual(['excerpt', `The mayor: “${UNSURE}”`]);
  });

  test('offsets count in the text as given; of a page, in the cleaned text, which is written too', async () => {
    const page = `<html lang="en"><body><nav>Home</nav><article><h1>Drones over the river</h1><p>${SURE}</p><p>${UNSURE}</p></article></body></html>`;
    const { raw_text: _, ...known } = ARTICLE;
    const { lines } = await extracted({
      'a.txt': TEXT,
      'b.html': page,
      'c.json': { ...known, html: page },
      'd.json': ARTICLE,
    });
    expect(lines.map(({ article, text }) => [article, typeof text])).toEqual([
      ['a', 'undefined'],
      ['b', 'string'],
      ['c', 'string'],
      ['d', 'undefined'],
    ]);
    for (const { text = TEXT, claims } of lines)
      expect(
        claims.map(({ evidence: [{ start, end }] }: { evidence: [ExtractedClaim['excerpt']] }) =>
          text.slice(start, end),
        ),
      ).toEqual([SURE, UNSURE]);
  });

  test('says why a file fails, and writes the others', async () => {
    const files = {
      'empty.txt': ' ',
      'a.txt': TEXT,
      'b.json': '{',
      'c.json': { title: 'x' },
      'd.pdf': 'x',
      'e.json': '{"text": 3}',
    };
    const { status, err, lines } = await extracted(files);
    expect(status).toBe(1);
    expect(lines.map(({ article }) => article)).toEqual(['a']);
    expect(err.split('\n').map((line) => line.slice(0, line.indexOf(':')))).toEqual([
      'empty.txt',
      'b.json',
      'c.json',
      'd.pdf',
      'e.json',
      '',
    ]);
    expect(err).toMatch(/^empty\.txt: holds no text$/m);
    expect(err).toMatch(/^d\.pdf: must end in \.txt, \.html or \.json; feeds in \.xml, \.rss, \.atom or \.json$/m);
    expect(err).toMatch(/^c\.json: .*raw_text/m);
  });

  test('refuses feeds, and says what takes them', async () => {
    const { status, err, lines } = await extracted({
      'a.xml': RSS,
      'b.json': JSON_FEED,
      'c.json': { ...ARTICLE, raw_text: `${TEXT} "version": "https://jsonfeed.org/version/1.1"` },
    });
    const refusal = 'is a feed, which may hold several articles: bring them with ingest';
    expect([status, err]).toEqual([1, `a.xml: ${refusal}\nb.json: ${refusal}\n`]);
    expect(lines.map(({ article }) => article)).toEqual(['c']);
  });

  test('a folder and a file that is not there are told too', () =>
    withFolder(async (folder) => {
      mkdirSync(join(folder, 'a.txt'));
      const { err, out, status } = extractOnCommandLine(
        [join(folder, 'a.txt'), join(folder, 'b.txt')],
        reader,
        entityOf,
      );
      expect([out, status]).toEqual(['', 1]);
      expect(err).toMatch(/a\.txt: cannot be read \(EISDIR[^\n]*\n.*b\.txt: cannot be read \(ENOENT/s);
    }));

  test('a file too large, and one that we fail at, are told and stop no other', () =>
    withFolder(async (folder) => {
      const paths = written(folder, { 'large.txt': 'a'.repeat(5_300_000), 'a.txt': TEXT });
      const failing: Reader = () => {
        throw new RangeError('on purpose');
      };
      expect(extractOnCommandLine(paths, reader, entityOf)).toMatchObject({
        err: `${paths[0]}: is larger than 5,242,880 bytes\n`,
        out: expect.stringContaining('"article":"a"'),
      });
      const { err } = extractOnCommandLine(paths, failing, entityOf);
      expect(err).toContain(`${paths[1]}: failed on our side (on purpose)\n`);
    }));

  test('an article that is not read to its end is named, and is no failure', async () => {
    const { status, err, lines } = await extracted({
      'long.txt': `${TEXT}${'It rained through the night and all the next day. '.repeat(2_000)}`,
    });
    expect([status, lines.length]).toEqual([0, 1]);
    expect(err).toMatch(/^long\.txt: only the first 80,\d{3} characters were read\n$/);
  });

  test('prints nothing that a terminal would act on', async () => {
    const { lines } = await extracted({ 'a.txt': TEXT.replace('two of', '\u001b[31mtwo\u202e \u200bof') });
    expect(lines[0].claims[1].line).toContain('said that [31mtwo of them');
  });
});

async function aStore() {
  const database = openDatabase(':memory:', EVENT_RULES);
  if (!database.ok) throw new Error(`cannot open: ${database.error.kind}`);
  const [claims, gazetteer] = [sqliteClaimStore(database.value), sqliteGazetteer(database.value)];
  await gazetteer.replace('names.json', '1', ENTITIES);
  const values = (name: string) => keyvOver(database.value, name);
  const more = { faults: () => [], startedAtMs: ASKED_AT_MS, version: '1', report: unexpected };
  const app = createApp({
    ...{
      claims,
      gazetteer,
      health: sqliteSourceHealth(database.value),
      trust: NO_TRUST,
      sources: NO_SOURCES,
      digests: NO_DIGESTS,
      tracks: NO_TRACKS,
      ...correctionsOver(database.value),
      erasing: NO_ERASING,
    },
    ...{ settings: values('settings'), briefs: values('briefs'), members: values('members'), readMessage: unread },
    ...more,
  });
  return { claims, app };
}

describe('ingest', () => {
  const ingested = (files: Readonly<Record<string, unknown>>, committed: readonly ArticleFile[] = []) =>
    withFolder(async (folder) => {
      const { claims, app } = await aStore();
      const paths = written(folder, files);
      const { out, err, status } = await ingestOnCommandLine(paths, readers, claims, committed);
      return { out: out.replaceAll(`${folder}/`, ''), err: err.replaceAll(`${folder}/`, ''), status, claims, app };
    });

  test('what it stored is answered, in our words and in the article’s own, with the quotes as evidence', async () => {
    const { app } = await ingested({ 'drones.json': ARTICLE });
    const { page } = await summary.run({ query: 'kharkiv' }, app, aCall());
    const lines = toText(page)
      .split('\n')
      .filter((line) => line.startsWith('  * '));
    expect(lines).toEqual(['  * Russia attacked Kharkiv with drones. [1]', `  * The mayor: “${UNSURE}” [1]`]);
    expect(toText(page)).toContain('Lines in quotation marks are the articles’ own words');
    const action = page.actions.flat().find(({ action: one }) => one.includes(':evidence:'))?.action ?? '';
    const press = { rest: action.slice('summary:'.length), onPrivate: false, byAsker: true };
    const evidence = toText((await summary.press?.(press, app, aCall()))!.page);
    expect(evidence).toContain(`* Russia attacked Kharkiv with drones. (our words)`);
    for (const words of [SURE, UNSURE]) expect(evidence).toContain(`    > ${words}`);
  });

  test('says in a line what it did; the same again does nothing, another text at the address replaces it', async () => {
    const longer = { ...ARTICLE, raw_text: `${TEXT}\nIt rained.` };
    const files = {
      'a.json': ARTICLE,
      'b.json': ARTICLE,
      'c.json': longer,
      'd.txt': 'Nothing of note happened.',
      'e.txt': ' ',
    };
    const { out, err, status, claims } = await ingested(files);
    const id = out.match(/[0-9a-f]{16}/)?.[0];
    expect(out.split('\n').slice(0, 3)).toEqual([
      `a.json: added as ${id}, 2 claims: 1 in our words, 1 as excerpts`,
      `b.json: unchanged as ${id}, 2 claims: 1 in our words, 1 as excerpts`,
      `c.json: replaced ${id}, 2 claims: 1 in our words, 1 as excerpts`,
    ]);
    expect([out.split('\n')[3], err, status]).toEqual([
      expect.stringMatching(/^d\.txt: added as .*, 0 claims/),
      'e.txt: holds no text\n',
      1,
    ]);
    expect(await claims.status(OPERATOR)).toMatchObject({ articles: 2, claims: 2 });
  });

  test('an article that is not read to its end is told', async () => {
    const { out, err, status } = await ingested({
      'long.txt': `${TEXT}${'It rained through the night and all the next day. '.repeat(2_000)}`,
    });
    expect(out).toMatch(/^long\.txt: added as .*, 2 claims: .*; only the first 80,\d{3} characters were read\n$/);
    expect([err, status]).toEqual(['', 0]);
  });

  test.for([
    { name: 'feed.xml', content: RSS },
    { name: 'feed.rss', content: RSS },
    { name: 'feed.atom', content: ATOM },
    { name: 'feed.json', content: JSON_FEED },
  ])('each entry of $name becomes an article; one that cannot be read stops no other', async ({ name, content }) => {
    const { out, err, status, claims } = await ingested({ [name]: content });
    expect(out).toMatch(
      new RegExp(`^${name}, entry 1: added as .*, 2 claims: .*\n${name}, entry 3: added as .*, 0 claims: .*\n$`),
    );
    expect([err, status]).toEqual([`${name}, entry 2: holds no text\n`, 1]);
    const ids = await claims.articleIds(OPERATOR);
    expect(ids.length).toBe(2);
  });

  test('what is no feed is told', async () => {
    const { out, err, status } = await ingested({ 'a.xml': '<page>Drones</page>' });
    expect([out, err, status]).toEqual(['', 'a.xml: is no readable RSS, Atom, RDF or JSON Feed\n', 1]);
  });

  test('leaves an article of the data folder to it', async () => {
    const result = reader({ kind: 'txt', body: TEXT, url: null });
    if (!result.ok) throw new Error(result.error.kind);
    const committed = { ...result.value.file, article: { ...result.value.file.article, id: 'committed' } };
    const { out, claims } = await ingested({ 'a.json': ARTICLE }, [committed]);
    expect(out).toBe('a.json: left as the data folder has it, under committed\n');
    expect(await claims.articleIds(OPERATOR)).toEqual([]);
  });
});
