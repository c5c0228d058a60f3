import type { Scope } from '../../../domain/scope.ts';
import { SourceDeed, type SourceId } from '../../../domain/source.ts';
import { DEEDS_PER_SCOPE } from '../../source-contract.ts';
import { type Database, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { readable } from '../readable.ts';
import { scopeNum } from '../scope.ts';
import type { Sourcing } from './sourcing.ts';

/** Writes down who did what, and forgets what was done longest ago. */
export function addDeed(database: Database, scope: number, deed: SourceDeed): void {
  const sql = 'INSERT INTO source_deed (scope, source, json) VALUES (?, ?, ?)';
  database.run(sql, scope, deed.source, JSON.stringify(deed));
  database.run(
    `DELETE FROM source_deed WHERE scope = ?1
       AND num <= (SELECT num FROM source_deed WHERE scope = ?1 ORDER BY num DESC LIMIT 1 OFFSET ?2)`,
    ...[scope, DEEDS_PER_SCOPE],
  );
}

export const forgetDeeds = (database: Database, scope: Scope): void => {
  database.run('DELETE FROM source_deed WHERE scope = ?', scopeNum(database, scope));
};

export function deedsOf(sourcing: Sourcing, scope: Scope, atMost: number, id?: SourceId): readonly SourceDeed[] {
  const { database } = sourcing;
  const num = scopeNum(database, scope);
  const rows =
    id === undefined
      ? database.all('SELECT json, source FROM source_deed WHERE scope = ? ORDER BY num DESC LIMIT ?', num, atMost)
      : database.all(
          'SELECT json, source FROM source_deed WHERE scope = ? AND source = ? ORDER BY num DESC LIMIT ?',
          ...[num, id, atMost],
        );
  const deedOf = (row: (typeof rows)[number]): SourceDeed =>
    parsed(SourceDeed, text(row, 'json'), `deed on source ${text(row, 'source')}`);
  return readable(sourcing, rows, deedOf, () => {});
}
