import type { Entity } from './domain/entity.ts';
import { createExtractor } from './extract/extract.ts';
import { knowledgeOnDemand, readModel } from './extraction-data.ts';
import { createToldExtractor } from './model-claims/told-extractor.ts';
import { createFeedReader, createReader, createTextReader, type Readers, type TextReader } from './reader.ts';
import { readReadingLexicon } from './reading-lexicon.ts';
import { readGazetteerFiles } from './store/gazetteer-files.ts';
import { createToldReader, type ToldReader } from './told-reader.ts';

interface OpenReader extends Readers {
  readonly textReader: TextReader;
  /** For what a model says of an article. */
  readonly toldReader: ToldReader;
  /** What the gazetteer has by an id or code. */
  readonly entityOf: (ref: string) => Entity | undefined;
}

/** All that reading articles needs, from the data folder and without a database. Takes about a second. */
export function openReader(dataDir: string): OpenReader {
  const entities = readGazetteerFiles(dataDir).files.flatMap((file) => file.entities);
  const entityOf = byRef(entities);
  const [knowledge, model] = [knowledgeOnDemand(dataDir, entities), readModel(dataDir)];
  const extract = createExtractor(knowledge, model);
  const knows = (ref: string): boolean => entityOf(ref) !== undefined;
  const parts = { lexicon: readReadingLexicon(dataDir), extract, knows };
  const [reader, feedReader, textReader] = [createReader(parts), createFeedReader(parts), createTextReader(parts)];
  const toldReader = createToldReader(parts, createToldExtractor(knowledge, model));
  return { reader, feedReader, textReader, toldReader, entityOf };
}

/** By id, else by code; of several the first. */
function byRef(entities: readonly Entity[]): (ref: string) => Entity | undefined {
  const [byId, byCode] = [new Map<string, Entity>(), new Map<string, Entity>()];
  for (const entity of entities) {
    if (!byId.has(entity.id)) byId.set(entity.id, entity);
    if (entity.code !== undefined && !byCode.has(entity.code)) byCode.set(entity.code, entity);
  }
  return (ref) => byId.get(ref) ?? byCode.get(ref);
}
