import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  AID_KINDS,
  AID_STATUSES,
  Bound,
  Claim,
  IMPACT_KINDS,
  MOVE_ACTIONS,
  VISIT_STATUSES,
  WEAPONS,
} from '../../domain/claim.ts';
import { ClaimDate } from '../../domain/claim-parts.ts';

/** A claim as it was annotated; what does not fit a slot is left out of it. */
export const AnnotatedClaim = z.looseObject({ type: z.string(), spans: z.array(z.tuple([z.number(), z.number()])) });
export type AnnotatedClaim = z.infer<typeof AnnotatedClaim>;

/** What a name in an annotation is called here; null for one that cannot be a name. */
export type Canonical = (name: string) => string | null;

/** An annotated claim as the extractor would give it, had it read all slots right; null where one that it needs is missing. */
export function claimOf(gold: AnnotatedClaim, id: string, text: string, canonical: Canonical): Claim | null {
  const slot = readerOf(gold, canonical);
  const shared = {
    id,
    mode: 'structured',
    type: gold.type,
    attr: attributionOf(gold.attr, canonical),
    epi: gold.epi ?? 'asserted',
    ...oneOf('confirmation', gold.confirmation, ['unconfirmed', 'denied', 'confirmed']),
    realis: gold.realis ?? 'actual',
    neg: gold.neg === true,
    ...optional('date', ClaimDate.safeParse(dateOf(gold.date)).data),
    evidence: gold.spans.filter(([start, end]) => end > start).map(([start, end]) => evidenceOf(text, start, end)),
  };
  const claim = Claim.safeParse({ ...shared, ...slotsOf(gold, slot) });
  return claim.success ? claim.data : null;
}

interface Slot {
  readonly refs: (name: string) => readonly string[];
  readonly first: (name: string) => string | null;
  readonly words: (name: string) => readonly string[];
}

function readerOf(gold: AnnotatedClaim, canonical: Canonical): Slot {
  const words = (name: string): readonly string[] => stringsIn(gold[name]);
  const refs = (name: string): readonly string[] => [...new Set(words(name).flatMap((each) => canonical(each) ?? []))];
  return { words, refs, first: (name) => refs(name)[0] ?? null };
}

const stringsIn = (value: unknown): readonly string[] =>
  [value].flat(3).filter((each): each is string => typeof each === 'string' && each !== '');

function slotsOf(gold: AnnotatedClaim, { refs, first, words }: Slot): object {
  const counted = optional('count', countOf(gold.count));
  switch (gold.type) {
    case 'aid':
      return {
        donor: refs('donor'),
        recipient: first('recipient'),
        ...optional('amount', amountOf(gold.amount)),
        ...counted,
        items: words('items').map((item) => item.slice(0, 60)),
        ...oneOf('kind', gold.kind, AID_KINDS),
        ...oneOf('status', gold.status, AID_STATUSES),
      };
    case 'move':
      return { actor: first('actor'), ...oneOf('action', gold.action, MOVE_ACTIONS), place: refs('place'), ...counted };
    case 'strike':
      return {
        actor: first('actor'),
        weapon: words('weapon').filter((weapon) => WEAPONS.some((known) => known === weapon)),
        place: refs('place'),
        ...optional('target', words('target')[0]?.slice(0, 120)),
        ...counted,
      };
    case 'visit':
      return {
        visitor: refs('visitor'),
        place: refs('place'),
        host: refs('host'),
        ...oneOf('status', gold.status, VISIT_STATUSES),
      };
    case 'impact':
      return {
        kind: words('kind').filter((kind) => IMPACT_KINDS.some((known) => known === kind)),
        place: refs('place'),
        ...optional('who', words('who')[0]?.slice(0, 120)),
        ...counted,
      };
    default:
      return { speaker: first('speaker') };
  }
}

const optional = (name: string, value: unknown): object => (value == null ? {} : { [name]: value });

/** The first of the values that is one of the closed ones. */
function oneOf(name: string, value: unknown, known: readonly string[]): object {
  return optional(
    name,
    stringsIn(value).find((each) => known.includes(each)),
  );
}

const Holder = z.object({ who: z.unknown(), side: z.unknown().optional(), cue: z.unknown().optional() });

function attributionOf(value: unknown, canonical: Canonical): object | null {
  const holder = Holder.safeParse([value].flat()[0]);
  const who = holder.success ? stringsIn(holder.data.who)[0] : undefined;
  const name = who === undefined ? null : canonical(who);
  return name === null ? null : { who: name };
}

const Figure = z.object({
  value: z.number().nonnegative(),
  valueMax: z.number().nonnegative().nullish(),
  op: Bound.nullish(),
  unit: z.string().max(60).nullish(),
});

function countOf(value: unknown): object | undefined {
  const figure = Figure.safeParse(value);
  if (figure.success) return { ...figureOf(figure.data), ...optional('unit', figure.data.unit) };
  const words = z.object({ vague: z.string().max(60), unit: z.string().max(60).nullish() }).safeParse(value);
  return words.success ? { vague: words.data.vague, ...optional('unit', words.data.unit) } : undefined;
}

const figureOf = ({ value, valueMax, op }: z.infer<typeof Figure>): object => ({
  value,
  ...optional('valueMax', valueMax),
  op: op ?? 'eq',
});

function amountOf(value: unknown): object | undefined {
  const amount = Figure.extend({ cur: z.string().regex(/^[A-Z]{3}$/) }).safeParse(value);
  return amount.success ? { ...figureOf(amount.data), cur: amount.data.cur } : undefined;
}

const DateText = z.object({ text: z.string().max(80), iso: z.string().nullish() });

function dateOf(value: unknown): unknown {
  const date = DateText.safeParse(value);
  if (!date.success) return undefined;
  const { text, iso } = date.data;
  return ClaimDate.safeParse({ text, iso }).success ? { text, iso } : { text };
}

function evidenceOf(text: string, start: number, end: number): object {
  const sha256 = createHash('sha256').update(text.slice(start, end)).digest('hex');
  return { start, end, sha256, paragraph: 1, pointer: '…' };
}
