import { z } from 'zod';
import { Localised } from './language.ts';

/** Kebab-case English (`kharkiv-oblast`), stable for ever: claims refer to it. */
export const EntityId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be kebab-case');
/** What a claim may refer to: an entity's id, or the code of a state or bloc as an actor (`UA`, `NATO`). */
export const EntityRef = z
  .string()
  .max(80)
  .regex(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*|[A-Z]{2,5})$/, 'must be a kebab-case id or a code such as UA');
export type EntityRef = z.infer<typeof EntityRef>;

const ENTITY_KINDS = ['country', 'region', 'settlement', 'area', 'person', 'organisation', 'group'] as const;

/** A place, person or organisation that claims can be about, with every name it goes by. */
export const Entity = z
  .strictObject({
    id: EntityId,
    /**
     * `region`: a first-level unit of a country; `area`: any other stretch of land (Donbas, a front);
     * `group`: unnamed people in a role (officials, civilians).
     */
    kind: z.enum(ENTITY_KINDS),
    /** Code by which claims name a state or bloc as an actor: ISO 3166-1 alpha-2, or an abbreviation (NATO). */
    code: z
      .string()
      .regex(/^[A-Z]{2,5}$/)
      .optional(),
    names: Localised,
    /** Further names in any language and script, other spellings included; the `names` need not be repeated. */
    aliases: z.array(z.string().min(1).max(120)).readonly(),
    /** Ids of what it lies in (places) or belongs to (organisations), nearest first. A place may lie in several. */
    within: z.array(EntityId).readonly(),
    /** WGS 84 degrees; of a country, region or area a point that stands for the whole. */
    at: z
      .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
      .readonly()
      .optional(),
    /** A person's office, as a label ("Ukrainian president"). */
    role: Localised.optional(),
    /** Code of the state it speaks or acts for. */
    side: z
      .string()
      .regex(/^[A-Z]{2,5}$/)
      .optional(),
  })
  .readonly();
export type Entity = z.infer<typeof Entity>;

/**
 * Folds a name for look-up: NFKD without marks, lower case, apostrophes of any kind dropped,
 * every other run of non-letters and non-digits one space. Never throws; may return ''.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}\u0027\u2018\u2019\u02bc\u02b9\u0060\u00b4]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
