import { hash } from 'node:crypto';
import { Correction, type CorrectionKind } from '../../../domain/correction.ts';
import type { Scope } from '../../../domain/scope.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { markChanged, revisionOf } from '../revision.ts';

/** What a key is looked up by. */
export const keyHash = (key: string): string => hash('sha256', key).slice(0, 32);

export const correctionOf = (row: Row): Correction => parsed(Correction, text(row, 'json'), 'correction');

/** The one that holds already. */
export function holding(
  database: Database,
  scope: number,
  { key, kind }: Pick<Correction, 'key' | 'kind'>,
): Correction | null {
  const sql = 'SELECT json FROM correction WHERE key = ? AND scope = ? AND kind = ? AND holds = 1';
  const row = database.get(sql, keyHash(key), scope, kind);
  return row ? correctionOf(row) : null;
}

/** Adds one that is not there, inside a transaction. */
export function insertCorrection(database: Database, scope: number, correction: Correction): void {
  const { id, kind, key, told, atMs } = correction;
  const num = database.insert(
    `INSERT INTO correction (scope, id, kind, article, later, key, holds, at, json) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)`,
    ...[scope, id, kind, told.article.id, kind === 'superseded' ? correction.now.article.id : null],
    ...[keyHash(key), atMs, JSON.stringify(correction)],
  );
  addDeed(database, num, 'made');
}

/** Takes one back that holds, inside a transaction. */
export function undoCorrection(database: Database, row: Row, undone: Correction['undone']): Correction {
  const correction: Correction = { ...correctionOf(row), undone };
  const num = int(row, 'num');
  database.run('UPDATE correction SET holds = 0, json = ? WHERE num = ?', JSON.stringify(correction), num);
  addDeed(database, num, 'undone');
  return correction;
}

/** That something happened to one, or to what it rests on, inside a transaction. */
export function addDeed(database: Database, correction: number, deed: 'made' | 'undone'): void {
  database.run('INSERT INTO correction_deed (correction, deed) VALUES (?, ?)', correction, deed);
  markChanged(database);
}

/** Rows, with `num` and `json`, of what holds on an article in any scope. */
export const holdingOn = (database: Database, article: string): readonly Row[] =>
  database.all('SELECT num, scope, kind, json FROM correction WHERE article = ? AND holds = 1 ORDER BY num', article);

/** An id that no other correction has, for one that nobody types. */
export function freeId(database: Database, scope: Scope, key: string, kind: CorrectionKind): string {
  for (let salt = 0; ; salt += 1) {
    const digest = hash('sha256', JSON.stringify([scope.guildId, key, kind, revisionOf(database), salt]));
    const id = BigInt(`0x${digest}`).toString(36).slice(0, 8);
    if (!database.get('SELECT 1 FROM correction WHERE id = ?', id)) return id;
  }
}
