/**
 * Extracts claims from invented articles: `extraction-process.ts ARTICLES`; with `bare` behind it, has wink-nlp take them
 * apart and does nothing with it.
 */
import model from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { createExtractor } from '../../src/extract/extract.ts';
import { knowledgeOnDemand, readModel } from '../../src/extraction-data.ts';
import { DATA_FOLDER } from '../../src/place.ts';
import { readGazetteerFiles } from '../../src/store/gazetteer-files.ts';
import { type InventedArticle, inventedArticle } from './invented-articles.ts';
import { tell, timeEach } from './timed.ts';

const ARTICLE_CHARS = 5_000;
const WARM_UP_ARTICLES = 200;

type Step = (article: InventedArticle) => unknown;

function extraction(): Step {
  const entities = readGazetteerFiles(DATA_FOLDER).files.flatMap((file) => file.entities);
  const extract = createExtractor(knowledgeOnDemand(DATA_FOLDER, entities), readModel(DATA_FOLDER));
  const given = { language: 'en', publishedOn: '2024-05-15', publisher: null, boilerplate: [] };
  return (article) => extract({ ...article, ...given });
}

function bare(): Step {
  const nlp = winkNlp(model, ['sbd', 'pos']);
  return ({ text }) => nlp.readDoc(text);
}

const [, , articles, peer] = process.argv;
const startedAt = performance.now();
const step = peer === 'bare' ? bare() : extraction();
const openMs = performance.now() - startedAt;
const numbered = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => inventedArticle(from + at, ARTICLE_CHARS));
await timeEach(numbered(1_000_000, Math.min(WARM_UP_ARTICLES, Number(articles))), step);
tell(openMs, await timeEach(numbered(1, Number(articles)), step));
