import type { Brief } from './domain/brief.ts';
import { withCorrections } from './domain/corrections.ts';
import { printedKeys } from './domain/printed-message.ts';
import type { CorrectionStore } from './store/correction-contract.ts';

/** An answer with what is corrected of it by now, in the sight of who asked for it. */
export async function asCorrected(corrections: Pick<CorrectionStore, 'of'>, brief: Brief): Promise<Brief> {
  return withCorrections(brief, await corrections.of(brief.question.scope, printedKeys(brief)));
}
