import type { Entity } from '../../domain/entity.ts';
import { type Reader, slugOf } from './reader.ts';

/** A country, place, people, group or person whose name stands before what is theirs ("Russian", "Kherson", "Assad's"). */
export interface Owner {
  /** The word after the name. */
  readonly end: number;
  /** Code, or id of the gazetteer. */
  readonly ref: string;
  /** As it begins an id: `russian`, `us`, `kherson`. */
  readonly slug: string;
  /** Code of the state that it is, lies in or acts for. */
  readonly side: string | null;
  /** An adjective or a people ("Russian", "Russians"). */
  readonly adjective: boolean;
  /** Every entity of that name; empty for adjectives of what the gazetteer does not have. */
  readonly candidates: readonly Entity[];
}

/** The owner named at a word; of an adjective and a name the longer one. */
export function ownerAt(reader: Reader, at: number): Owner | null {
  const demonym = reader.demonyms[at];
  const named = reader.named[at];
  if (demonym && demonym.end >= (named?.end ?? 0)) return ofDemonym(reader, demonym.value, demonym.end);
  if (!named) return null;
  const [first] = named.value;
  return first === undefined ? null : ofNamed(reader, first, at, named.end, named.value);
}

function ofDemonym({ names }: Reader, ref: string, end: number): Owner {
  const entity = names.byCode.get(ref) ?? names.byId.get(ref);
  const side = /^[A-Z]{2,5}$/.test(ref) ? ref : (entity && sideOf(names, entity)) || null;
  const slug = names.adjectives[ref] ?? ref;
  return { end, ref, slug, side, adjective: true, candidates: entity ? [entity] : [] };
}

function ofNamed(reader: Reader, first: Entity, at: number, end: number, candidates: readonly Entity[]): Owner {
  const { names } = reader;
  const code = first.code ?? names.capitals[first.id];
  const slug = first.code ? (names.adjectives[first.code] ?? first.code.toLowerCase()) : slugOf(reader, at, end);
  return { end, ref: first.code ?? first.id, slug, side: code ?? sideOf(names, first), adjective: false, candidates };
}

/** Code of the state or bloc that an entity is, acts for or lies in. */
export function sideOf({ byId }: Reader['names'], entity: Entity): string | null {
  const open: Entity[] = [entity];
  for (let at = 0; at < open.length && at < 20; at += 1) {
    const next = open[at];
    if (next?.side ?? next?.code) return next?.side ?? next?.code ?? null;
    open.push(...(next?.within ?? []).flatMap((id) => byId.get(id) ?? []));
  }
  return null;
}
