import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { checkSentence, type GivenSentence } from '../../src/prose/check.ts';
import { committedFacts, PROSE_WORDS } from '../support/prose-facts.ts';
import { corrupted } from './corruptions.ts';
import { SOUND } from './sound-wordings.ts';

/** Of corrupted sentences, the share that is caught; of sound ones written by hand, the share that passes. */
const CAUGHT_AT_LEAST = 0.99;
const PASSED_AT_LEAST = 0.7;

describe.for(LANGUAGES)('over the committed articles, in %s', async (language) => {
  const known = await committedFacts(language);
  const numberOf = (line: string): number => known.facts.findIndex((fact) => fact.line === line) + 1;
  const byHand = SOUND[language].map(([lines, text]) => ({ text, facts: lines.split(',').map(numberOf) }));
  const passes = (sentence: GivenSentence): boolean => checkSentence(sentence, known, PROSE_WORDS[language]).ok;
  // What needs no speaker is its own soundest wording.
  const plain = known.facts.flatMap(({ telling, sentence }, at) =>
    telling === 'plain' ? [{ text: sentence, facts: [at + 1] }] : [],
  );

  test('every wording by hand is of lines that are there', () => {
    expect(byHand.filter(({ facts }) => facts.includes(0))).toEqual([]);
  });

  test('a line may be worded as it is', () => {
    expect(plain.filter((sentence) => !passes(sentence))).toEqual([]);
  });

  test('sound wordings pass', () => {
    expect(byHand.filter(passes).length / byHand.length).toBeGreaterThanOrEqual(PASSED_AT_LEAST);
  });

  test('corrupted ones do not', () => {
    const sound = [...byHand, ...plain].filter(passes);
    const wrong = corrupted(sound, language, known.facts.length);
    const missed = wrong.filter(passes);
    expect(wrong.length).toBeGreaterThan(300);
    expect(1 - missed.length / wrong.length, JSON.stringify(missed, null, 1)).toBeGreaterThanOrEqual(CAUGHT_AT_LEAST);
  });
});
