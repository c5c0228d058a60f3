import { type Database, int } from './database.ts';

/** Says that answers may be others now; inside the transaction of what changed. */
export function markChanged(database: Database): void {
  database.run('UPDATE revision SET number = number + 1');
}

/** `ClaimStore.revision`, at once. */
export const revisionOf = (database: Database): number =>
  int(database.get('SELECT number FROM revision') ?? {}, 'number');

/** Says that the numbers of claims may be given to others; inside the transaction in which claims are taken out. */
export function markRemoved(database: Database): void {
  database.run('UPDATE revision SET removals = removals + 1');
}

/** While this stays as it is, whoever changes the store, a claim's number is no other's. */
export const removalsOf = (database: Database): number =>
  int(database.get('SELECT removals FROM revision') ?? {}, 'removals');
