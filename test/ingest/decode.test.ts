import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentText } from '../../src/ingest/decode.ts';

const UKRAINIAN =
  'Міст через річку закрили у вівторок, повідомив голова області: його відкриють за три тижні — «не раніше».';
const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));
/** In a charset of one byte a sign. */
function encoded(text: string, charset: string): readonly number[] {
  const signs = new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, at) => at));
  return [...text].map((sign) => signs.indexOf(sign));
}
const textOf = (bytes: Uint8Array, charset: string | null = null): string | null => {
  const text = documentText(bytes, charset);
  return text.ok ? text.value : null;
};
const xml = (encoding: string | null, text: readonly number[]): Uint8Array =>
  bytesOf(`<?xml version="1.0"${encoding === null ? '' : ` encoding="${encoding}"`}?><a>`, text, '</a>');

describe('bytes are decoded', () => {
  const latin = [...Buffer.from('café', 'latin1')];
  const koi = encoded('Київ', 'koi8-u');
  test.for([
    {
      name: 'as UTF-8 where they are that, whatever is said',
      bytes: xml('windows-1251', [...Buffer.from('Київ')]),
      charset: 'iso-8859-1',
      has: '<a>Київ<',
    },
    { name: 'as the transport says', bytes: xml('windows-1251', latin), charset: 'ISO-8859-1', has: '<a>café<' },
    { name: 'as they say themselves', bytes: xml('KOI8-U', koi), charset: null, has: '<a>Київ<' },
    {
      name: 'as they say themselves where the transport names what nobody knows',
      bytes: xml('koi8-u', koi),
      charset: 'x-none',
      has: '<a>Київ<',
    },
    {
      name: 'as they say themselves where the transport is wrong',
      bytes: xml('koi8-u', koi),
      charset: 'utf-8',
      has: '<a>Київ<',
    },
    { name: 'as a page says', bytes: bytesOf('<meta charset=koi8-u>', koi), charset: null, has: 'Київ' },
    { name: 'as UTF-8 with a broken sign', bytes: bytesOf(UKRAINIAN, [0xd0], ' x'), charset: null, has: '\ufffd x' },
    {
      name: 'as UTF-8 where they say UTF-16 in ASCII',
      bytes: xml('utf-16', [...Buffer.from('x')]),
      charset: null,
      has: '<a>x<',
    },
    {
      name: 'by their mark before all',
      bytes: bytesOf([0xff, 0xfe], [...Buffer.from('<a>Київ', 'utf16le')]),
      charset: 'utf-8',
      has: '<a>Київ',
    },
    {
      name: 'in UTF-16 without a mark',
      bytes: bytesOf([...Buffer.from('<a>Київ', 'utf16le')]),
      charset: null,
      has: '<a>Київ',
    },
    {
      name: 'as UTF-16 where the transport says so',
      bytes: bytesOf([...Buffer.from('Київ', 'utf16le')]),
      charset: 'utf-16le',
      has: 'Київ',
    },
    {
      name: 'as what looks like windows-1251',
      bytes: xml(null, encoded(UKRAINIAN, 'windows-1251')),
      charset: null,
      has: UKRAINIAN,
    },
    {
      name: 'as what looks like KOI8',
      bytes: xml('utf-8', encoded('Міст через річку закрили', 'koi8-u')),
      charset: 'utf-8',
      has: 'Міст через річку закрили',
    },
    { name: 'as windows-1252 where they look like nothing else', bytes: xml(null, latin), charset: null, has: 'café' },
    {
      name: 'in several bytes a sign',
      bytes: xml('shift_jis', [0x93, 0xfa, 0x96, 0x7b]),
      charset: null,
      has: '<a>日本<',
    },
    {
      name: 'in a charset with a mode',
      bytes: bytesOf([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42]),
      charset: 'iso-2022-jp',
      has: '日本',
    },
  ])('$name', ({ bytes, charset, has }) => {
    expect(textOf(bytes, charset)).toContain(has);
  });

  test('in windows-1252 with its own signs, which labels of Latin 1 stand for', () => {
    const bytes = Uint8Array.from([0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x99, 0xe9]);
    for (const label of ['windows-1252', 'iso-8859-1', 'latin1', 'us-ascii'])
      expect(textOf(bytes, label)).toBe('€…‘’“”–—™é');
  });

  test('or refused where they are no markup and nobody says what they are', () => {
    expect(documentText(bytesOf([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), null)).toEqual({
      ok: false,
      error: { kind: 'undecodable', charset: 'utf-8' },
    });
  });
});

test('what is written in a charset that is named is read back', () => {
  const charset = fc.constantFrom(
    'windows-1250',
    'windows-1251',
    'windows-1252',
    'iso-8859-2',
    'iso-8859-5',
    'koi8-u',
    'ibm866',
  );
  fc.assert(
    fc.property(
      charset,
      fc.array(fc.integer({ min: 0x21, max: 0xff }), { maxLength: 80 }),
      fc.boolean(),
      (name, bytes, isDeclared) => {
        const text = new TextDecoder(name).decode(Uint8Array.from(bytes)).replace(/[\u0080-\u009f<>"\\]/g, 'x');
        const written = xml(isDeclared ? name : null, encoded(text, name));
        const isUtf8 = !new TextDecoder().decode(written).includes('\ufffd');
        fc.pre(!isUtf8 || /^[\0-\x7f]*$/.test(text));
        expect(textOf(written, isDeclared ? null : name)).toContain(`<a>${text}</a>`);
      },
    ),
    { numRuns: 300 },
  );
});

test('no bytes and no label make it throw', () => {
  const label = fc.oneof(
    fc.constant(null),
    fc.constantFrom('utf-7', 'x-user-defined', 'replacement', 'utf-16', ''),
    fc.string(),
  );
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      label,
      (bytes, charset) => typeof documentText(bytes, charset).ok === 'boolean',
    ),
  );
});
