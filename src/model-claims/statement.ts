import { epiOf } from '../extract/attribution/attribution-at.ts';
import { speakerOf } from '../extract/claims/speaker-of.ts';
import type { Sentence } from '../extract/document.ts';
import type { ModelClaim } from './answer.ts';
import type { Around, Checked } from './check-claim.ts';
import { attributionTo } from './speaker.ts';

/** What somebody says: always an excerpt, and only of a speaker whom the local reading finds there too. */
export function statementAt(told: ModelClaim, { index, start, end }: Sentence, { analysis }: Around): Checked {
  const said = attributionTo(told.speaker, index, analysis);
  const attr = said === undefined ? null : speakerOf(said.holder);
  if (said === undefined || attr === null || attr.who === 'unspecified')
    return { claim: null, outcome: 'dropped speaker' };
  const epi = epiOf(said, null);
  const span = { start, end };
  return {
    claim: {
      ...{ type: 'statement', speaker: attr.who, attr, epi, realis: 'actual', neg: epi === 'denied' },
      ...{ mode: 'excerpt', evidence: [span], excerpt: span },
    },
    outcome: 'excerpt',
  };
}
