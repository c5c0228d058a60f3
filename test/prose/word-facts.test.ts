import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact, Facts } from '../../src/domain/prose.ts';
import { checkSentence, type GivenSentence } from '../../src/prose/check.ts';
import { promptOf, wordable } from '../../src/prose/prompt.ts';
import { wordFacts } from '../../src/prose/word-facts.ts';
import { hostileText } from '../support/hostile-text.ts';
import { PROSE_WORDS } from '../support/prose-facts.ts';

const words = PROSE_WORDS.en;
const fact = (line: string, sentence: string, over: Partial<Fact> = {}): Fact => ({
  ...{ line, sentence, telling: 'plain', speaker: [], isUndone: false, date: null },
  ...over,
});
const FACTS: Facts = {
  facts: [
    fact('a', 'Norland shelled the port of Tarn with 12 rockets.'),
    fact('b', 'The two sides did not agree.', { telling: 'said', speaker: ['Ann Lee'] }),
    fact('c', 'Some 300 people left Tarn.'),
  ],
  names: [],
};
const GOOD: readonly GivenSentence[] = [
  { text: 'Norland shelled the port of Tarn with 12 rockets.', facts: [1] },
  { text: 'Ann Lee said the two sides did not agree.', facts: [2] },
  { text: 'Some 300 people left Tarn.', facts: [3] },
];
const BAD: GivenSentence = { text: 'Tarn shelled Norland.', facts: [1] };

describe('an answer of a model', () => {
  test.for([
    { name: 'all sound', given: GOOD, lines: ['a', 'b', 'c'] },
    { name: 'a third wrong', given: [BAD, ...GOOD.slice(1)], lines: ['b', 'c'] },
    { name: 'more than a third wrong', given: [BAD, BAD, GOOD[1]], lines: null },
    { name: 'a line worded again', given: [...GOOD, GOOD[0]], lines: ['a', 'b', 'c'] },
    { name: 'nothing', given: [], lines: null },
  ])('$name', ({ given, lines }) => {
    const sentences = given.filter((one) => one !== undefined);
    expect(wordFacts(sentences, FACTS, words)?.sentences.flatMap((one) => one.lines) ?? null).toEqual(lines);
  });

  const sentence = fc.record({
    text: fc.oneof(
      fc.constantFrom(...GOOD.map(({ text }) => text), BAD.text),
      hostileText,
      fc.shuffledSubarray(GOOD.flatMap(({ text }) => text.split(' '))).map((shuffled) => shuffled.join(' ')),
    ),
    facts: fc.array(fc.integer({ min: -1, max: 5 }), { maxLength: 4 }),
  });

  test('whatever it is, what is taken of it passes the check, and words each line once', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 8 }), (given) => {
        const taken = wordFacts(given, FACTS, words)?.sentences ?? [];
        const lines = taken.flatMap((one) => one.lines);
        expect(new Set(lines).size).toBe(lines.length);
        for (const { text, lines: worded } of taken) {
          const facts = worded.map((line) => FACTS.facts.findIndex((one) => one.line === line) + 1);
          expect(checkSentence({ text, facts }, FACTS, words).ok).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a model is given', () => {
  test('is each fact with its number and who says it, and the same for the same facts', () => {
    const { user } = promptOf(FACTS);
    expect(user).toBe(
      [
        '1. Norland shelled the port of Tarn with 12 rockets.',
        '2. [Ann Lee: said] The two sides did not agree.',
        '3. Some 300 people left Tarn.',
      ].join('\n'),
    );
    expect(promptOf(FACTS)).toEqual(promptOf(structuredClone(FACTS)));
  });

  test('is nothing of which the words alone do not say that it has not happened', () => {
    const planned = fact('d', 'Norland sends troops.', { isUndone: true });
    const said = fact('e', 'Norland will send troops.', { isUndone: true });
    expect(wordable({ facts: [planned, said], names: [] }, words).facts).toEqual([said]);
  });
});
