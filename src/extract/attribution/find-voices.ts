import type { Document } from '../document.ts';
import type { Mention } from '../entities/mention.ts';
import type { Voices } from './attribution.ts';
import { findConfirmations } from './confirmation.ts';
import { findAttributions } from './find-attributions.ts';
import type { AttributionLexicon } from './lexicon.ts';

/** Everything in a document that is not the narrator's own plain word. */
export function findVoices(document: Document, mentions: readonly Mention[], lexicon: AttributionLexicon): Voices {
  const attributions = findAttributions(document, mentions, lexicon);
  return { attributions, confirmations: findConfirmations(document.sentences, attributions, lexicon) };
}
