import { z } from 'zod';
import type { Result } from './failure.ts';

/** Most that is read of a file that somebody gives to a command. */
export const GIVEN_FILE_BYTES = 1024 * 1024;

/** Why a given file was not read. */
export type FileFailure =
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'too-slow' }
  /** It is not there any more, or where it is does not answer. */
  | { readonly kind: 'not-there' };

/** A file as the option of a command, wherever its edge has it. */
export interface GivenFile {
  readonly name: string;
  /** As its edge says; `read` holds to it, whatever comes. */
  readonly bytes: number;
  /** At most `GIVEN_FILE_BYTES`; never rejects for what the network or the disk does. */
  readonly read: () => Promise<Result<Uint8Array, FileFailure>>;
}

/** Made by an edge alone: nothing that JSON can spell passes. */
export const GivenFile = z.custom<GivenFile>(
  (value) => typeof value === 'object' && value !== null && 'read' in value && typeof value.read === 'function',
);
