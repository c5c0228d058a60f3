import type { Line } from '../../domain/brief.ts';
import { isStateRun, type Standing } from '../../domain/trust.ts';

/** Whether none but state-run or doubtful publishers tell of an event, by how all who do stand; undefined where others do too. */
export function onlyFrom(tellers: readonly (Standing | undefined)[]): Line['onlyFrom'] {
  const kinds = tellers.map(kindOf);
  if (kinds.length === 0 || kinds.includes(null)) return undefined;
  const runByStates = tellers.flatMap((teller) =>
    teller?.ownership && isStateRun(teller.ownership) ? [teller.ownership] : [],
  );
  const countries = [...new Set(runByStates.flatMap(({ country }) => country ?? []))].sort();
  if (runByStates.length === tellers.length) return { kind: 'state', countries };
  return { kind: kinds.includes('state') ? 'either' : 'doubtful', countries };
}

function kindOf(teller: Standing | undefined): 'state' | 'doubtful' | null {
  if (teller?.ownership && isStateRun(teller.ownership)) return 'state';
  return teller?.tier === 'doubtful' ? 'doubtful' : null;
}
