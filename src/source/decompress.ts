import { promisify } from 'node:util';
import {
  brotliDecompress,
  constants,
  gunzip,
  type InputType,
  inflate,
  inflateRaw,
  type ZlibOptions,
  zstdDecompress,
} from 'node:zlib';
import { FetchFault } from './fault.ts';

type Decode = (bytes: InputType, options: Pick<ZlibOptions, 'maxOutputLength'>) => Promise<Uint8Array>;

/** What browsers take: https://www.rfc-editor.org/rfc/rfc9659#section-3 */
const ZSTD_WINDOW_LOG = 23;
/** More than one is a mistake that some servers make; more than two is none. */
const MAX_ENCODINGS = 2;

const zlibInflate: Decode = promisify<InputType, ZlibOptions, Buffer>(inflate);
const rawInflate: Decode = promisify<InputType, ZlibOptions, Buffer>(inflateRaw);
const unzip: Decode = promisify<InputType, ZlibOptions, Buffer>(gunzip);

const DECODERS: Readonly<Record<string, (bytes: Uint8Array, limit: number) => Promise<Uint8Array>>> = {
  gzip: (bytes, maxOutputLength) => unzip(bytes, { maxOutputLength }),
  'x-gzip': (bytes, maxOutputLength) => unzip(bytes, { maxOutputLength }),
  // Some servers leave the wrapping out: https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1.2
  deflate: (bytes, maxOutputLength) => (isZlib(bytes) ? zlibInflate : rawInflate)(bytes, { maxOutputLength }),
  br: (bytes, maxOutputLength) => promisify(brotliDecompress)(bytes, { maxOutputLength }),
  zstd: (bytes, maxOutputLength) =>
    promisify(zstdDecompress)(bytes, { maxOutputLength, params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } }),
};

export const ACCEPT_ENCODING = 'gzip, deflate, br, zstd';

/** https://www.rfc-editor.org/rfc/rfc1950#section-2.2 */
const isZlib = ([first = 0, second = 0]: Uint8Array): boolean =>
  (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;

/** The encodings of a body in the order in which they are undone. Throws a FetchFault for one that is not known. */
export function encodingsIn(header: string | null): readonly string[] {
  const names = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  const unknown = names.find((name) => !Object.hasOwn(DECODERS, name)) ?? names[MAX_ENCODINGS];
  if (unknown !== undefined) throw badEncoding(unknown);
  return names.toReversed();
}

const badEncoding = (encoding: string): FetchFault =>
  new FetchFault({ kind: 'bad-encoding', encoding: encoding.slice(0, 40) });

/** Undoes the encodings, never making more than `limitBytes`. Throws a FetchFault where that is not possible. */
export async function decompress(
  bytes: Uint8Array,
  encodings: readonly string[],
  limitBytes: number,
): Promise<Uint8Array> {
  const [encoding, ...rest] = encodings;
  // A body that is empty was not compressed, whatever the header says.
  if (encoding === undefined || bytes.length === 0) return bytes;
  const decoded = await DECODERS[encoding]?.(bytes, limitBytes).catch((error: unknown) => {
    throw faultOf(error, encoding, limitBytes);
  });
  return decompress(decoded ?? bytes, rest, limitBytes);
}

function faultOf(error: unknown, encoding: string, limitBytes: number): FetchFault {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ERR_BUFFER_TOO_LARGE') return new FetchFault({ kind: 'too-large', part: 'body', limitBytes });
  return code === 'Z_BUF_ERROR' ? new FetchFault({ kind: 'truncated' }) : badEncoding(encoding);
}
