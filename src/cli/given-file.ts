import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { UserError } from '../domain/failure.ts';
import { GIVEN_FILE_BYTES, type GivenFile } from '../domain/given-file.ts';

/** A file by its path. @throws UserError where there is none that can be read */
export function givenFile(path: string): GivenFile {
  const bytes = sizeOf(path);
  const tooLarge = { ok: false, error: { kind: 'too-large', limitBytes: GIVEN_FILE_BYTES } } as const;
  return {
    name: basename(path),
    bytes,
    read: async () => (bytes > GIVEN_FILE_BYTES ? tooLarge : { ok: true, value: readFileSync(path) }),
  };
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    throw new UserError(`${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
