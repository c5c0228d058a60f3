import type { Result } from '../domain/failure.ts';
import { type IngestFailure, MAX_DOCUMENT_BYTES } from './failure.ts';

/** A page says its charset within its first kilobyte: https://html.spec.whatwg.org/multipage/semantics.html#charset */
const PRESCANNED_BYTES = 1_024;
const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  // Without a mark, markup is told by its first sign: https://www.w3.org/TR/xml/#sec-guessing
  [[0x3c, 0x00], 'utf-16le'],
  [[0x00, 0x3c], 'utf-16be'],
];
const IN_PAGE = /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?\s{0,5}([a-z0-9_:-]{2,40})/i;
const IN_XML = /<\?xml[^>]{0,100}encoding\s{0,5}=\s{0,5}["']([a-z0-9_:-]{2,40})/i;
const NOT_ASCII = /[^\0-\x7f]/g;
/** A text of a charset may hold one broken sign in so many that are not ASCII. */
const SIGNS_PER_BROKEN = 20;

/** The text of a document that is not too large to be looked at. */
export function documentText(body: string | Uint8Array, charset: string | null): Result<string, IngestFailure> {
  if (body.length > MAX_DOCUMENT_BYTES)
    return { ok: false, error: { kind: 'too-large', limit: MAX_DOCUMENT_BYTES, unit: 'bytes' } };
  return typeof body === 'string' ? { ok: true, value: body } : decode(body, charset);
}

/**
 * Decodes by the byte order mark; else as UTF-8 where it is that and more than ASCII, since no text of another charset
 * happens to be; else by `charset` (as a transport names it), by what the document says of itself, as UTF-8; markup that
 * is none of these is taken for the charset that its bytes look like.
 */
function decode(bytes: Uint8Array, charset: string | null): Result<string, IngestFailure> {
  const mark = markOf(bytes);
  const said = [mark, isUtf8(bytes) ? 'utf-8' : null, charset, declaredIn(bytes), 'utf-8'];
  for (const label of said) {
    const text = label === null ? null : decodeAs(bytes, label);
    if (text !== null) return { ok: true, value: text };
  }
  if (isMarkup(bytes)) return { ok: true, value: new TextDecoder(looksLike(bytes)).decode(bytes) };
  return { ok: false, error: { kind: 'undecodable', charset: mark ?? charset ?? declaredIn(bytes) ?? 'utf-8' } };
}

const markOf = (bytes: Uint8Array): string | null =>
  MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1] ?? null;

function isUtf8(bytes: Uint8Array): boolean {
  if (!bytes.some((byte) => byte > 0x7f)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const headOf = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252').decode(bytes.subarray(0, PRESCANNED_BYTES));

function declaredIn(bytes: Uint8Array): string | null {
  const head = headOf(bytes);
  const label = (IN_XML.exec(head) ?? IN_PAGE.exec(head))?.[1]?.toLowerCase() ?? null;
  // A declaration that can be read as ASCII is in no charset of wider units, whatever it says.
  return label !== null && /^(?:utf-?16|utf-?32|ucs-?[24])/.test(label) ? 'utf-8' : label;
}

/** null: no such charset is known, or the text is in another. */
function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
    return isBroken(text) ? null : text;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isBroken(text: string): boolean {
  let [signs, broken] = [0, 0];
  for (const [sign] of text.matchAll(NOT_ASCII)) {
    signs += 1;
    if (sign === '\ufffd') broken += 1;
  }
  return broken * SIGNS_PER_BROKEN > signs;
}

const isMarkup = (bytes: Uint8Array): boolean => /^\s{0,100}</.test(headOf(bytes));

/** Cyrillic charsets are told by letters that stand together, and from each other by where their small letters are; all else is Western. */
function looksLike(bytes: Uint8Array): string {
  const letters = { high: 0, low: 0, together: 0 };
  let run = 0;
  for (const byte of bytes) {
    run = byte >= 0xa0 ? run + 1 : 0;
    if (byte < 0xc0) continue;
    letters[byte >= 0xe0 ? 'high' : 'low'] += 1;
    if (run > 1) letters.together += 1;
  }
  const isCyrillic = letters.together * 2 > letters.high + letters.low;
  if (!isCyrillic) return 'windows-1252';
  return letters.high >= letters.low ? 'windows-1251' : 'koi8-u';
}
