import type { Sentence } from '../document.ts';
import type { Clauses } from './clauses.ts';
import type { OrderGrammar } from './lexicon.ts';
import { findOrderedClauses } from './ordered.ts';

/** Verbs and event nouns of a sentence with who does what to whom, where, and how sure. Linear in its length; never throws. */
export const findClauses = (sentence: Sentence, grammar: OrderGrammar): Clauses =>
  findOrderedClauses(sentence, grammar);
