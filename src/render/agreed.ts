import type { Dispute, Line } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import { hasHappened, isDenial } from '../domain/fact.ts';
import { clip } from './cut.ts';
import { calendarWords } from './date-words.ts';
import type { DisputeContext } from './dispute-words.ts';
import { amountWords, countWords } from './figure-words.ts';
import type { DisputeMessages } from './messages/telling-messages.ts';
import { nameOf } from './speaker.ts';

type Slot = Extract<keyof DisputeMessages['slot'], string>;

/** What an article says in a slot, in words that are equal for equal values. */
interface Given {
  readonly citation: number;
  readonly slot: Slot;
  readonly value: string;
}

const SLOTS: readonly Slot[] = ['happened', 'who', 'recipient', 'whom', 'place', 'date', 'amount', 'count'];
const NAME_CHARS = 60;
/** In place of a value: it is denied, or has not happened. */
const NOT_SO = 'no';

/**
 * What all of an event's articles that say it say alike, at least two of them, in the reader's words; nothing of what is in
 * dispute.
 */
export function agreedSlots(line: Line, context: DisputeContext): readonly (readonly [Slot, string])[] {
  const told = [line.backing, ...line.accounts.map(({ backing }) => backing)].flat();
  const given = told.flatMap(({ citation, claim }) => givenBy(claim, citation, context));
  const disputed = new Set(line.disputes.map(slotOf));
  return SLOTS.flatMap((slot) => {
    const those = given.filter((one) => one.slot === slot);
    const [first] = those;
    const isAgreed =
      new Set(those.map(({ citation }) => citation)).size > 1 && those.every(({ value }) => value === first?.value);
    return first && isAgreed && first.value !== NOT_SO && !disputed.has(slot) ? [[slot, first.value] as const] : [];
  });
}

function slotOf({ over }: Dispute): Slot {
  if (over === 'denial') return 'happened';
  return over === 'actor' ? 'who' : over;
}

type Told = readonly (readonly [slot: Slot, value: string | null])[];

/** Of an excerpt no slot is sure; a denial says nothing of how it was. */
function givenBy(claim: Claim, citation: number, context: DisputeContext): readonly Given[] {
  if (claim.mode === 'excerpt') return [];
  const told = [
    ...happened(claim),
    ...(isDenial(claim) ? [] : circumstances(claim, context)),
    ...figures(claim, context),
  ];
  return told.flatMap(([slot, value]) => (value === null ? [] : [{ citation, slot, value }]));
}

/** Aid and visits have stages: what one article says is done may be promised in another. */
function happened(claim: Claim): Told {
  if (claim.type === 'aid' || claim.type === 'visit') return [];
  const isSo = !isDenial(claim) && hasHappened(claim);
  return [['happened', isSo ? '' : NOT_SO]];
}

function circumstances(claim: Claim, { labels, language }: DisputeContext): Told {
  const names = (refs: readonly string[]): string =>
    refs
      .map((ref) => clip(nameOf(ref, labels, language), NAME_CHARS))
      .sort()
      .join(', ');
  const parties = partiesOf(claim).map(([slot, refs]) => [slot, names(refs) || null] as const);
  return [...parties, ['date', claim.date ? calendarWords(claim.date, language) : null]];
}

function figures(claim: Claim, { language }: DisputeContext): Told {
  return [
    ['amount', 'amount' in claim && claim.amount ? amountWords(claim.amount, language) : null],
    ['count', 'count' in claim && claim.count ? countWords(claim.count, language) : null],
  ];
}

function partiesOf(claim: Claim): readonly (readonly [Slot, readonly string[]])[] {
  switch (claim.type) {
    case 'aid':
      return [
        ['who', claim.donor],
        ['recipient', claim.recipient === null ? [] : [claim.recipient]],
        ['place', claim.place ?? []],
      ];
    case 'move':
    case 'strike':
      return [
        ['who', claim.actor === null ? [] : [claim.actor]],
        ['place', claim.place],
      ];
    case 'visit':
      return [
        ['who', claim.visitor],
        ['whom', claim.host],
        ['place', claim.place],
      ];
    case 'impact':
      return [['place', claim.place]];
    case 'statement':
      return [['who', [claim.speaker]]];
  }
}
