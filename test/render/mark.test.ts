import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName } from '../../src/domain/entity.ts';
import { markRuns } from '../../src/render/mark.ts';

const whole = (words: string) => ({ any: [words], isBeginning: false });
const begun = (words: string) => ({ any: [words], isBeginning: true });

/** Bold stretches in braces. */
const marked = (text: string, ...marks: Parameters<typeof markRuns>[1]): string =>
  markRuns(text, marks)
    .map(({ text: run, style }) => (style === 'bold' ? `{${run}}` : run))
    .join('');

test.for([
  ['The bridge fell.', [whole('bridge')], 'The {bridge} fell.'],
  ['Bridges fell near the bridge', [begun('bridge')], '{Bridges} fell near the {bridge}'],
  ['A bridge, the bridge', [whole('the bridge')], 'A bridge, {the bridge}'],
  ['the cease-fire holds', [whole('cease fire')], 'the {cease-fire} holds'],
  ['П’ять у П’ятихатках', [whole(foldName('п’ять'))], '{П’ять} у П’ятихатках'],
  ['Café', [whole('cafe')], '{Café}'],
  ['one two three', [whole('one two'), whole('two three')], '{one two}{ three}'],
  ['*not* <@1> bold', [whole('bold')], '*not* <@1> {bold}'],
  ['Kharkiv, Харків', [{ any: ['kharkiv', 'харків'], isBeginning: false }], '{Kharkiv}, {Харків}'],
  ['Nothing', [whole('else')], 'Nothing'],
  ['', [whole('else')], ''],
] as const)('%s', ([text, marks, shown]) => {
  expect(marked(text, ...marks)).toBe(shown);
});

test('changes no character, whatever the text and the marks', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 80 });
  const anyMark = fc.record({
    any: fc.array(
      anyText.map((text) => foldName(text) || 'x'),
      { maxLength: 2 },
    ),
    isBeginning: fc.boolean(),
  });
  fc.assert(
    fc.property(anyText, fc.array(anyMark, { maxLength: 3 }), (text, marks) => {
      const runs = markRuns(text, marks);
      expect(runs.map((run) => run.text).join('')).toBe(text);
    }),
    { numRuns: 100 },
  );
});
