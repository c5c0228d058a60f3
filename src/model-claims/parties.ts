import type { ModelOutcome } from '../domain/model-outcome.ts';
import type { Names } from '../extract/entities/names.ts';
import type { Reading } from '../extract/slots/fill.ts';
import type { Filler } from '../extract/slots/filling.ts';
import { type Meaning, meaningOf } from './names.ts';
import type { Ruling } from './role.ts';

/** How plainly the text must bear a name out, by what the local reading gives it. */
export interface Sureness {
  /** Share of the readings at least. */
  readonly least: number;
  /** How many times as likely as anybody else who comes into question. */
  readonly lead: number;
}

/** A name held against the readings of its slot. */
export type Held =
  | { readonly kind: 'borne-out'; readonly filler: Filler }
  /** It stands there, but somebody else may be meant as well. */
  | { readonly kind: 'doubtful'; readonly filler: Filler }
  /** The text does not name it there. */
  | { readonly kind: 'ungrounded' };

/** What a model fills a slot with, held against the text. */
export interface Slot {
  readonly name: string;
  readonly held: Held;
  readonly doubt: ModelOutcome;
}

const NOBODY: Filler = { value: null, mention: null, share: 0, lead: 0 };

/** What an empty slot is filled with. */
export const EMPTY: Held = { kind: 'borne-out', filler: NOBODY };

/** What a name is held against. */
export interface Naming {
  readonly readings: readonly Reading[];
  readonly names: Names;
  /** What grammar says of who is meant. */
  readonly ruling: (value: string) => Ruling;
}

/** How many times as likely as anybody else one must be, by what grammar says of it, for each time without it. */
const LEAD: Readonly<Record<Exclude<Ruling, 'against'>, number>> = { for: 0.2, open: 1, unlikely: 4 };

export function holdName(name: string, { readings, names, ruling }: Naming, { least, lead }: Sureness): Held {
  const meaning = meaningOf(name, names);
  const named = readings.filter(({ mention }) => mention !== null && mention.sentence !== -1);
  const found = named.find((reading) => isMeant(meaning, reading));
  if (found === undefined) return { kind: 'ungrounded' };
  const other = named.find((reading) => reading !== found && !isMeant(meaning, reading));
  const filler: Filler = { ...found, lead: found.share - (other?.share ?? 0) };
  const ruled = ruling(found.value ?? '');
  if (ruled === 'against') return { kind: 'doubtful', filler };
  const isSure = found.share >= least && found.share >= (other?.share ?? 0) * lead * LEAD[ruled];
  return { kind: isSure ? 'borne-out' : 'doubtful', filler };
}

const isMeant = (meaning: Meaning, { value, mention }: Reading): boolean =>
  value !== null && mention !== null && meaning(mention, value);

/** Whether a slot is filled, and by whom the text names there before all others. */
export const isPlainly = ({ held }: Slot, { least, lead }: Sureness): boolean =>
  held.kind === 'borne-out' &&
  held.filler.value !== null &&
  held.filler.share >= least &&
  held.filler.lead >= held.filler.share * lead;

export const inDoubt = (held: Held): Held => (held.kind === 'borne-out' ? { ...held, kind: 'doubtful' } : held);
