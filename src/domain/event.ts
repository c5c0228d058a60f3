import { z } from 'zod';
import { ArticleId } from './article.ts';
import { Amount, CLAIM_TYPES, Count } from './claim.ts';
import { EntityRef } from './entity.ts';
import type { SourcedClaim } from './sourced-claim.ts';

/** Names an event after the claim that leads it: stable for as long as that claim does. */
export const EventId = z.string().regex(/^[0-9a-z]{10}$/);
export type EventId = z.infer<typeof EventId>;

const Refs = z.array(EntityRef).readonly();

/** What of a claim is compared to tell whether another tells of the same happening: the slots of every type under the same few names. */
export const Profile = z
  .strictObject({
    type: z.enum(CLAIM_TYPES),
    article: ArticleId,
    /** null: the article's own voice. */
    speaker: EntityRef.nullable(),
    /** Said not to be so. */
    denied: z.boolean(),
    realis: z.enum(['actual', 'ongoing', 'attempted', 'planned', 'hypothetical']),
    /** Who does it: donors, who moves or strikes, visitors. [] where it is not said. */
    actors: Refs,
    /** Whom it is done with: recipient, hosts. */
    partners: Refs,
    /** What is done, in closed values: kind of aid, action, weapons, kinds of harm. */
    what: z.array(z.string()).readonly(),
    /** Folded words for what is given, hit or harmed, where it is no named place. */
    words: z.array(z.string()).readonly(),
    /** Each place with what contains it, short of whole countries; a country stands alone. */
    places: z.array(z.array(z.string()).min(1).readonly()).readonly(),
    /** No place, or one where much may happen at once: a country, a front. */
    isBroad: z.boolean(),
    /** Countries that the places lie in, and those among the places. */
    countries: z.array(z.string()).readonly(),
    amount: Amount.optional(),
    count: Count.optional(),
    status: z.string().optional(),
    /** Days since 1970 (UTC) between which it may have happened, both included. */
    fromDay: z.int(),
    toDay: z.int(),
    /** The article gives a day or days; else they are guessed from its publication. */
    isDated: z.boolean(),
  })
  .readonly();
export type Profile = z.infer<typeof Profile>;

/** How a claim is filed, so that those who may tell of the same happening are found without looking at all. */
export interface Filing {
  readonly profile: Profile;
  /** Where it stands in the one order in which claims are gathered; compared code unit by code unit, and no two are equal. */
  readonly order: string;
  /** What it is found under. */
  readonly keys: readonly string[];
  /** What it looks for others under. One sees another exactly if the other sees it, whichever has come first. */
  readonly seeks: readonly string[];
}

/** No claim is filed whose days are further apart. */
export const LONGEST_DAYS = 62;

/** A filed claim in an index. */
export interface Placed {
  readonly num: number;
  readonly order: string;
  readonly profile: Profile;
  /** Number of the claim that leads its event, its own where it leads; null while that is undecided. */
  readonly leader: number | null;
}

/** Where filed claims stand, as far as gathering them needs it. A claim sees those under its keys whose days overlap its own. */
export interface EventIndex {
  readonly get: (num: number) => Placed;
  /** Leaders that the claim sees and that stand before it. */
  readonly leadersBefore: (one: Placed) => readonly Placed[];
  /** Claims that see this one and stand after it. */
  readonly after: (one: Placed) => readonly Placed[];
  /** Those that this claim leads, without itself. */
  readonly followers: (num: number) => readonly Placed[];
  readonly assign: (num: number, leader: number) => void;
}

/** A place as its name is looked up: itself and what contains it, with what each is; [] where nothing goes by that name. */
export type PlacesAround = (ref: string) => readonly { readonly id: string; readonly kind: string }[];

/** How claims are told to be of one event. A store files by it and need not know why. */
export interface EventRules {
  /** Another one for rules that may decide otherwise: then all is decided anew. */
  readonly version: string;
  /** null: the claim is an event by itself, whatever others say. */
  readonly fileOf: (one: SourcedClaim, around: PlacesAround) => Filing | null;
  /** Decides the claims of these numbers, and all whose leader that may change. The result does not depend on what came first. */
  readonly settle: (index: EventIndex, undecided: readonly number[]) => void;
  /** A sketch of a text by which copies are told; always the same few hundred bytes at most. */
  readonly sketchOf: (text: string) => Uint8Array;
  /** A few hashes out of a sketch: texts that are copies have at least one in common, with few exceptions. */
  readonly marksOf: (sketch: Uint8Array) => readonly number[];
  /** Of two sketches: the share of the shorter text that the longer one has, an estimate; 0 where neither is a copy of the other. */
  readonly likeness: (a: Uint8Array, b: Uint8Array) => number;
}

/** An article of an event, as far as it tells how many independent ones there are. */
export interface Witness {
  readonly articleId: ArticleId;
  readonly publisher: string;
  readonly relays: readonly string[];
  /** null where the text was never at hand. */
  readonly sketch: Uint8Array | null;
}
