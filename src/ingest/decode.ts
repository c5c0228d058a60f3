import type { Result } from '../domain/failure.ts';
import type { IngestFailure } from './failure.ts';

/** A page says its charset within its first kilobyte: https://html.spec.whatwg.org/multipage/semantics.html#charset */
const PRESCANNED_BYTES = 1_024;
const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  // Without a mark, markup in UTF-16 is told by its first sign: https://www.w3.org/TR/xml/#sec-guessing
  [[0x3c, 0x00], 'utf-16le'],
  [[0x00, 0x3c], 'utf-16be'],
];
const IN_PAGE = /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?\s{0,5}([a-z0-9_:-]{2,40})/i;
const IN_XML = /<\?xml[^>]{0,100}encoding\s{0,5}=\s{0,5}["']([a-z0-9_:-]{2,40})/i;

/**
 * Decodes by the byte order mark, by `charset` (as a transport names it), by what the document says of itself, else as
 * UTF-8. A document that calls itself something it is not is tried as UTF-8 before it is given up.
 */
export function decode(bytes: Uint8Array, charset: string | null): Result<string, IngestFailure> {
  const labels = [markOf(bytes) ?? charset ?? declaredIn(bytes) ?? 'utf-8', 'utf-8'];
  for (const label of labels) {
    const text = decodeAs(bytes, label);
    if (text !== null) return { ok: true, value: text };
  }
  return { ok: false, error: { kind: 'undecodable', charset: labels[0] ?? 'utf-8' } };
}

const markOf = (bytes: Uint8Array): string | null =>
  MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1] ?? null;

function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, PRESCANNED_BYTES));
  const label = (IN_XML.exec(head) ?? IN_PAGE.exec(head))?.[1]?.toLowerCase() ?? null;
  // A declaration that can be read as ASCII is not in UTF-16, whatever it says.
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
