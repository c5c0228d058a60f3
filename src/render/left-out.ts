import type { Line } from '../domain/brief.ts';
import { hasHappened } from '../domain/fact.ts';
import type { Language } from '../domain/language.ts';
import type { Block } from '../domain/page.ts';
import { small } from './blocks.ts';
import { messagesIn } from './messages/in-language.ts';
import type { LeftOut } from './messages/picture-messages.ts';

const REASONS: readonly LeftOut[] = [
  'nowhere',
  'undated',
  'notDone',
  'uncounted',
  'otherCount',
  'revised',
  'doubted',
  'quoted',
];

/** Why a picture must not show an event whatever it has; null where it may. The slots of an excerpt are not relied on. */
export function whyNotShown({ claim }: Pick<Line, 'claim'>): LeftOut | null {
  if (claim.mode === 'excerpt') return 'quoted';
  const isDenied = claim.neg && claim.epi === 'denied';
  return hasHappened(claim) && (!claim.neg || isDenied) ? null : 'notDone';
}

/** Small print on the events that a picture leaves out; none where it has all. */
export function leftOutBlocks(reasons: readonly LeftOut[], language: Language): readonly Block[] {
  const words = messagesIn(language).picture;
  const told = REASONS.flatMap((reason) => {
    const n = reasons.filter((one) => one === reason).length;
    return n === 0 ? [] : [words.reason[reason](n)];
  });
  return told.length === 0 ? [] : [small(words.leftOut(told))];
}
