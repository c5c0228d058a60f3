import { type Database, int } from './database.ts';

/** Says that answers may be others now; inside the transaction of what changed. */
export function markChanged(database: Database): void {
  database.run('UPDATE revision SET number = number + 1');
}

/** `ClaimStore.revision`, at once. */
export const revisionOf = (database: Database): number =>
  int(database.get('SELECT number FROM revision') ?? {}, 'number');
