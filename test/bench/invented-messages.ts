import type { ReadMessage } from '../../src/domain/message.ts';
import { sentenceOf } from '../support/claims.ts';
import type { SyntheticStore } from '../support/synthetic.ts';

const STATEMENTS_AT_MOST = 4;

/**
 * A message as its reader would give it: one to four of the statements of an article of the store, every second of them with
 * another figure.
 */
export function inventedMessage(store: SyntheticStore, index: number): ReadMessage {
  const { article, claims } = store.file(index);
  const told = claims.slice(0, 1 + (index % STATEMENTS_AT_MOST));
  const sentences = told.map((claim) => `${sentenceOf(claim).en[0]?.toUpperCase()}${sentenceOf(claim).en.slice(1)}.`);
  const starts = sentences.map((_, at) => sentences.slice(0, at).join(' ').length + Number(at > 0));
  return {
    text: sentences.join(' '),
    isCut: false,
    article,
    claims: told.map((claim, at) => {
      const [first] = claim.evidence;
      const moved = { ...claim, attr: null, evidence: first ? [{ ...first, start: starts[at] ?? 0 }] : claim.evidence };
      return { claim: (index + at) % 2 === 0 ? moved : withOtherFigure(moved), isSure: true };
    }),
  };
}

type Told = ReadMessage['claims'][number]['claim'];

const withOtherFigure = (claim: Told): Told =>
  'count' in claim && claim.count && 'value' in claim.count
    ? { ...claim, count: { ...claim.count, value: 2 * claim.count.value + 1 } }
    : claim;
