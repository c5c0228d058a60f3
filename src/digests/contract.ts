import type { Digest, DigestId } from '../domain/digest.ts';
import type { DigestChoice, DigestRefusal, DigestView } from '../domain/digest-view.ts';
import type { Result } from '../domain/failure.ts';
import type { Delivery, DigestContent, SlotKey } from '../domain/outbox.ts';
import type { Review, ReviewDeed } from '../domain/review.ts';
import type { TimetableFault } from '../domain/schedule.ts';

/** Who acts, in which server and when. */
export interface DigestActor {
  readonly guildId: string;
  readonly userId: string;
  /** Unix ms. */
  readonly nowMs: number;
}

/** What would come now; without content there is nothing to say. */
export interface DigestPreview {
  readonly digest: Digest;
  /** null: nothing is new, and the digest is silent then. */
  readonly content: DigestContent | null;
  /** The one that moderators are shown now: what it holds was put together before; null: there is none. */
  readonly coming: Review | null;
}

/** A digest as somebody sets it up; without `how`, it comes in the way that is usual in its channel. */
export type DigestWish = Omit<DigestChoice, 'how'> & { readonly how?: Digest['how'] };

/** What moderators do with the digests of their server: the same for every edge. */
export interface Digests {
  readonly create: (wish: DigestWish, actor: DigestActor) => Promise<Result<DigestView, DigestRefusal>>;
  /** The oldest first. */
  readonly all: (guildId: string) => Promise<readonly Digest[]>;
  /** The same, each with how it stands with it; the platform is asked about each channel. */
  readonly list: (guildId: string, nowMs: number) => Promise<readonly DigestView[]>;
  readonly view: (id: DigestId, actor: DigestActor) => Promise<DigestView | null>;
  /** What is absent stays as it is. A new timetable counts from now on. */
  readonly edit: (
    id: DigestId,
    change: Partial<DigestChoice>,
    actor: DigestActor,
  ) => Promise<Result<DigestView, DigestRefusal>>;
  readonly pause: (id: DigestId, actor: DigestActor) => Promise<Result<DigestView, DigestRefusal>>;
  /** From now on; what would have come meanwhile does not. */
  readonly resume: (id: DigestId, actor: DigestActor) => Promise<Result<DigestView, DigestRefusal>>;
  readonly remove: (id: DigestId, actor: DigestActor) => Promise<Result<Digest, DigestRefusal>>;
  /** Puts together what would come now; nothing changes by that. */
  readonly preview: (id: DigestId, actor: DigestActor) => Promise<Result<DigestPreview, DigestRefusal>>;
  /** Has it sent at once, beside its timetable; it comes within seconds of where digests are delivered. */
  readonly now: (id: DigestId, actor: DigestActor) => Promise<Result<DigestView, DigestRefusal>>;
  /** Does what a moderator wants with one that is about to come. @returns how it stands then */
  readonly decide: (slot: SlotKey, deed: ReviewDeed, actor: DigestActor) => Promise<Result<Review, DigestRefusal>>;
  /** What was made of its slots, the last first. */
  readonly history: (id: DigestId, guildId: string, atMost: number) => Promise<readonly Delivery[]>;
  /** The time zone as it is spelt, or the nearest. */
  readonly zone: (typed: string) => Result<string, Extract<TimetableFault, { readonly kind: 'no-zone' }>>;
  /** Time zones that may be meant, nearest first. */
  readonly zonesNear: (typed: string, atMost: number) => readonly string[];
}
