import type { ExtractedClaim } from '../../domain/extracted-claim.ts';
import type { Span } from '../document.ts';
import type { FrameType } from '../frames/lexicon.ts';
import type { Filler } from '../slots/filling.ts';
import { commonOf, type Event, triggerSpan } from './common.ts';
import { causeOf, purposeOf, requesterOf, routeOf, targetOf, whoOf } from './details/slots.ts';
import { excerptOf } from './excerpt.ts';
import { amountOf, countOf, itemsOf, timesOf } from './figures.ts';
import { NAME_CHARS, refOf } from './speaker-of.ts';
import { stakeOf } from './stake.ts';

type Slots<T extends FrameType> = Omit<Extract<ExtractedClaim, { readonly type: T }>, keyof ReturnType<typeof frameOf>>;

/** Puts a claim together from what was read. */
export function buildClaim(type: FrameType, event: Event, mode: ExtractedClaim['mode']): ExtractedClaim {
  const claim: unknown = { ...frameOf(type, event, mode), ...slotsOf(type, event) };
  return claim as ExtractedClaim;
}

function frameOf(type: FrameType, event: Event, mode: ExtractedClaim['mode']) {
  const { start, end } = event.sentence;
  const surface = surfacesOf(event);
  return {
    ...commonOf(event, (side) => stakeOf(type, event, side)),
    evidence: [{ start, end }],
    excerpt: excerptIn(event),
    mode,
    ...(Object.keys(surface).length > 0 && { surface }),
  };
}

function excerptIn(event: Event): Span {
  const { sentence, filling, analysis } = event;
  const clauses = analysis.clauses[sentence.index];
  const predicate = filling.trigger?.predicate ?? null;
  if (clauses === undefined) return { start: sentence.start, end: sentence.end };
  return excerptOf({ sentence, clauses, predicate, kept: keptBy(event) }, analysis.excerptWords);
}

/** What an excerpt has to hold: the trigger, names in slots, figures, and whoever speaks in the sentence. */
function keptBy(event: Event): readonly Span[] {
  const { filling, analysis } = event;
  const { start, index } = event.sentence;
  const names = Object.values(filling.slots).flatMap(({ mention }) => (mention?.sentence === index ? [mention] : []));
  const { dates = [], amounts = [], counts = [] } = analysis.figures[index] ?? {};
  const figures = [...dates, ...amounts, ...counts].map((span) => ({
    start: span.start + start,
    end: span.end + start,
  }));
  const frames = analysis.voices.attributions.flatMap(({ sentence, frame }) => (sentence === index ? [frame] : []));
  return [triggerSpan(event), ...names, ...figures, ...frames];
}

function slotsOf(type: FrameType, event: Event): Slots<FrameType> {
  switch (type) {
    case 'aid':
      return aidSlots(event);
    case 'move':
      return moveSlots(event);
    case 'strike':
      return strikeSlots(event);
    case 'visit':
      return visitSlots(event);
    case 'impact':
      return impactSlots(event);
  }
}

function aidSlots(event: Event): Slots<'aid'> {
  const [amount, count, requester] = [amountOf(event), countOf(event, 'weapon'), requesterOf(event)];
  return {
    type: 'aid',
    donor: refs(event, 'donor'),
    recipient: refs(event, 'recipient')[0] ?? null,
    items: itemsOf(event),
    kind: value(event, 'kind') as Slots<'aid'>['kind'],
    status: value(event, 'status') as Slots<'aid'>['status'],
    ...(requester !== null && { requester }),
    ...(amount && { amount }),
    ...(count && { count }),
  };
}

function moveSlots(event: Event): Slots<'move'> {
  const [count, place] = [countOf(event, 'force'), places(event)];
  return {
    type: 'move',
    actor: refs(event, 'actor')[0] ?? null,
    action: value(event, 'action') as Slots<'move'>['action'],
    place,
    ...routeOf(event, place, value(event, 'action') === 'withdraw'),
    ...(count && { count }),
  };
}

function strikeSlots(event: Event): Slots<'strike'> {
  const count = countOf(event, 'weapon');
  const [weapon, target] = [value(event, 'weapon'), targetOf(event)];
  return {
    type: 'strike',
    actor: refs(event, 'actor')[0] ?? null,
    weapon: weapon === 'none' ? [] : ([weapon] as Slots<'strike'>['weapon']),
    place: places(event),
    ...(target !== null && { target }),
    ...(count && { count }),
  };
}

function visitSlots(event: Event): Slots<'visit'> {
  const [visitor, purpose, count] = [refs(event, 'visitor'), purposeOf(event), timesOf(event)];
  return {
    type: 'visit',
    visitor,
    host: refs(event, 'host').filter((ref) => !visitor.includes(ref)),
    place: places(event),
    status: value(event, 'status') as Slots<'visit'>['status'],
    ...(purpose !== null && { purpose }),
    ...(count && { count }),
  };
}

function impactSlots(event: Event): Slots<'impact'> {
  const [count, who, cause] = [countOf(event, 'person'), whoOf(event), causeOf(event)];
  return {
    type: 'impact',
    kind: [value(event, 'kind')] as Slots<'impact'>['kind'],
    place: places(event),
    ...(who !== null && { who }),
    ...(cause !== null && { cause }),
    ...(count && { count }),
  };
}

const filler = ({ filling }: Event, slot: string): Filler | null => filling.slots[slot] ?? null;
const value = (event: Event, slot: string): string | undefined => filler(event, slot)?.value ?? undefined;

function refs(event: Event, slot: string): string[] {
  const found = value(event, slot);
  const ref = found === undefined ? null : refOf(found);
  return ref === null ? [] : [ref];
}

/** A country as a place goes by its name's id, not by its code. */
function places(event: Event): string[] {
  return refs(event, 'place').map((ref) => event.countries.get(ref)?.id ?? ref);
}

/** The article's spelling of the names that fill slots. */
function surfacesOf(event: Event): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.values(event.filling.slots).flatMap(({ value: id, mention }) =>
      id !== null && mention !== null && mention.naming === 'name' && refOf(id)
        ? [[id, mention.surface.slice(0, NAME_CHARS)]]
        : [],
    ),
  );
}
