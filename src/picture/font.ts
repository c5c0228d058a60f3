/** How wide letters are, and which there are. */
export interface Font {
  /** Advance in em of a letter by its code point; undefined where the font does not have it. */
  readonly advanceOf: (codePoint: number) => number | undefined;
}

/** Tables of an sfnt file by tag: https://learn.microsoft.com/en-us/typography/opentype/spec/otff */
type Tables = ReadonlyMap<string, DataView>;

/**
 * Reads what a text's width takes from a TrueType file; kerning is not looked at.
 * Throws where a table is missing or the letters are not listed in the usual way (format 4).
 */
export function readFont(bytes: Uint8Array): Font {
  const tables = readTables(bytes);
  const unitsPerEm = tableOf(tables, 'head').getUint16(18);
  const glyphs = readGlyphs(tableOf(tables, 'cmap'));
  const advances = readAdvances(tables);
  return {
    advanceOf: (codePoint) => {
      const glyph = glyphs.get(codePoint);
      return glyph === undefined ? undefined : (advances[Math.min(glyph, advances.length - 1)] ?? 0) / unitsPerEm;
    },
  };
}

function readTables(bytes: Uint8Array): Tables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = Array.from({ length: view.getUint16(4) }, (_, n) => 12 + 16 * n);
  return new Map(
    entries.map((at) => {
      const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
      return [tag, new DataView(bytes.buffer, bytes.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12))];
    }),
  );
}

function tableOf(tables: Tables, tag: string): DataView {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`the font has no table ${tag}`);
  return table;
}

/** By glyph; the last one holds for all glyphs after it. */
function readAdvances(tables: Tables): readonly number[] {
  const metrics = tableOf(tables, 'hmtx');
  const count = tableOf(tables, 'hhea').getUint16(34);
  return Array.from({ length: count }, (_, glyph) => metrics.getUint16(4 * glyph));
}

const UNICODE_BMP_FORMAT = 4;

/** Glyphs by code point: https://learn.microsoft.com/en-us/typography/opentype/spec/cmap#format-4-segment-mapping-to-delta-values */
function readGlyphs(cmap: DataView): ReadonlyMap<number, number> {
  const starts = Array.from({ length: cmap.getUint16(2) }, (_, n) => cmap.getUint32(4 + 8 * n + 4));
  const at = starts.find((start) => cmap.getUint16(start) === UNICODE_BMP_FORMAT);
  if (at === undefined) throw new Error('the font lists its letters in an unknown way');
  const doubled = cmap.getUint16(at + 6);
  const segments = Array.from({ length: doubled / 2 }, (_, n) => at + 14 + 2 * n);
  return new Map(segments.flatMap((end) => readSegment(cmap, end, doubled)));
}

/** @param end where the segment's last code point stands; start, delta and offset follow a column's width apart */
function readSegment(cmap: DataView, end: number, doubled: number): readonly (readonly [number, number])[] {
  const first = cmap.getUint16(end + 2 + doubled);
  const delta = cmap.getUint16(end + 2 + 2 * doubled);
  const offsetAt = end + 2 + 3 * doubled;
  const offset = cmap.getUint16(offsetAt);
  const codePoints = Array.from({ length: cmap.getUint16(end) - first + 1 }, (_, n) => first + n);
  return codePoints.flatMap((codePoint) => {
    const raw = offset === 0 ? codePoint : cmap.getUint16(offsetAt + offset + 2 * (codePoint - first));
    const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff;
    return glyph === 0 || codePoint === 0xffff ? [] : [[codePoint, glyph] as const];
  });
}
