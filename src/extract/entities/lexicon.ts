import { z } from 'zod';

/** What a word can be in the naming of actors and places. */
const TERM_CLASSES = [
  /** President, minister, general, Mr: stands before or after a person's name, or for one. */
  'office',
  /** Armed people who act for a state. */
  'force',
  /** Armed or protesting people who act for themselves. */
  'fighter',
  /** People without a name. */
  'people',
  'government',
  /** Ministry, police: a state's own, named by the noun alone. */
  'body',
  /** Head of an organisation's name: ministry, council. */
  'institution',
  'region',
  /** Treaty, deal: ends names that are neither actors nor places. */
  'thing',
  /** Offices that small letters make another word: Major, General. */
  'title',
  /** Mr, Dr: offices that say nothing of what someone does. */
  'honorific',
  /** Town, village: before or after a place's name. */
  'settlement',
  /** Island, bridge, camp: ends a place's name. */
  'site',
  /** Fort, Mount: begins a place's name. */
  'site-front',
  'compass',
  'place-preposition',
  /** Small words inside family names. */
  'particle',
  /** Small words inside the names of organisations. */
  'join',
  /** Family names that stand before the given name. */
  'surname-first',
  /** Backed, led: makes of a country's name another party's attribute. */
  'aligned',
  /** Pro, anti: the same before it. */
  'prefix',
  /** Verbs of saying and deciding, by lemma. */
  'speech',
  'definite',
  'enemy',
  'nation',
  /** The two countries, both sides. */
  'both',
  /** Before a noun, and no part of the name: senior, several. */
  'rank',
  /** Capitalised words that begin no name. */
  'common',
  'woman',
  'he',
  'she',
  'they',
  'it',
  'we',
  /** The word between holder and what is held, or before a place: of. */
  'of',
  'border',
] as const;
export type TermClass = (typeof TERM_CLASSES)[number];

const Forms = z.array(z.string().min(1).max(60)).readonly();
/** By the English slug that the forms stand for. */
const Terms = z.record(z.string().min(1).max(60), Forms);

/** How a language names who and where: `data/lexicon/<language>/entities.json`. Forms of Cyrillic words by any case. */
export const EntityLexicon = z
  .strictObject({
    schema: z.literal(1),
    language: z.string().regex(/^[a-z]{2,3}$/),
    /** Adjectives and names of peoples by a country's code or an entity's id. */
    demonyms: z.record(z.string().min(1).max(80), Forms),
    /** Words by the spelling that ids have. */
    spelling: z.record(z.string(), z.string()),
    classes: z.partialRecord(z.enum(TERM_CLASSES), Terms),
  })
  .readonly();
export type EntityLexicon = z.infer<typeof EntityLexicon>;

/** What no language changes: `data/lexicon/actors.json`. */
export const ActorLexicon = z
  .strictObject({
    schema: z.literal(1),
    /** Codes by the ids of the cities that stand for their governments. */
    capitals: z.record(z.string(), z.string()),
    /** Codes by the ids of the organisations that are a state's armed forces. */
    armies: z.record(z.string(), z.string()),
    /** Second ids of groups that go by two names, as their abbreviation makes them. */
    variants: z.record(z.string(), z.string()),
    /** Ids of the organisations that are armed groups. */
    armed: z.array(z.string()).readonly(),
    /** English adjectives, as ids have them, by code or id. */
    adjectives: z.record(z.string(), z.string()),
  })
  .readonly();
export type ActorLexicon = z.infer<typeof ActorLexicon>;
