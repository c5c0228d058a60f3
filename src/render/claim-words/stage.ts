import type { Claim } from '../../domain/claim.ts';
import { isAct } from '../../domain/own-words.ts';

type Realis = Claim['realis'];

/** The realis of what is put into words, where the status of aid or of a visit says it beside the claim's own. */
export function stageOf(claim: Claim): Realis {
  switch (claim.type) {
    case 'aid':
      // "Pledged" says by itself that nothing has arrived.
      if (isAct(claim)) return 'actual';
      return claim.status === 'delivering' && claim.realis === 'actual' ? 'ongoing' : claim.realis;
    case 'visit':
      return visitStage(claim.status, claim.realis);
    case 'move':
    case 'strike':
    case 'impact':
    case 'statement':
      return claim.realis;
  }
}

function visitStage(status: Extract<Claim, { type: 'visit' }>['status'], realis: Realis): Realis {
  if (realis !== 'actual' && realis !== 'ongoing') return realis;
  if (status === 'planned') return 'planned';
  return status === 'under_way' ? 'ongoing' : 'actual';
}
