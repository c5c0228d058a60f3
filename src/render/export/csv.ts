import { plainWords } from '../text.ts';
import type { Pieces } from './pieces.ts';
import type { ExportRecord } from './record.ts';

/** Without it, spreadsheet programs read UTF-8 as something else. */
const BOM = '\ufeff';
/** https://www.rfc-editor.org/rfc/rfc4180#section-2 */
const LINE_END = '\r\n';

type Column = readonly [name: string, cellOf: (record: ExportRecord) => string | number | boolean | null];

/** In an order that stays: new columns are added at the end. */
const COLUMNS: readonly Column[] = [
  ['event', ({ event }) => event],
  ['relation', ({ relation }) => relation],
  ['claim', ({ claim }) => claim],
  ['article', ({ article }) => article],
  ['topic', ({ topic }) => topic],
  ['type', ({ type }) => type],
  ['words', ({ words }) => words],
  ['mode', ({ mode }) => mode],
  ['slots', ({ slots }) => JSON.stringify(slots)],
  ['speaker', ({ speaker }) => speaker],
  ['speaker_name', ({ speakerName }) => speakerName],
  ['side', ({ side }) => side],
  ['via', ({ via }) => via],
  ['epistemic', ({ epistemic }) => epistemic],
  ['confirmation', ({ confirmation }) => confirmation],
  ['realis', ({ realis }) => realis],
  ['negated', ({ negated }) => negated],
  ['date', ({ date }) => date],
  ['date_text', ({ dateText }) => dateText],
  ['doubt', ({ doubt }) => doubt],
  ['publisher', ({ source }) => source.publisher],
  ['author', ({ source }) => source.author],
  ['title', ({ source }) => source.title],
  ['url', ({ source }) => source.url],
  ['published', ({ source }) => source.published?.at ?? null],
  ['published_basis', ({ source }) => source.published?.basis ?? null],
  ['language', ({ source }) => source.language],
  ['relays', ({ source }) => source.relays.join('; ')],
  ['paragraphs', ({ evidence }) => perSpan(evidence, ({ paragraph }) => paragraph)],
  ['offsets', ({ evidence }) => perSpan(evidence, ({ start, end }) => `${start}:${end}`)],
  ['quotes', ({ evidence }) => perSpan(evidence, ({ quote }) => quote ?? '')],
  ['pointers', ({ evidence }) => perSpan(evidence, ({ pointer }) => pointer)],
  ['sha256', ({ evidence }) => perSpan(evidence, ({ sha256 }) => sha256)],
  ['ownership', ({ source }) => source.ownership?.kind ?? null],
  ['owner', ({ source }) => source.ownership?.owner ?? null],
  ['owner_country', ({ source }) => source.ownership?.country ?? null],
  ['tier', ({ source }) => source.tier ?? 'usual'],
];

/** A line in the cell for each span, so that the lines of these columns belong together. */
const perSpan = (
  evidence: ExportRecord['evidence'],
  cellOf: (span: ExportRecord['evidence'][number]) => string | number,
): string => evidence.map((span) => plainWords(String(cellOf(span)))).join('\n');

/** The records as CSV: a header, then a row for each; the last row says how many have no room. */
export const csvPieces = (records: readonly ExportRecord[]): Pieces => ({
  head: BOM + csvRow(COLUMNS.map(([name]) => name)),
  pieces: records.map((record) => csvRow(COLUMNS.map(([, cellOf]) => String(cellOf(record) ?? '')))),
  tail: (leftOut) => (leftOut === 0 ? '' : csvRow(COLUMNS.map(([name]) => leftOutCell(name, leftOut)))),
});

const leftOutCell = (column: string, leftOut: number): string =>
  column === 'relation' ? 'left_out' : column === 'words' ? String(leftOut) : '';

const csvRow = (cells: readonly string[]): string => cells.map(csvCell).join(',') + LINE_END;

/** What spreadsheet programs take for a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA_START = /^\s*[=+\-@|%＝＋－＠]/u;

/** A cell in quotation marks, of which a spreadsheet program runs nothing: before what could be a formula stands an apostrophe. */
export function csvCell(text: string): string {
  const seen = text.split('\n').map(plainWords).join('\n');
  const safe = FORMULA_START.test(seen) ? `'${seen}` : seen;
  return `"${safe.replaceAll('"', '""')}"`;
}
