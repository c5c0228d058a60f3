import type { Voices } from './attribution/attribution.ts';
import type { DetailWords } from './claims/details/words.ts';
import type { ExcerptWords } from './claims/excerpt-words.ts';
import type { Clauses, Predicate } from './clauses/clauses.ts';
import type { Realis } from './clauses/realis-of.ts';
import type { DateMention } from './dates/meaning.ts';
import type { Document, Sentence } from './document.ts';
import type { Mention } from './entities/mention.ts';
import type { Profile } from './entities/profile.ts';
import { FRAME_TYPES, type FramesLexicon, type FrameType } from './frames/lexicon.ts';
import { type Hit, matchEntries } from './frames/match.ts';
import type { Vectors } from './learned/vectors.ts';
import type { AmountMention } from './quantities/amount.ts';
import type { CountMention } from './quantities/count.ts';
import type { RoleShares } from './slots/role-shares.ts';
import type { StatementWords } from './statements/words.ts';

/** What words of a sentence are signs of. */
export interface Signs {
  readonly classes: readonly Hit[];
  readonly triggers: Readonly<Record<FrameType, readonly Hit[]>>;
}

export function signsOf(sentence: Sentence, lexicon: FramesLexicon): Signs {
  const triggers = FRAME_TYPES.map((type) => [type, matchEntries(sentence.tokens, lexicon.triggers[type])] as const);
  return {
    classes: matchEntries(sentence.tokens, lexicon.classes),
    triggers: Object.fromEntries(triggers) as Signs['triggers'],
  };
}

/** Figures and dates of a sentence; their offsets count in the sentence. */
export interface Figures {
  readonly dates: readonly DateMention[];
  readonly amounts: readonly AmountMention[];
  readonly counts: readonly CountMention[];
}

/** A document with all that its claims are read from. Lists go by the index of the sentence. */
export interface Analysis {
  readonly document: Document;
  readonly signs: readonly Signs[];
  readonly titleSigns: Signs | null;
  /** By the index of their sentence, -1 for the title. */
  readonly mentions: ReadonlyMap<number, readonly Mention[]>;
  readonly profile: Profile;
  /** Empty where a sentence has no trigger. */
  readonly clauses: readonly Clauses[];
  readonly realisOf: (at: number, predicate: Predicate) => Realis;
  readonly figures: readonly Figures[];
  readonly voices: Voices;
  /** Ids of those who speak in a sentence, by its index. */
  readonly speakers: ReadonlyMap<number, ReadonlySet<string>>;
  readonly roles: Readonly<Record<FrameType, RoleShares>>;
  /** What entries of the lexicon say is given, as `FramesLexicon` has it. */
  readonly items: ReadonlyMap<string, string>;
  /** null where the language has none. */
  readonly vectors: Vectors | null;
  /** null where the language has none. */
  readonly excerptWords: ExcerptWords | null;
  readonly detailWords: DetailWords;
  readonly statementWords: StatementWords;
}
