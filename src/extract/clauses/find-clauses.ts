import type { Sentence } from '../document.ts';
import type { Clauses } from './clauses.ts';
import { findEndingClauses } from './endings.ts';
import type { ClauseLexicon } from './lexicon.ts';
import { findOrderedClauses } from './ordered.ts';

/** Verbs and event nouns of a sentence with who does what to whom, where, and how sure. Linear in its length; never throws. */
export const findClauses = (sentence: Sentence, lexicon: ClauseLexicon): Clauses =>
  lexicon.grammar === 'order' ? findOrderedClauses(sentence, lexicon) : findEndingClauses(sentence, lexicon);
