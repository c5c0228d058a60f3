import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, csvPieces } from '../../../src/render/export/csv.ts';
import { recordsOf } from '../../../src/render/export/record.ts';
import { anyBrief } from '../../support/briefs.ts';
import { hostileText } from '../../support/hostile-text.ts';

/** Reads RFC 4180, every cell in quotation marks; throws for anything else. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/y;
  for (let at = 0; at < csv.length; at = cell.lastIndex) {
    cell.lastIndex = at;
    const found = cell.exec(csv);
    if (!found) throw new Error(`no cell at ${at}: ${csv.slice(at, at + 40)}`);
    rows.at(-1)?.push((found[1] ?? '').replaceAll('""', '"'));
    if (found[2] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('a cell', () => {
  test.for([
    ['plain', '"plain"'],
    ['', '""'],
    ['say "no"', '"say ""no"""'],
    ['a,b\nc', '"a,b\nc"'],
    ['=1+1', `"'=1+1"`],
    ['+380', `"'+380"`],
    ['-5', `"'-5"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"' =1"`],
    ['\r=1', `"' =1"`],
    ['＝1', `"'＝1"`],
    ['\u200b=1', `"'=1"`],
    ['a=1', '"a=1"'],
    ['\u202etxt\u0000\u001b[31m', '"txt[31m"'],
  ])('of %j is %j', ([text = '', cell]) => {
    expect(csvCell(text)).toBe(cell);
  });

  test('never begins with what a spreadsheet program would run, and never ends before its end', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostileText,
          fc.string({ unit: 'binary' }),
          fc.string().map((s) => `=${s}`),
        ),
        (text) => {
          const cell = csvCell(text);
          expect(cell.slice(1, -1).replaceAll('""', '')).not.toContain('"');
          expect(cell.slice(1, -1)).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
          expect(cell.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        },
      ),
    );
  });
});

test('every record is a row with as many cells as the header, whatever is in it', () => {
  fc.assert(
    fc.property(anyBrief, (brief) => {
      const records = recordsOf(brief);
      const { head, pieces, tail } = csvPieces(records);
      expect(head.startsWith('\ufeff"event","relation"')).toBe(true);
      const [header = [], ...rows] = rowsOf((head + pieces.join('') + tail(3)).slice(1));
      expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([header.length]));
      const at = (column: string) => rows.map((row) => row[header.indexOf(column)]);
      expect(at('claim')).toEqual([...records.map(({ claim }) => claim), '']);
      expect(at('relation').at(-1)).toBe('left_out');
      expect(at('words').at(-1)).toBe('3');
      expect(
        at('slots')
          .slice(0, -1)
          .map((slots) => JSON.parse(slots ?? '')),
      ).toEqual(records.map(({ slots }) => JSON.parse(JSON.stringify(slots))));
    }),
    { numRuns: 30 },
  );
});
