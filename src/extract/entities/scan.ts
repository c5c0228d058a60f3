import type { Draft } from './draft.ts';
import { matchHead } from './match-office.ts';
import { matchOwner, matchPrefixed, runStep } from './match-owner.ts';
import { matchPronoun } from './match-pronoun.ts';
import { matchCompass, matchKindOf } from './match-territory.ts';
import type { Reader } from './reader.ts';
import { runAt } from './run.ts';
import type { Matcher } from './step.ts';

const matchRun: Matcher = (reader, at) => {
  const run = runAt(reader, at);
  return run && runStep(reader, run.from, run.to, run.kind, null);
};

/** In the order in which they are asked. */
const MATCHERS: readonly Matcher[] = [
  matchPrefixed,
  matchCompass,
  matchOwner,
  matchPronoun,
  matchKindOf,
  matchHead,
  matchRun,
];

/** What the words of a sentence name, in text order and apart from each other. */
export function scan(reader: Reader): readonly Draft[] {
  const drafts: Draft[] = [];
  for (let at = 0; at < reader.words.length; ) {
    const step = firstStep(reader, at);
    if (step) drafts.push(...step.drafts);
    at = Math.max(at + 1, step?.end ?? 0);
  }
  return drafts;
}

function firstStep(reader: Reader, at: number) {
  for (const matcher of MATCHERS) {
    const step = matcher(reader, at);
    if (step) return step;
  }
  return null;
}
