import type { CorrectionId } from '../../../domain/correction.ts';
import { type Travelled, UNREACHABLE } from '../../../domain/travelled.ts';
import { type Database, int, type Row, text } from '../database.ts';

const TALLY = `SELECT correction, state, why, count(*) AS n FROM printed_correction
  WHERE correction IN (SELECT value FROM json_each(?1)) AND (?2 IS NULL OR guild = ?2) GROUP BY correction, state, why`;

export function travelledIn(
  database: Database,
  guildId: string | null,
  ids: readonly CorrectionId[],
): ReadonlyMap<CorrectionId, Travelled> {
  const rows = database.all(TALLY, JSON.stringify(ids), guildId);
  const byId = Map.groupBy(rows, (row) => text(row, 'correction'));
  return new Map([...byId].map(([id, own]) => [id, tallied(own)]));
}

function tallied(rows: readonly Row[]): Travelled {
  const sumOf = (state: string, why?: string): number =>
    rows
      .filter((row) => row.state === state && (why === undefined || row.why === why))
      .reduce((sum, row) => sum + int(row, 'n'), 0);
  const whys = UNREACHABLE.map((why) => [why, sumOf('unreachable', why)] as const);
  return {
    shown: sumOf('shown'),
    elsewhere: sumOf('elsewhere'),
    waiting: sumOf('waiting'),
    unreachable: Object.fromEntries(whys.filter(([, n]) => n > 0)),
  };
}
