import { beforeAll, expect, test } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { Ask } from '../../../src/asked.ts';
import type { ArticleFile } from '../../../src/domain/article-file.ts';
import { refsOf } from '../../../src/domain/claim.ts';
import type { Entity } from '../../../src/domain/entity.ts';
import { OPERATOR } from '../../../src/domain/scope.ts';
import { DATA_FOLDER } from '../../../src/place.ts';
import { readArticleFiles } from '../../../src/store/article-files.ts';
import { committedEntities } from '../../support/committed-knowledge.ts';
import { storedApp } from '../../support/stored-app.ts';

let files: readonly ArticleFile[];
let entities: readonly Entity[];

beforeAll(() => {
  files = readArticleFiles(DATA_FOLDER).files.map(({ content }) => content);
  const named = new Set(files.flatMap(({ claims }) => claims.flatMap(refsOf)));
  entities = committedEntities().filter(
    ({ id, code = '', kind }) => named.has(id) || named.has(code) || kind === 'country',
  );
});

const DEC_1 = Date.UTC(2024, 11, 1);

const asking = (query: string): Ask => ({
  form: 'summary',
  query,
  filters: {},
  about: 'everything',
  // One that ends now is looked up each time.
  period: { lastHours: 366 * 24 },
  language: 'en',
  scope: OPERATOR,
  nowMs: DEC_1,
});

const QUERIES = ['topic:aid', 'id:ukraine', 'offensive'];

const answersOf = async (app: App, queries = QUERIES): Promise<string> =>
  JSON.stringify(await Promise.all(queries.map((query) => app.ask(asking(query)))));

test('a hundred answers at one instant are the same bytes', async () => {
  const app = await storedApp(files, [], entities);
  const first = await answersOf(app, ['id:antony-blinken']);
  for (let run = 0; run < 99; run += 1) expect(await answersOf(app, ['id:antony-blinken'])).toBe(first);
});

test('answers are the same bytes whatever order the store was built in', async () => {
  const first = await answersOf(await storedApp(files, [], entities));
  for (const order of [files.toReversed(), [...files.slice(2), ...files.slice(0, 2)]])
    expect(await answersOf(await storedApp(order, [], entities))).toBe(first);
});
