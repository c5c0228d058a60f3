import type { Claim } from '../../../domain/claim.ts';
import { capitalised } from '../../capitalised.ts';
import { articleWords, type WordsContext } from '../context.ts';
import { aidWords } from './aid.ts';
import { impactWords } from './impact.ts';
import { moveWords } from './move.ts';
import { strikeWords } from './strike.ts';
import { visitWords } from './visit.ts';

/** One English sentence. */
export function englishWords(claim: Claim, context: WordsContext): string {
  return `${capitalised(clauseOf(claim, context))}.`;
}

function clauseOf(claim: Claim, context: WordsContext): string {
  switch (claim.type) {
    case 'aid':
      return aidWords(claim, context);
    case 'move':
      return moveWords(claim, context);
    case 'strike':
      return strikeWords(claim, context);
    case 'visit':
      return visitWords(claim, context);
    case 'impact':
      return impactWords(claim, context);
    case 'statement': {
      const on = claim.topic === undefined ? '' : ` on this topic: ${articleWords(claim.topic, context)}`;
      return claim.neg ? `no statement${on}` : `a statement${on}`;
    }
  }
}
