/** What a mention names. `force`: armed people of a state or group ("Russian troops"); `people`: others without a name ("officials"). */
const MENTION_KINDS = ['country', 'place', 'person', 'organisation', 'group', 'force', 'people'] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** How the text names it: by name, by adjective ("Russian"), by an office ("the president"), or by a pronoun. */
export type Naming = 'name' | 'adjective' | 'role' | 'pronoun';

/** Words that name an actor or a place, with what they most likely stand for in this document. */
export interface Mention {
  /** Index of the sentence; -1 for the title. */
  readonly sentence: number;
  /** Tokens of the sentence, half-open. */
  readonly from: number;
  readonly to: number;
  /** The same in UTF-16 code units of the sentence's text, half-open. */
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly kind: MentionKind;
  readonly naming: Naming;
  /**
   * Canonical id: ISO code for a country or the code of a bloc (RU, US, NATO), else the gazetteer's without what only tells
   * homonyms apart (`marinka`), else a slug of the name (a person's family name). A place named "Ukraine" and an actor named
   * "Ukraine" are both `UA` here; armed people of a state have the state's.
   */
  readonly id: string;
  /** Other readings of these words, most likely first; empty where the document leaves no doubt. */
  readonly alternatives: readonly string[];
  /** What its own words make as an id (`israeli-army` for IL, `isis` for islamic-state): whom a speech is ascribed to. */
  readonly slug: string;
  /** Office of a person as a slug of the lexicon (`president`, `spokesman`), where the words around the name give it. */
  readonly role: string | null;
  /** Code of the state or bloc that the one named acts for or belongs to, where known. */
  readonly side: string | null;
  /** Id of the gazetteer's entity; null where it has none, and the id is only a slug. */
  readonly entity: string | null;
}
