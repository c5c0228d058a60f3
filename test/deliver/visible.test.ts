import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleCut, visibleText } from '../../src/deliver/visible.ts';
import { hostileText } from '../support/hostile-text.ts';

test.for([
  { name: 'plain words stay', text: 'Харків, 15 May: «пів’яти»', seen: 'Харків, 15 May: «пів’яти»' },
  { name: 'direction overrides and isolates go', text: 'a\u202eb\u2066c\u2069d\u200fe\u061cf', seen: 'abcdef' },
  { name: 'zero-width and soft characters go', text: 'a\u200bb\u00adc\ufeffd\u2060e\u3164f\u{e0041}', seen: 'abcdef' },
  { name: 'control characters go', text: 'a\u0000b\u001b[31mc\u0085d', seen: 'ab[31mc d' },
  { name: 'line ends and blank glyphs are one space', text: 'a\r\n\u2028\u2800 b', seen: 'a b' },
  { name: 'a space that ties a number to its unit stays', text: '60\u00a0млрд', seen: '60\u00a0млрд' },
  { name: 'a joiner stays where spelling needs it', text: 'می\u200cخواهم', seen: 'می\u200cخواهم' },
  { name: 'a joiner between other letters goes', text: 'a\u200db\u200cc', seen: 'abc' },
  { name: 'an emoji selector after anything else goes', text: '2\ufe0f0\ufe0fa\ufe0f', seen: '20a' },
  { name: 'emoji stay whole', text: '👩‍👧 ❤️ 1️⃣', seen: '👩‍👧 ❤️ 1️⃣' },
  { name: 'marks that belong to letters stay', text: 'й ệ', seen: 'й ệ' },
  { name: 'a flood of marks ends after four', text: `a${'\u0301'.repeat(50)}b`, seen: `a${'\u0301'.repeat(4)}b` },
  { name: 'half a character is shown as broken', text: 'a\ud800b', seen: 'a\ufffdb' },
  { name: 'a giant word is cut', text: `a ${'x'.repeat(300)} b`, seen: `a ${'x'.repeat(99)}… b` },
  { name: 'a script without spaces is not a giant word', text: '城'.repeat(300), seen: '城'.repeat(300) },
])('$name', ({ text, seen }) => {
  expect(visibleText(text)).toBe(seen);
});

test('nothing invisible is left of any text, and no word or pile of marks is too large', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const seen = visibleText(text);
      expect(seen).not.toMatch(
        /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u2028\u2029\u3164]/u,
      );
      expect(seen).not.toMatch(/\p{M}{5}|[ \u2800]{2}/u);
      expect(seen).not.toMatch(/[^\s\p{Lo}]{101}/u);
      expect(seen.isWellFormed()).toBe(true);
    }),
  );
});

test('letters, digits and signs are never lost', () => {
  const unit = fc.constantFrom(...'aЯ9ї*_<>@#:/.-«»…', '城', '\u200b', '\u202e');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 90 }), (text) => {
      expect(visibleText(text)).toBe(text.replace(/[\u200b\u202e]/g, ''));
    }),
  );
});

test('a cut text has the length asked for and says that it was cut', () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 2, max: 60 }), (text, chars) => {
      const cut = visibleCut(text, chars);
      expect(cut.length).toBeLessThanOrEqual(chars);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut.endsWith('…') || cut === visibleText(text).trim()).toBe(true);
    }),
  );
});

test('plain text, which is passed on unread, is what the whole way would give', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'aZéжїЇ’«»—–„“… 0,.[]()_*\u00a0\u202f№€'), maxLength: 240 });
  fc.assert(
    fc.property(plain, (text) => {
      // A zero-width space at the end makes the text take the whole way, on which it is dropped.
      expect(visibleText(text)).toBe(visibleText(`${text}\u200b`));
    }),
  );
});
