import type { Scope } from '../../domain/scope.ts';
import { type Database, int } from './database.ts';

/** The operator's scope by number. */
export const OPERATOR_SCOPE = 0;

/** The scope's number; null for a server that has stored nothing. */
export function scopeNum(database: Database, { guildId }: Scope): number | null {
  if (guildId === null) return OPERATOR_SCOPE;
  const row = database.get('SELECT num FROM scope WHERE guild = ?', guildId);
  return row ? int(row, 'num') : null;
}

/** The scope's number, given one when it is new. */
export function madeScope(database: Database, scope: Scope): number {
  return scopeNum(database, scope) ?? database.insert('INSERT INTO scope (guild) VALUES (?)', scope.guildId);
}
