import { excerptOf } from './brief/quote.ts';
import type { Corrections } from './corrections/contract.ts';
import { createCorrections } from './corrections/corrections.ts';
import type { CorrectionPorts } from './corrections/ports.ts';
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
  readonly proposals: KeyValue;
}

/** Corrections, and who is told of the mistakes that members report. */
export interface ComposedCorrections {
  readonly corrections: Corrections;
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
    connect: (to) => {
      tell = to;
    },
  };
}
