import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Claim } from '../../src/domain/claim.ts';
import {
  checkEvidence,
  checkRefs,
  type LoadedArticle,
  parseArticleFile,
  readArticleFiles,
} from '../../src/store/article-files.ts';
import { aClaim, anArticleFile, anExcerpt } from '../support/claims.ts';

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sitrep-articles-'));
  mkdirSync(join(dataDir, 'articles'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(dataDir, 'articles', name), content);
const json = (content: unknown): string => JSON.stringify(content);
const good = (id: string): string => json(anArticleFile({ id }));

describe('reading', () => {
  test('files come in name order with the digest of their bytes; other files are not looked at', () => {
    put('zulu.json', good('zulu'));
    put('alpha.json', good('alpha'));
    put('notes.txt', 'not an article');
    const { files, faults } = readArticleFiles(dataDir);
    expect(faults).toEqual([]);
    expect(files.map(({ file, digest }) => [file, digest])).toEqual([
      ['articles/alpha.json', sha256(good('alpha'))],
      ['articles/zulu.json', sha256(good('zulu'))],
    ]);
    expect(files[0]?.content).toEqual(anArticleFile({ id: 'alpha' }));
  });

  test('a broken file, a folder and a stranger’s name are set aside, the rest loads', () => {
    put('alpha.json', '{');
    put('beta.json', good('gamma'));
    put('gamma.json', good('gamma'));
    mkdirSync(join(dataDir, 'articles', 'delta.json'));
    const { files, faults } = readArticleFiles(dataDir);
    expect(files.map(({ file }) => file)).toEqual(['articles/gamma.json']);
    expect(faults).toEqual([
      {
        file: 'articles/alpha.json',
        field: '',
        problem: expect.stringMatching(/^is not JSON in UTF-8: mend its syntax/),
      },
      {
        file: 'articles/beta.json',
        field: 'article.id',
        problem: expect.stringContaining('rename the file to articles/gamma.json'),
      },
      { file: 'articles/delta.json', field: '', problem: expect.stringMatching(/^cannot be read/) },
    ]);
  });

  test('no folder at all is one fault', () => {
    rmSync(join(dataDir, 'articles'), { recursive: true });
    expect(readArticleFiles(dataDir)).toEqual({
      files: [],
      faults: [{ file: 'articles', field: '', problem: expect.stringMatching(/^cannot be listed/) }],
    });
  });

  test('bytes that are no UTF-8 are refused', () => {
    const bytes = Buffer.from(good('alpha').replace('The Daily', 'The D\u00e4ily'), 'latin1');
    expect(parseArticleFile('articles/alpha.json', bytes).faults).toMatchObject([
      { field: '', problem: expect.stringMatching(/UTF-8/) },
    ]);
  });

  test('whatever the bytes, parsing gives a value or faults, never both, and never throws', () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.json().map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(bytes, (some) => {
        const { value, faults } = parseArticleFile('articles/alpha.json', some);
        expect(value === undefined).toBe(faults.length > 0);
      }),
    );
  });
});

type Broken = Record<string, unknown>;
const visit = aClaim<'visit'>({ type: 'visit' });
const [spot] = visit.evidence;

/** A file with one claim, one field of which is replaced; undefined takes it out. */
const withClaim = (change: Broken): Broken => ({
  ...anArticleFile({ id: 'alpha' }),
  claims: [{ ...visit, ...change }],
});
const withArticle = (change: Broken): Broken => {
  const file = anArticleFile({ id: 'alpha' });
  return { ...file, article: { ...file.article, ...change } };
};

test.for([
  {
    name: 'of another schema',
    file: { ...anArticleFile({ id: 'alpha' }), schema: 2 },
    field: 'schema',
    problem: 'must be 1',
  },
  {
    name: 'with a field nobody knows',
    file: { ...anArticleFile({ id: 'alpha' }), claim: [] },
    field: 'claim',
    problem: 'is not a known field',
  },
  { name: 'that is a list', file: [], field: '', problem: 'must be a group in { }' },
  {
    name: 'without a title',
    file: withArticle({ title: undefined }),
    field: 'article.title',
    problem: 'is missing: give a string',
  },
  {
    name: 'with a script for a link',
    file: withArticle({ url: 'javascript:alert(1)' }),
    field: 'article.url',
    problem: 'must be a valid url',
  },
  {
    name: 'with a day that is none',
    file: withArticle({ published: { at: '2024-02-30', basis: 'url', note: 'x' } }),
    field: 'article.published.at',
    problem: 'must be a valid date',
  },
  {
    name: 'with half a character of text',
    file: withArticle({ text: { sha256: sha256(''), chars: 0.5 } }),
    field: 'article.text.chars',
    problem: 'must be a whole number',
  },
  {
    name: 'with a type nobody knows',
    file: withClaim({ type: 'rumour' }),
    field: 'claims[0].type',
    problem: 'must be one of aid, move, strike, visit, impact, statement',
  },
  {
    name: 'with a place that is no id',
    file: withClaim({ place: ['kyiv', 'Kyiv city'] }),
    field: 'claims[0].place[1]',
    problem: 'must be a kebab-case id or a code such as UA',
  },
  {
    name: 'with nobody visiting',
    file: withClaim({ visitor: [] }),
    field: 'claims[0].visitor',
    problem: 'is too short: give at least 1',
  },
  {
    name: 'with a number below none',
    file: withClaim({ count: { value: -1, op: 'eq' } }),
    field: 'claims[0].count.value',
    problem: 'must be at least 0',
  },
  {
    name: 'with evidence that ends before it starts',
    file: withClaim({ evidence: [{ ...spot, start: 9, end: 9 }] }),
    field: 'claims[0].evidence[0].end',
    problem: 'must end after it starts',
  },
  {
    name: 'with evidence beyond the text',
    file: withClaim({ evidence: [{ ...spot, end: 5_001 }] }),
    field: 'claims[0].evidence[0].end',
    problem: 'ends after the text does',
  },
  {
    name: 'with a hash that is none',
    file: withClaim({ evidence: [{ ...spot, sha256: 'F00' }] }),
    field: 'claims[0].evidence[0].sha256',
    problem: 'must be a SHA-256 in lower-case hex',
  },
  {
    name: 'without a Ukrainian sentence',
    file: withClaim({ sentence: { en: 'Something happened.' } }),
    field: 'claims[0].sentence.uk',
    problem: 'is missing: give a string',
  },
  {
    name: 'with a claim that nobody makes',
    file: withClaim({ epi: 'claimed' }),
    field: 'claims[0].attr',
    problem: 'must name who says it, unless it is asserted',
  },
  {
    name: 'with a spelling of no id',
    file: withClaim({ surface: { 'two words': 'x' } }),
    field: 'claims[0].surface.two words',
    problem: 'must be a kebab-case id or a code such as UA',
  },
  {
    name: 'with an excerpt of a text that is not there',
    file: { ...anArticleFile({ id: 'alpha' }), claims: [anExcerpt({ start: 0, end: 9 })] },
    field: 'claims[0].mode',
    problem: 'must not be excerpt: no text is kept here to print it from',
  },
  {
    name: 'with one id twice',
    file: { ...anArticleFile({ id: 'alpha' }), claims: [visit, visit] },
    field: 'claims[1].id',
    problem: 'repeats the id c1',
  },
])('a file $name is refused at $field', ({ file, field, problem }) => {
  const { value, faults } = parseArticleFile('articles/alpha.json', Buffer.from(json(file)));
  expect(value).toBeUndefined();
  expect(faults).toEqual([{ file: 'articles/alpha.json', field, problem: expect.stringContaining(problem) }]);
});

const loaded = (claims: readonly Claim[]): LoadedArticle => {
  return { file: 'articles/alpha.json', digest: sha256(''), content: anArticleFile({ id: 'alpha' }, claims) };
};

describe('references', () => {
  const spoken = { epi: 'attributed', attr: { who: 'nobody', side: 'XX' } } as const;
  test.for<{ name: string; claim: Claim; fields: readonly string[] }>([
    { name: 'an attacker', claim: aClaim({ actor: 'XX' }), fields: ['actor'] },
    { name: 'no attacker', claim: aClaim({ actor: null }), fields: [] },
    { name: 'one of two places', claim: aClaim({ place: ['kharkiv', 'nowhere'] }), fields: ['place[1]'] },
    {
      name: 'visitor and host',
      claim: aClaim<'visit'>({ type: 'visit', visitor: ['nobody'], host: ['no-one'] }),
      fields: ['visitor[0]', 'host[0]'],
    },
    {
      name: 'donor, recipient, requester and place of aid',
      claim: aClaim<'aid'>({ type: 'aid', donor: ['XX'], recipient: 'YY', requester: 'nobody', place: ['nowhere'] }),
      fields: ['donor[0]', 'recipient', 'requester', 'place[0]'],
    },
    {
      name: 'ways of a move',
      claim: aClaim<'move'>({ type: 'move', from: ['nowhere'], to: ['nowhere'] }),
      fields: ['from[0]', 'to[0]'],
    },
    { name: 'a speaker', claim: aClaim<'statement'>({ type: 'statement', speaker: 'nobody' }), fields: ['speaker'] },
    { name: 'who says it and for whom', claim: aClaim(spoken), fields: ['attr.who', 'attr.side'] },
    { name: 'a spelling', claim: aClaim({ surface: { nowhere: 'Nowhere' } }), fields: ['surface.nowhere'] },
  ])('$name', ({ claim, fields }) => {
    const known = new Set(['RU', 'UA', 'US', 'kharkiv', 'kyiv', 'vovchansk', 'antony-blinken', 'volodymyr-zelenskyy']);
    const faults = checkRefs([loaded([claim])], (ref) => known.has(ref));
    expect(faults.map(({ field }) => field)).toEqual(fields.map((field) => `claims[0].${field}`));
    for (const { problem } of faults) expect(problem).toMatch(/^names \S+, which no file of gazetteer has/);
  });
});

describe('evidence', () => {
  const text = 'A headline\n\n \nThe bridge is closed, officials said.\nIt is shut.\n';
  const words = 'The bridge is closed, officials said.';
  const start = text.indexOf(words);
  const right = {
    start,
    end: start + words.length,
    sha256: sha256(words),
    paragraph: 2,
    pointer: 'The bridge is closed',
  };
  const file = (change: Partial<typeof right>, over: { chars?: number; sha256?: string } = {}): LoadedArticle => ({
    file: 'articles/alpha.json',
    digest: sha256(''),
    content: anArticleFile({ id: 'alpha', text: { sha256: sha256(text), chars: text.length, ...over } }, [
      aClaim({ evidence: [right, { ...right, ...change }] }),
    ]),
  });

  test.for([
    { name: 'as it is', change: {}, field: null, problem: '' },
    { name: 'whose words are others', change: { end: right.end - 1 }, field: 'sha256', problem: 'must be ' },
    { name: 'in another paragraph', change: { paragraph: 4 }, field: 'paragraph', problem: 'must be 2' },
    {
      name: 'with words from elsewhere',
      change: { pointer: 'bridge is closed' },
      field: 'pointer',
      problem: 'first words',
    },
    { name: 'beyond the text', change: { end: text.length + 1 }, field: 'end', problem: `at most ${text.length}` },
  ])('$name', ({ change, field, problem }) => {
    const expected = {
      file: 'articles/alpha.json',
      field: `claims[0].evidence[1].${field}`,
      problem: expect.stringContaining(problem),
    };
    expect(checkEvidence(file(change), text)).toEqual(field === null ? [] : [expected]);
  });

  test('a pointer of more than seven words', () => {
    const long = 'One two three four five six seven eight.';
    const evidence = { start: 0, end: long.length, sha256: sha256(long), paragraph: 1, pointer: long.slice(0, -1) };
    const content = anArticleFile({ id: 'alpha', text: { sha256: sha256(long), chars: long.length } }, [
      aClaim({ evidence: [evidence] }),
    ]);
    expect(checkEvidence({ ...file({}), content }, long)).toMatchObject([
      { field: 'claims[0].evidence[0].pointer', problem: 'must have at most 7 words' },
    ]);
  });

  test('another text: its length and its hash', () => {
    const fields = checkEvidence(file({}, { chars: 1, sha256: sha256('') }), text).map((fault) => fault.field);
    expect(fields).toEqual(['article.text.chars', 'article.text.sha256']);
  });
});
