import { foldName } from '../domain/entity.ts';

/** First line of the tabular form. */
export const HEADER = 'id\ten\tuk\twithin\tlat\tlon\taliases';
const CELLS = HEADER.split('\t').length;

/** Separates the values of one cell. No name holds it. */
export const CELL_SEPARATOR = '|';

/** The id of a row that gives none: its English name and where it lies, so that a homonym elsewhere changes nothing. */
export const settlementId = (en: string, within: string): string => `${slug(en)}-${within}`;

/** Most names are plain, and folding them would be half of the time it takes to read a table. */
const slug = (name: string): string =>
  (/^[A-Za-z]+(?:[ -][A-Za-z]+)*$/.test(name) ? name.toLowerCase() : foldName(name)).replaceAll(' ', '-');

/** What a line of a table says, to be parsed as an entity; null for a line with another number of cells. */
export function entityOfRow(line: string): object | null {
  const cells = line.split('\t');
  if (cells.length !== CELLS) return null;
  const [id = '', en = '', uk = '', within = '', lat = '', lon = '', aliases = ''] = cells;
  const parents = within.split(CELL_SEPARATOR);
  return {
    id: id || settlementId(en, parents[0] ?? ''),
    kind: 'settlement',
    names: { en, uk: uk || en },
    aliases: aliases === '' ? [] : aliases.split(CELL_SEPARATOR),
    within: parents,
    ...(lat !== '' || lon !== '' ? { at: { lat: degrees(lat), lon: degrees(lon) } } : {}),
  };
}

/** NaN, which no entity accepts, for an empty cell too. */
const degrees = (cell: string): number => (cell.trim() === '' ? Number.NaN : Number(cell));
