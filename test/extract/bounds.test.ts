import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_CHARS, MOST_SENTENCES, reportOf } from '../../src/extract/bounds.ts';

/** The lines that are read, as words, and where reading stops. */
function reported(text: string, boilerplate: readonly { readonly start: number; readonly end: number }[] = []) {
  const { lines, readTo } = reportOf({ text, boilerplate });
  return { lines: lines.map(({ start, end }) => text.slice(start, end)), readTo };
}

describe('the lines of a report', () => {
  test.for([
    { name: 'none', text: '', lines: [] },
    { name: 'one that does not end', text: 'One', lines: ['One'] },
    { name: 'empty and blank ones are left out', text: '\n\nOne\n \t\n  Two\n', lines: ['One', 'Two'] },
    {
      name: 'boilerplate is left out',
      text: 'Home\nOne\nMenu\nTwo',
      boilerplate: ['Home\n', 'Menu'],
      lines: ['One', 'Two'],
    },
    { name: 'boilerplate in a line divides it', text: 'One (ad) two', boilerplate: ['(ad)'], lines: ['One ', 'two'] },
  ])('$name', ({ text, boilerplate = [], lines }) => {
    const spans = boilerplate.map((words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length }));
    expect(reported(text, spans)).toEqual({ lines, readTo: null });
  });

  test('of any text lie in it in order, and hold all that is no blank', () => {
    const anyText = fc
      .array(fc.constantFrom('a', 'b c', '\n', ' ', '\u2028', '\r\n', '\ud800'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(anyText, (text) => {
        expect(reported(text).lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});

describe('a report without an end', () => {
  test.for([
    { name: 'is read as far as the longest article goes', text: 'a'.repeat(MOST_CHARS + 1), readTo: MOST_CHARS },
    { name: 'is read to its end where it is just so long', text: 'a'.repeat(MOST_CHARS), readTo: null },
    { name: 'counts no blank lines', text: `${'\n'.repeat(MOST_CHARS)}a`, readTo: null },
    { name: 'is read so many lines', text: 'a\n'.repeat(MOST_SENTENCES + 1), readTo: 2 * MOST_SENTENCES },
    { name: '… to its end where it has just so many', text: 'a\n'.repeat(MOST_SENTENCES), readTo: null },
    { name: 'is read so many sentences', text: 'A b. '.repeat(MOST_SENTENCES + 1), readTo: 5 * MOST_SENTENCES - 1 },
    { name: '… over several lines', text: 'A. B.\n'.repeat(MOST_SENTENCES), readTo: 3 * MOST_SENTENCES },
  ])('$name', ({ text, readTo }) => {
    expect(reported(text).readTo).toBe(readTo);
  });

  test('boilerplate does not count', () => {
    const menu = { start: 0, end: MOST_CHARS };
    expect(reported(`${'m'.repeat(MOST_CHARS)}\nOne`, [menu])).toEqual({ lines: ['One'], readTo: null });
  });
});
