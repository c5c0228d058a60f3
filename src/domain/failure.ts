/** Failures that a caller is expected to handle are values. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A refusal written for the person who asked, in their language. Every other error is logged, never shown. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** One thing wrong with one field of one file, in words for whoever mends it. */
export interface Fault {
  /** Path as the person would type it, relative to the data folder. */
  readonly file: string;
  /** Dotted path of the field inside the file, '' for the file as a whole. */
  readonly field: string;
  readonly problem: string;
}
