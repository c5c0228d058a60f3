/** What a mention names. `force`: armed people of a state or group ("Russian troops"); `people`: others without a name ("officials"). */
export const MENTION_KINDS = ['country', 'place', 'person', 'organisation', 'group', 'force', 'people'] as const;
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
   * Canonical id: ISO code for a country or the code of a bloc (RU, US, NATO), else a gazetteer id, else a slug of the name
   * (a person's family name). A place named "Ukraine" and an actor named "Ukraine" are both `UA` here.
   */
  readonly id: string;
  /** Other entities of that name, most likely first; empty where the document leaves no doubt. */
  readonly alternatives: readonly string[];
  /** Code of the state or bloc that the one named acts for or belongs to, where known. */
  readonly side: string | null;
  /** Whether the gazetteer knows it; else the id is only a slug. */
  readonly known: boolean;
}
