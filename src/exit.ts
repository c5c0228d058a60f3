import type { OpenFailure } from './store/sqlite/open.ts';

/** Exit statuses after sysexits.h: https://man.openbsd.org/sysexits.3 */
export const EXIT = {
  usage: 64,
  data: 65,
  unavailable: 69,
  software: 70,
  cannotCreate: 73,
  io: 74,
  noPermission: 77,
  config: 78,
} as const;

/** Why Sitrep cannot go on: what to say, in one line that tells what to do, and the status to end with. */
export interface Stop {
  readonly message: string;
  readonly status: number;
}

/** @param path of the database, as the person would look for it */
export function stopFor(failure: OpenFailure, path: string): Stop {
  switch (failure.kind) {
    case 'newer-database':
      return {
        message: `${path} was written by a newer Sitrep (schema ${failure.found}, known here: ${failure.known}). It was left untouched: update Sitrep, or set DATA_DIR to another folder.`,
        status: EXIT.data,
      };
    case 'not-a-database':
      return {
        message: `${path} is no database of Sitrep, or is damaged. It was left untouched: move it away, or set DATA_DIR to another folder.`,
        status: EXIT.data,
      };
    case 'not-writable':
      return {
        message: `${path} cannot be made or written (${failure.code}). Give this user write access to its folder, or set DATA_DIR to another one.`,
        status: EXIT.cannotCreate,
      };
    case 'full':
      return {
        message: `No room is left for ${path}. Nothing was lost: free some space and start again.`,
        status: EXIT.io,
      };
  }
}
