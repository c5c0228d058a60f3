import { isRevisedBy } from './brief/event/superseded.ts';
import { excerptOf } from './brief/quote.ts';
import type { Corrections } from './corrections/contract.ts';
import { createCorrections } from './corrections/corrections.ts';
import type { CorrectionPorts } from './corrections/ports.ts';
import { supersede } from './corrections/superseding.ts';
import { refsOf } from './domain/claim.ts';
import { labelsOf } from './labels.ts';
import { newId } from './new-id.ts';
import type { KeyValue, Ports } from './ports.ts';
import type { CorrectionStore } from './store/correction-contract.ts';
import type { MistakeStore } from './store/mistake-contract.ts';

/** What corrections are put together from. */
export interface CorrectionParts extends Pick<CorrectionPorts, 'recall'> {
  readonly store: CorrectionStore;
  readonly mistakes: MistakeStore;
  readonly travelled: CorrectionPorts['travelled'];
  readonly proposals: KeyValue;
  /** Up to where articles were looked at for figures that they revise. */
  readonly upTo: KeyValue;
  /** Unix ms. */
  readonly now: () => number;
}

/** Corrections, and who is told of the mistakes that members report. */
export interface ComposedCorrections {
  readonly corrections: Corrections;
  /** Notes which figures were revised by what was stored since it was last asked. @returns how many articles it looked at */
  readonly supersede: () => Promise<number>;
  /** From now on there are moderators to tell. */
  readonly connect: (tell: CorrectionPorts['tell']) => void;
}

/** Puts together what is done about what does not stand. */
export function composeCorrections({ claims, gazetteer, report }: Ports, parts: CorrectionParts): ComposedCorrections {
  let tell: CorrectionPorts['tell'] = async () => false;
  const corrections = createCorrections({
    ...parts,
    ...{ claims, excerptOf, newId, report },
    labelsOf: async (told) => {
      const entities = await gazetteer.byRef([...new Set(told.flatMap(refsOf))]);
      return labelsOf(told, (ref) => entities.get(ref));
    },
    tell: (mistake) => tell(mistake),
  });
  return {
    corrections,
    supersede: () => supersede({ claims, isRevisedBy, newId, store: parts.store, upTo: parts.upTo, now: parts.now }),
    connect: (to) => {
      tell = to;
    },
  };
}
