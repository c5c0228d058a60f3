import type { Scope } from '../../../domain/scope.ts';
import { type FoundNews, type Look, UNTOLD_AT_MOST } from '../../track-contract.ts';
import { type Database, int, text } from '../database.ts';

const keyOf = ({ guildId }: Scope): string => guildId ?? '';

export function lookOf(database: Database, scope: Scope): Look | null {
  const row = database.get('SELECT revision, at, known FROM track_look WHERE guild = ?', keyOf(scope));
  return row ? { revision: int(row, 'revision'), atMs: int(row, 'at'), known: text(row, 'known') } : null;
}

export function forgetLook(database: Database, scope: Scope): void {
  database.run('DELETE FROM track_look WHERE guild = ?', keyOf(scope));
}

/** To be called within a transaction. */
export function noteLook(
  database: Database,
  scope: Scope,
  before: Look | null,
  { revision, atMs, known }: Look,
  found: readonly FoundNews[],
  wakeAtMs: number,
): boolean {
  if ((lookOf(database, scope)?.revision ?? null) !== (before?.revision ?? null)) return false;
  const sql = `INSERT INTO track_look (guild, revision, at, known) VALUES (?, ?, ?, ?)
    ON CONFLICT (guild) DO UPDATE SET revision = excluded.revision, at = excluded.at, known = excluded.known`;
  database.run(sql, keyOf(scope), revision, atMs, known);
  for (const news of found) noteNews(database, news, atMs, wakeAtMs);
  return true;
}

function noteNews(database: Database, { trackId, untold }: FoundNews, atMs: number, wakeAtMs: number): void {
  const row = database.get("SELECT num FROM track WHERE id = ? AND state = 'active'", trackId);
  if (!row) return;
  const num = int(row, 'num');
  for (const one of untold)
    database.run('INSERT INTO track_untold (track, at, json) VALUES (?, ?, ?)', num, atMs, JSON.stringify(one));
  const oldest = 'SELECT num FROM track_untold WHERE track = ?1 ORDER BY num DESC LIMIT 1 OFFSET ?2';
  database.run(`DELETE FROM track_untold WHERE track = ?1 AND num <= (${oldest})`, num, UNTOLD_AT_MOST);
  database.run('UPDATE track SET wake_at = min(coalesce(wake_at, ?1), ?1) WHERE num = ?2', wakeAtMs, num);
}
