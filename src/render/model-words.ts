import type { Language } from '../domain/language.ts';
import type { ModelStatus } from '../domain/model-status.ts';
import { clip } from './cut.ts';
import { numberWords } from './figure-words.ts';
import { messagesIn } from './messages/in-language.ts';

const MODEL_CHARS = 120;

/** What the operator's model was used for, and what came of what it said of articles: a sentence each. */
export function modelWords(status: ModelStatus, language: Language): readonly [use: string, claims: string] {
  const words = messagesIn(language).model;
  const of = (n: number, most: number): string =>
    most === 0 ? numberWords(n, language) : words.ofMost(numberWords(n, language), numberWords(most, language));
  const { id, requests, requestsPerDay, tokens, tokensPerDay, outcomes } = status;
  const told = outcomes.map(([outcome, n]) => `${outcomeWords(outcome, language)}: ${numberWords(n, language)}`);
  return [
    words.use(clip(id, MODEL_CHARS), of(requests, requestsPerDay), of(tokens, tokensPerDay)),
    told.length === 0 ? words.noClaims : words.claims(told.join('; ')),
  ];
}

const FAILED = 'failed ';

function outcomeWords(outcome: string, language: Language): string {
  const { outcomes, failures } = messagesIn(language).model;
  const [words, name] = outcome.startsWith(FAILED) ? [failures, outcome.slice(FAILED.length)] : [outcomes, outcome];
  return Object.entries(words).find(([each]) => each === name)?.[1] ?? outcome;
}
