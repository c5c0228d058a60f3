/** A document as it came: a plain text, a page, or the JSON of the command line. */
export interface Input {
  readonly kind: 'txt' | 'html' | 'json';
  /** Bytes are decoded by their byte order mark, by what the page says of itself, else as UTF-8. */
  readonly body: string | Uint8Array;
  /** Where a page was found; null for files. */
  readonly url: string | null;
}
