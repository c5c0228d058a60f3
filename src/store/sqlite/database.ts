import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { EventRules } from '../../domain/event.ts';
import { StoreFull } from '../contract.ts';

export type Row = Readonly<Record<string, SQLOutputValue>>;

/** An open database. SQL texts are prepared once each, so they must be few: values go into parameters. */
export interface Database {
  /** How its claims are gathered into events. */
  readonly rules: EventRules;
  readonly all: (sql: string, ...values: readonly SQLInputValue[]) => readonly Row[];
  readonly get: (sql: string, ...values: readonly SQLInputValue[]) => Row | undefined;
  /** Returns how many rows changed. */
  readonly run: (sql: string, ...values: readonly SQLInputValue[]) => number;
  /** Returns the rowid of the row put in. */
  readonly insert: (sql: string, ...values: readonly SQLInputValue[]) => number;
  /**
   * Runs `body` whole or not at all; inside another transaction it joins that one. On return it is on the disk.
   * `body` must not wait for anything. Throws `StoreFull` where there is no room.
   */
  readonly transaction: <T>(body: () => T) => T;
  readonly close: () => void;
}

/** SQLITE_FULL, SQLITE_IOERR_WRITE and SQLITE_IOERR_SHMSIZE. @see https://sqlite.org/rescode.html */
const NO_ROOM: ReadonlySet<unknown> = new Set([13, 778, 4874]);

/** SQLite's extended result code, where the error is SQLite's. */
export function sqliteCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null;
}

export function overConnection(connection: DatabaseSync, rules: EventRules): Database {
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known) return known;
    const made = connection.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  return {
    rules,
    all: (sql, ...values) => telling(() => statement(sql).all(...values)),
    get: (sql, ...values) => telling(() => statement(sql).get(...values)),
    run: (sql, ...values) => telling(() => Number(statement(sql).run(...values).changes)),
    insert: (sql, ...values) => telling(() => Number(statement(sql).run(...values).lastInsertRowid)),
    transaction: (body) => transaction(connection, body),
    close: () => connection.close(),
  };
}

function transaction<T>(connection: DatabaseSync, body: () => T): T {
  if (connection.isTransaction) return body();
  telling(() => connection.exec('BEGIN IMMEDIATE'));
  try {
    const result = body();
    telling(() => connection.exec('COMMIT'));
    return result;
  } catch (error) {
    // A full disk may have ended the transaction already.
    if (connection.isTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

function telling<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    if (NO_ROOM.has(sqliteCode(error))) throw new StoreFull('no room left to write', { cause: error });
    throw error;
  }
}

/** A column that must hold an integer. */
export function int(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`column ${column} holds no integer`);
  return value;
}

/** A column that holds an integer or nothing. */
export const intOrNull = (row: Row | undefined, column: string): number | null =>
  row === undefined || row[column] === null ? null : int(row, column);

/** A column that must hold text. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`column ${column} holds no text`);
  return value;
}
