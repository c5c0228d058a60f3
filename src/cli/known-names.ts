import type { Entity } from '../domain/entity.ts';
import { readGazetteerFiles } from '../store/gazetteer-files.ts';

/** Looks names up in the files of the data folder, without a database: by id, else by code, the first file's first. */
export function knownNames(dataDir: string): (ref: string) => Entity | undefined {
  const entities = readGazetteerFiles(dataDir).files.flatMap((file) => file.entities);
  const byId = new Map(entities.toReversed().map((entity) => [entity.id, entity]));
  const coded = entities.flatMap((entity) => (entity.code ? [[entity.code, entity] as const] : []));
  const byCode = new Map(coded.toReversed());
  return (ref) => byId.get(ref) ?? byCode.get(ref);
}
