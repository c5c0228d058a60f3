import type { Brief } from '../../domain/brief.ts';
import type { FileBlock } from '../../domain/page.ts';
import { csvPieces } from './csv.ts';
import { jsonPieces } from './json.ts';
import { markdownPieces } from './markdown.ts';
import { fitPieces, type Pieces } from './pieces.ts';
import { type ExportRecord, recordsOf } from './record.ts';

export const EXPORT_FORMATS = ['csv', 'json', 'md'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What each goes by where files are sent: https://www.iana.org/assignments/media-types */
const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

export interface ExportFile {
  readonly file: FileBlock;
  readonly records: number;
  /** Records that had no room. */
  readonly leftOut: number;
}

/**
 * An answer as a file that is named after its form and id.
 * @param mostBytes of the file in UTF-8; what goes beyond it is left out by whole records from the end
 */
export function exportFile(brief: Brief, format: ExportFormat, mostBytes: number): ExportFile {
  const records = recordsOf(brief);
  const { text, leftOut } = fitPieces(piecesOf(brief, records, format), mostBytes);
  const name = `sitrep-${brief.question.form}-${brief.id}.${format}`;
  return { file: { kind: 'file', name, type: TYPES[format], text }, records: records.length - leftOut, leftOut };
}

function piecesOf(brief: Brief, records: readonly ExportRecord[], format: ExportFormat): Pieces {
  switch (format) {
    case 'csv':
      return csvPieces(records);
    case 'json':
      return jsonPieces(brief, records);
    case 'md':
      return markdownPieces(brief, records);
  }
}
