/** The same questions to MiniSearch over the same claims' texts: `minisearch-process.ts ARTICLES QUERIES`. */
import MiniSearch from 'minisearch';
import type { ArticleFile } from '../../src/domain/article-file.ts';
import { refsOf } from '../../src/domain/claim.ts';
import { sentenceOf } from '../support/claims.ts';
import { type SyntheticStore, syntheticStore } from '../support/synthetic.ts';
import { type BenchQuery, benchQueries } from './queries.ts';
import { tell, timeEach } from './timed.ts';

const TOP = 100;
const WARM_UP = 5;

/** What our own word index holds, and the names by which we find claims otherwise: of what they refer to and what is around it. */
function* documents(store: SyntheticStore, articles: number) {
  const names = namesOf(store);
  for (let index = 0; index < articles; index += 1) {
    const file = store.file(index);
    for (const [at, { id, text }] of textsOf(file, names).entries()) yield { id: `${index}/${at}/${id}`, text };
  }
}

function textsOf({ article, claims }: ArticleFile, names: ReadonlyMap<string, string>) {
  return claims.map((claim) => {
    const named = refsOf(claim).map((ref) => names.get(ref) ?? '');
    return {
      id: claim.id,
      text: [sentenceOf(claim).en, sentenceOf(claim).uk, article.title, claim.type, ...named].join(' '),
    };
  });
}

/** By id or code: its English name, and those of all that contain it. */
function namesOf({ entities }: SyntheticStore): ReadonlyMap<string, string> {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const around = (id: string): string => {
    const entity = byId.get(id);
    return entity ? [entity.names.en, ...entity.within.map(around)].join(' ') : '';
  };
  return new Map(entities.flatMap(({ id, code }) => [id, ...(code ? [code] : [])].map((ref) => [ref, around(id)])));
}

const [, , articles, queries] = process.argv.map(Number);
const store = syntheticStore(articles ?? 0);
const index = new MiniSearch({ fields: ['text'], searchOptions: { combineWith: 'AND' } });
const startedAt = performance.now();
for (const document of documents(store, articles ?? 0)) index.add(document);
const openMs = performance.now() - startedAt;

const search = ({ words }: BenchQuery) => index.search(words).slice(0, TOP);
await timeEach(benchQueries(articles ?? 0, WARM_UP, 'warm-up'), search);
tell(openMs, await timeEach(benchQueries(articles ?? 0, queries ?? 0, 'mix'), search));
