/**
 * Builds `map/borders.json.gz` and `map/names.tsv`: data/README.md says from what.
 *
 *     node data/build-map.ts <world_map.gpkg> <cities500.txt>
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readGazetteerFiles } from '../src/store/gazetteer-files.ts';
import { buildBorders, readRegions } from './build/borders.ts';
import { buildNames } from './build/map-names.ts';
import { identified } from './build/region-ids.ts';

const DATA = import.meta.dirname;

function write(name: string, bytes: Uint8Array): void {
  writeFileSync(join(DATA, 'map', name), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}

function build(worldPath: string, citiesPath: string): void {
  const places = readGazetteerFiles(DATA).files.flatMap(({ entities }) => entities);
  const regions = identified(readRegions(worldPath), places);
  write('borders.json.gz', gzipSync(JSON.stringify(buildBorders(regions, worldPath)), { level: 9 }));
  write('names.tsv', Buffer.from(`${buildNames(regions, places, citiesPath).join('\n')}\n`));
}

const [worldPath, citiesPath] = process.argv.slice(2);
if (worldPath === undefined || citiesPath === undefined) {
  console.error('usage: node data/build-map.ts <world_map.gpkg> <cities500.txt>');
  process.exitCode = 2;
} else build(worldPath, citiesPath);
