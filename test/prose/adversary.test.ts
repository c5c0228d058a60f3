import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { checkSentence } from '../../src/prose/check.ts';
import { committedFacts, PROSE_WORDS } from '../support/prose-facts.ts';
import { TOLD } from './adversary/facts.ts';
import { HONEST } from './adversary/honest.ts';
import { HOSTILE } from './adversary/hostile.ts';

/** Written against the rules by hand: of the hostile all are caught, of the honest this share passes. */
const PASSED_AT_LEAST = 0.7;

async function checkIn(language: Language) {
  const [own, committed] = [TOLD[language], await committedFacts(language)];
  const known = { facts: [...own.facts, ...committed.facts], names: [...own.names, ...committed.names] };
  return (lines: string, text: string): boolean => {
    const facts = lines.split(',').map((line) => known.facts.findIndex((fact) => fact.line === line) + 1);
    if (facts.includes(0)) throw new Error(`no line ${lines}`);
    return checkSentence({ text, facts }, known, PROSE_WORDS[language]).ok;
  };
}

describe.for(LANGUAGES)('sentences that say something else, in %s', async (language) => {
  const passes = await checkIn(language);
  test.for(Object.entries(HOSTILE[language]))('%s', ([, sentences]) => {
    expect(sentences.filter(([lines, text]) => passes(lines, text))).toEqual([]);
  });

  test('what says the same passes', () => {
    const passed = HONEST[language].filter(([lines, text]) => passes(lines, text));
    expect(passed.length / HONEST[language].length).toBeGreaterThanOrEqual(PASSED_AT_LEAST);
  });
});
