import fc from 'fast-check';

const char = (min: number, max: number) => fc.integer({ min, max }).map((point) => String.fromCodePoint(point));

/** Any characters, those of Latin and Cyrillic more often, lone surrogates included. */
const anyChars = fc.string({ unit: fc.oneof(char(0x20, 0x7e), char(0x400, 0x52f), char(0, 0x10ffff)) });

/** Any text, and texts made of the words given, which are near what is read. */
export const textNear = (...words: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    anyChars,
    fc.array(fc.constantFrom(...words, ' ', '-'), { maxLength: 30 }).map((pieces) => pieces.join(' ')),
  );
