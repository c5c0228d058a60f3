import type { Document } from '../document.ts';
import type { Mention } from '../entities/mention.ts';
import type { Voices } from './attribution.ts';
import { findConfirmations } from './confirmation.ts';
import { findAttributions } from './find-attributions.ts';
import type { Grammar } from './grammar.ts';

/**
 * Everything in a document that is not the narrator's own plain word. Linear in the document; never throws.
 * @param mentions of this document, in the order of their sentences
 */
export function findVoices(document: Document, mentions: readonly Mention[], grammar: Grammar): Voices {
  const attributions = findAttributions(document, mentions, grammar);
  return { attributions, confirmations: findConfirmations(document.sentences, attributions, grammar) };
}
