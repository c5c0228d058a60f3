import { expect, test } from 'vitest';
import { roleOf } from '../../../src/extract/clauses/role-of.ts';
import { analysed, predicateAt } from './analysed.ts';

const SENTENCE =
  'In Beirut, officials of the ministry said Syrian troops had shelled Tripoli and Sidon from the hills, killing a man.';

test.for<readonly [word: string, predicate: string, role: string]>([
  ['shelled', 'shelled', 'head'],
  ['had', 'shelled', 'head'],
  ['troops', 'shelled', 'subject'],
  ['Syrian', 'shelled', 'subject'],
  ['Tripoli', 'shelled', 'object'],
  ['Sidon', 'shelled', 'object'],
  ['hills', 'shelled', 'pp:from'],
  ['man', 'shelled', 'other-clause'],
  ['ministry', 'shelled', 'other-clause'],
  ['Beirut', 'said', 'pp:in'],
  ['officials', 'said', 'subject'],
  ['ministry', 'said', 'subject/of'],
  ['Tripoli', 'said', 'other-clause'],
  ['man', 'killing', 'object'],
])('%s to %s: %s', ([word, head, role]) => {
  const found = analysed(SENTENCE);
  const token = found.sentence.tokens.findIndex(({ text }) => text === word);
  expect(roleOf(token, predicateAt(found, head), found.clauses)).toBe(role);
});

test.for<readonly [word: string, role: string]>([
  ['attack', 'head'],
  ['air', 'np-internal'],
  ['Sudan', 'possessor'],
  ['barracks', 'pp:on'],
  ['Juba', 'pp:near'],
  ['left', 'after'],
])('%s to the attack: %s', ([word, role]) => {
  const found = analysed("Sudan's air attack on the barracks near Juba left two soldiers dead.");
  const token = found.sentence.tokens.findIndex(({ text }) => text === word);
  expect(roleOf(token, predicateAt(found, 'attack'), found.clauses)).toBe(role);
});
