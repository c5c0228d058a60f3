import type { Span } from '../document.ts';

/**
 * How the text hands something to a speaker. `report`: neutrally, unless it is the speaker's own success ("reported", "declared");
 * `unspecified`: to nobody that it names ("reportedly", "is said to").
 */
export const VERB_CLASSES = ['neutral', 'report', 'claim', 'deny', 'confirm', 'acknowledge', 'unspecified'] as const;
export type VerbClass = (typeof VERB_CLASSES)[number];

/** Who is named where the text names nobody. */
export const UNSPECIFIED = 'unspecified';

/** The one who says it. */
export interface Holder {
  /** Canonical id, else a slug of the speaker's words; `unspecified` where nobody is named. */
  readonly who: string;
  /** The speaker's words as the text has them; empty where nobody is named. */
  readonly surface: string;
  /** Code of the state or bloc that the speaker acts for, where known. */
  readonly side: string | null;
  /** The word or words that hand it over ("said", "according to"). */
  readonly cue: string;
  /** Outlet that passes the words on, as the text names it. */
  readonly via: string | null;
}

/** A stretch of text that is handed to a speaker. */
export interface Attribution extends Span {
  /** Index of the sentence that names the speaker; -1 for the title, whose offsets then count in the title. */
  readonly sentence: number;
  /** The words that name the speaker and the handing over: these are the narrator's. Empty where they stand elsewhere. */
  readonly frame: Span;
  readonly holder: Holder;
  readonly verbClass: VerbClass;
  /** Whether the speaker is an outlet, as far as its name shows. */
  readonly outlet: boolean;
  /** Whether the stretch is a quotation. */
  readonly quoted: boolean;
}

/** What the text says of a stretch's truth, in a voice other than the one that holds it. */
export const CONFIRMATIONS = ['unconfirmed', 'denied', 'confirmed'] as const;
export type ConfirmationStatus = (typeof CONFIRMATIONS)[number];

/** A stretch of text that the text elsewhere calls confirmed, unconfirmed or denied. */
export interface Confirmation extends Span {
  /** Index of the sentence that says so; -1 for the title. */
  readonly sentence: number;
  readonly status: ConfirmationStatus;
}

/** Everything that speaks in a document beside its narrator. */
export interface Voices {
  /** In the order of their sentences. */
  readonly attributions: readonly Attribution[];
  readonly confirmations: readonly Confirmation[];
}
