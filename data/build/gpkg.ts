import { DatabaseSync } from 'node:sqlite';
import type { Position } from 'geojson';

/** One row of a layer: its columns, and the lines of its geometry, whatever they are put together to. */
interface Row<G> {
  readonly columns: Readonly<Record<string, unknown>>;
  readonly geometry: G;
}

/** Bytes of the bounding box in a GeoPackage's blob by the code in its flags: http://www.geopackage.org/spec131/#gpb_format */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];
const HEADER_BYTES = 8;
/** Byte order and type, before each geometry. */
const WKB_HEADER_BYTES = 5;

/** Reads well-known binary from the start, without a third dimension. */
interface Reader {
  readonly count: () => number;
  readonly position: () => Position;
  readonly skipHeader: () => void;
}

function readerOf(blob: Uint8Array): Reader {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  let at = HEADER_BYTES + (ENVELOPE_BYTES[(view.getUint8(3) >> 1) & 7] ?? 0);
  const littleEndian = view.getUint8(at) === 1;
  return {
    skipHeader: () => {
      at += WKB_HEADER_BYTES;
    },
    count: () => {
      at += 4;
      return view.getUint32(at - 4, littleEndian);
    },
    position: () => {
      at += 16;
      return [view.getFloat64(at - 16, littleEndian), view.getFloat64(at - 8, littleEndian)];
    },
  };
}

const many = <T>(reader: Reader, item: () => T): T[] => Array.from({ length: reader.count() }, item);
const lineOf = (reader: Reader): Position[] => many(reader, reader.position);

/** Rings of each polygon. */
function multiPolygonOf(reader: Reader): Position[][][] {
  reader.skipHeader();
  return many(reader, () => {
    reader.skipHeader();
    return many(reader, () => lineOf(reader));
  });
}

function multiLineOf(reader: Reader): Position[][] {
  reader.skipHeader();
  return many(reader, () => {
    reader.skipHeader();
    return lineOf(reader);
  });
}

/** @param read what is made of each geometry, from its header on */
function readLayer<G>(path: string, layer: string, read: (reader: Reader) => G): readonly Row<G>[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare(`SELECT * FROM "${layer}" ORDER BY fid`).all();
  return rows.flatMap(({ geom, ...columns }) =>
    geom instanceof Uint8Array ? [{ columns, geometry: read(readerOf(geom)) }] : [],
  );
}

/** The rows of a layer of a GeoPackage whose geometries are all of that type. */
export const readMultiPolygons = (path: string, layer: string): readonly Row<Position[][][]>[] =>
  readLayer(path, layer, multiPolygonOf);
export const readMultiLines = (path: string, layer: string): readonly Row<Position[][]>[] =>
  readLayer(path, layer, multiLineOf);
