import type { ExtractedClaim } from '../../src/domain/extracted-claim.ts';
import { GoldClaim } from '../../src/train/gold.ts';

/** An annotated claim, as its file has it. */
export const aGold = (slots: { readonly type: GoldClaim['type'] } & Readonly<Record<string, unknown>>): GoldClaim =>
  GoldClaim.parse({ spans: [[0, 20]], ...slots });

type Slots = { readonly [T in ExtractedClaim['type']]: object };

const SLOTS: Slots = {
  aid: { donor: ['DE'], recipient: 'UA', items: [], kind: 'military', status: 'pledged' },
  move: { actor: 'RU', action: 'capture', place: ['izium'] },
  strike: { actor: 'RU', weapon: ['drone'], place: ['izium'] },
  visit: { visitor: ['lee'], host: ['UA'], place: ['kyiv'], status: 'done' },
  impact: { kind: ['killed'], place: ['izium'] },
  statement: { speaker: 'lee' },
};

/** What an extractor gives for a type: Germany pledges, Russia takes and strikes Izium, Lee is in Kyiv. */
export function anAnswer(type: ExtractedClaim['type'], over: object = {}): ExtractedClaim {
  const span = { start: 0, end: 20 };
  const common = { mode: 'excerpt', attr: null, epi: 'asserted', realis: 'actual', neg: false, evidence: [span] };
  return { type, ...common, excerpt: span, ...SLOTS[type], ...over } as unknown as ExtractedClaim;
}
