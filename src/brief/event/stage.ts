import type { AID_STATUSES, Claim, VISIT_STATUSES } from '../../domain/claim.ts';
import { hasHappened } from '../../domain/fact.ts';

type Status = (typeof AID_STATUSES)[number] | (typeof VISIT_STATUSES)[number];

/** How far a package or a visit has come; what has been called off may still come about after all. */
const STAGES: Readonly<Record<Status, number>> = {
  requested: 0,
  proposed: 1,
  pledged: 2,
  announced: 3,
  approved: 4,
  refused: 5,
  suspended: 5,
  delivering: 6,
  delivered: 7,
  planned: 0,
  cancelled: 1,
  under_way: 2,
  done: 3,
};

/** Higher is later; 0 for what has no stages. */
export const stageOf = (claim: Claim): number =>
  claim.type === 'aid' || claim.type === 'visit' ? STAGES[claim.status] : 0;

/** A sum asked for, a sum given and a sum withheld are three things. */
export function standOf(status: string | undefined): 'asked' | 'given' | 'withheld' {
  if (status === 'requested' || status === 'proposed') return 'asked';
  return status === 'refused' || status === 'suspended' ? 'withheld' : 'given';
}

/** Whether what a claim tells has happened: what is promised has with the word, whenever the aid itself comes. */
export const hasComeAbout = (claim: Claim): boolean =>
  hasHappened(claim) ||
  (claim.type === 'aid' && claim.realis === 'planned' && (claim.status === 'pledged' || claim.status === 'announced'));
