import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventRules } from '../../domain/event.ts';
import type { Result } from '../../domain/failure.ts';
import { StoreFull } from '../contract.ts';
import { type Database, int, overConnection, sqliteCode } from './database.ts';
import { MIGRATIONS } from './schema.ts';

/** Why a database could not be opened. It was left as it is. */
export type OpenFailure =
  /** Written by a newer Sitrep: its schema version and the newest one known here. */
  | { readonly kind: 'newer-database'; readonly found: number; readonly known: number }
  /** No SQLite database, a damaged one, or one of another program. */
  | { readonly kind: 'not-a-database' }
  /** `code` is the system's or SQLite's (`EACCES`, `SQLITE_READONLY`). */
  | { readonly kind: 'not-writable'; readonly code: string }
  | { readonly kind: 'full' };

/** How long a write waits for another process's, before it fails. */
const BUSY_MS = 5_000;
const PAGE_CACHE_KIB = 8 * 1024;
/** What the write-ahead log is cut back to after a large import. */
const WAL_BYTES = 16 * 1024 * 1024;

/**
 * Opens the database at `path` and brings its schema up to date, making file and folders where they are missing. `:memory:` is
 * none. Where its events were gathered by other rules, they are gathered anew at the next question or change.
 */
export function openDatabase(path: string, rules: EventRules): Result<Database, OpenFailure> {
  try {
    if (path !== ':memory:') makeFolder(resolve(dirname(path)));
    const refused = path === ':memory:' ? null : inspect(path);
    if (refused) return { ok: false, error: refused };
    return opened(new DatabaseSync(path, { timeout: BUSY_MS }), rules);
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    return { ok: false, error: failure };
  }
}

/** Folder by folder: `mkdirSync` with `recursive` never returns in some places where nothing can be made, such as /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

function opened(connection: DatabaseSync, rules: EventRules): Result<Database, OpenFailure> {
  try {
    connection.exec(`
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -${PAGE_CACHE_KIB}; PRAGMA journal_size_limit = ${WAL_BYTES};
    `);
    const database = overConnection(connection, rules);
    const failure = database.transaction(() => migrate(connection) ?? askForGathering(database));
    if (!failure) return { ok: true, value: database };
    connection.close();
    return { ok: false, error: failure };
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** One transaction for all: a failure in the last leaves the version that was there. */
function migrate(connection: DatabaseSync): OpenFailure | null {
  const found = versionOf(connection);
  // Another process may have migrated since the file was inspected.
  if (found > MIGRATIONS.length) return { kind: 'newer-database', found, known: MIGRATIONS.length };
  if (found === 0 && holdsTables(connection)) return { kind: 'not-a-database' };
  for (const sql of MIGRATIONS.slice(found)) connection.exec(sql);
  if (found === 0) connection.exec('UPDATE gazetteer_state SET indexed = version');
  if (found < MIGRATIONS.length) connection.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  return null;
}

/** Has all claims filed anew where other rules gathered them. */
function askForGathering(database: Database): null {
  const isOther = database.run('UPDATE gathered_by SET version = ?1 WHERE version <> ?1', database.rules.version) > 0;
  if (isOther) database.run('UPDATE gazetteer_state SET indexed = -1 WHERE EXISTS (SELECT 1 FROM article)');
  return null;
}

const versionOf = (connection: DatabaseSync): number =>
  int(connection.prepare('PRAGMA user_version').get() ?? {}, 'user_version');
const holdsTables = (connection: DatabaseSync): boolean =>
  connection.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined;

/** Looks at a file without writing a byte of it. */
function inspect(path: string): OpenFailure | null {
  if (!existsSync(path) || statSync(path).size === 0) return null;
  const header = headerOf(path);
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return { kind: 'not-a-database' };
  const found = Math.max(header.readInt32BE(60), existsSync(`${path}-wal`) ? versionInLog(path) : 0);
  return found > MIGRATIONS.length ? { kind: 'newer-database', found, known: MIGRATIONS.length } : null;
}

/** @see https://sqlite.org/fileformat2.html#the_database_header */
function headerOf(path: string): Buffer {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, header.length, 0);
    return header;
  } finally {
    closeSync(file);
  }
}

/** A log that an unclean stop left may be ahead of the file. A read-only connection reads it and does not write it back. */
function versionInLog(path: string): number {
  const connection = new DatabaseSync(path, { readOnly: true, timeout: BUSY_MS });
  try {
    return versionOf(connection);
  } finally {
    connection.close();
  }
}

const SYSTEM_REFUSALS = /^(?:EACCES|ENOENT|EPERM|EROFS|ENOTDIR|EISDIR|EEXIST)$/;
/** By primary result code. @see https://sqlite.org/rescode.html */
const SQLITE_REFUSALS: ReadonlyMap<number, OpenFailure> = new Map<number, OpenFailure>([
  [3, { kind: 'not-writable', code: 'SQLITE_PERM' }],
  [8, { kind: 'not-writable', code: 'SQLITE_READONLY' }],
  [11, { kind: 'not-a-database' }],
  [13, { kind: 'full' }],
  [14, { kind: 'not-writable', code: 'SQLITE_CANTOPEN' }],
  [26, { kind: 'not-a-database' }],
]);

function failureOf(error: unknown): OpenFailure | null {
  if (error instanceof StoreFull) return { kind: 'full' };
  const code = sqliteCode(error);
  if (code !== null) return SQLITE_REFUSALS.get(code & 0xff) ?? null;
  const system = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (system === 'ENOSPC') return { kind: 'full' };
  return SYSTEM_REFUSALS.test(system) ? { kind: 'not-writable', code: system } : null;
}
