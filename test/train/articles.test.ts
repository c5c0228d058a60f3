import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type ReadText, readAnnotated, readExtra } from '../../src/train/articles.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'sitrep-annotated-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

function put(path: string, content: string): string {
  const file = join(FOLDER, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const CLAIM = { type: 'visit', spans: [[0, 9]], visitor: 'lee' };
const TEXT = { title: 'A visit', publisher: 'The Daily', date: '2024-05-15T10:00:00Z', raw_text: 'Lee came.' };

put('eval/gold/b.json', JSON.stringify({ language: 'uk', claims: [] }));
put('eval/corpus/b.json', JSON.stringify({ raw_text: 'Лі приїхала.' }));
put('eval/gold/a.json', JSON.stringify({ claims: [CLAIM] }));
put('eval/corpus/a.json', JSON.stringify({ ...TEXT, cluster: 'lee-visit', language: 'en' }));
put('eval/gold/seed.json', JSON.stringify({ language: 'en', claims: [] }));
put('seeds/seed.txt', 'Lee left.');
put('seeds/index.json', JSON.stringify([{ id: 'seed', title: 'Gone', publisher: 'Weekly', published: '2024-06-01' }]));
put('eval/pool/pool.jsonl', `${JSON.stringify({ id: 'p1', raw_text: 'Lee slept.' })}\n`);

/** Takes every text as it is. */
const plain: ReadText = ({ title = null, publisher = null, date, language, raw_text }) => ({
  title,
  publisher,
  text: raw_text,
  language: language ?? 'en',
  publishedOn: date?.slice(0, 10) ?? null,
  boilerplate: [],
});

describe('annotated articles', () => {
  const [a, b, seed] = readAnnotated(FOLDER, plain);

  test('come in the order of their names, to be tested with', () => {
    expect(readAnnotated(FOLDER, plain).map(({ id, extra }) => [id, extra])).toEqual([
      ['a', false],
      ['b', false],
      ['seed', false],
    ]);
  });

  test('are read as an extractor gets them', () => {
    const { title, publisher } = TEXT;
    const reading = { title, publisher, text: 'Lee came.', language: 'en', publishedOn: '2024-05-15', boilerplate: [] };
    expect(a).toMatchObject({ cluster: 'lee-visit', reading, gold: [CLAIM] });
  });

  test('without a cluster are their own, and have the language of their annotation', () => {
    expect(b).toMatchObject({ cluster: 'b', reading: { title: null, publishedOn: null, language: 'uk' } });
  });

  test('of the seeds have their text and their day there', () => {
    expect(seed?.reading).toMatchObject({ title: 'Gone', text: 'Lee left.', publishedOn: '2024-06-01' });
  });
});

describe('further articles', () => {
  test('have their text in the pool and are never tested with; those that it lacks are left out', () => {
    const lines = ['p1', 'gone'].map((id) => JSON.stringify({ id, claims: [CLAIM] }));
    const read = readExtra(FOLDER, put('annotations.jsonl', `${lines.join('\n')}\n`), plain);
    expect(read).toMatchObject([
      { id: 'p1', extra: true, reading: { text: 'Lee slept.', language: 'en' }, gold: [CLAIM] },
    ]);
  });

  test('of a broken line are refused', () => {
    const broken = put('broken.jsonl', JSON.stringify({ id: 'p1', claims: [{ type: 'visit' }] }));
    expect(() => readExtra(FOLDER, broken, plain)).toThrow(/spans/);
  });
});
