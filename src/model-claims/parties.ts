import type { Names } from '../extract/entities/names.ts';
import type { Reading } from '../extract/slots/fill.ts';
import type { Filler } from '../extract/slots/filling.ts';
import { type Meaning, meaningOf } from './names.ts';

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

const NOBODY: Filler = { value: null, mention: null, share: 0, lead: 0 };

/** What an empty slot is filled with. */
export const EMPTY: Held = { kind: 'borne-out', filler: NOBODY };

export function holdName(name: string, readings: readonly Reading[], names: Names, { least, lead }: Sureness): Held {
  const meaning = meaningOf(name, names);
  const named = readings.filter(({ mention }) => mention !== null && mention.sentence !== -1);
  const found = named.find((reading) => isMeant(meaning, reading));
  if (found === undefined) return { kind: 'ungrounded' };
  const other = named.find((reading) => reading !== found && !isMeant(meaning, reading));
  const filler: Filler = { ...found, lead: found.share - (other?.share ?? 0) };
  const isSure = found.share >= least && found.share >= (other?.share ?? 0) * lead;
  return { kind: isSure ? 'borne-out' : 'doubtful', filler };
}

const isMeant = (meaning: Meaning, { value, mention }: Reading): boolean =>
  value !== null && mention !== null && meaning(mention, value);
