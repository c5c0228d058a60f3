import { beforeAll, expect, test } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { Ask } from '../../../src/asked.ts';
import type { ArticleFile } from '../../../src/domain/article-file.ts';
import type { Entity } from '../../../src/domain/entity.ts';
import { OPERATOR } from '../../../src/domain/scope.ts';
import { DATA_FOLDER } from '../../../src/place.ts';
import { readArticleFiles } from '../../../src/store/article-files.ts';
import { readGazetteerFiles } from '../../../src/store/gazetteer-files.ts';
import { ASKED_AT_MS } from '../../support/briefs.ts';
import { storedApp } from '../../support/stored-app.ts';

let files: readonly ArticleFile[];
let entities: readonly Entity[];

beforeAll(() => {
  files = readArticleFiles(DATA_FOLDER).files.map(({ content }) => content);
  entities = readGazetteerFiles(DATA_FOLDER).files.flatMap((file) =>
    file.file.endsWith('.json') ? file.entities : [],
  );
});

const asking = (query: string): Ask => ({
  form: 'summary',
  query,
  filters: {},
  about: 'everything',
  period: { everything: true },
  language: 'en',
  scope: OPERATOR,
  nowMs: ASKED_AT_MS,
});

const QUERIES = ['ukraine', 'topic:aid', 'id:antony-blinken', 'offensive'];

const answersOf = async (app: App): Promise<string> =>
  JSON.stringify(await Promise.all(QUERIES.map((query) => app.ask(asking(query)))));

test('a hundred answers at one instant are the same bytes, and so are those of a store built in any order', async () => {
  const app = await storedApp(files, [], entities);
  const first = await answersOf(app);
  for (let run = 0; run < 99; run += 1) expect(await answersOf(app)).toBe(first);
  for (const order of [files.toReversed(), [...files.slice(2), ...files.slice(0, 2)]])
    expect(await answersOf(await storedApp(order, [], entities))).toBe(first);
});
