import { z } from 'zod';

/** Names a source within its scope; short, since people type it. */
export const SourceId = z.string().regex(/^[a-z0-9]{4,12}$/);
export type SourceId = z.infer<typeof SourceId>;

/** How far moderators trust what a source reports, best first. What nobody has judged is `usual`. */
export const TIERS = ['trusted', 'usual', 'doubtful'] as const;
export const Tier = z.enum(TIERS);
export type Tier = z.infer<typeof Tier>;

/** A feed that is read again and again, one article, or a text that was pasted in. */
export const SOURCE_KINDS = ['feed', 'article', 'text'] as const;
export const SourceKind = z.enum(SOURCE_KINDS);
export type SourceKind = z.infer<typeof SourceKind>;

/**
 * `pending`: counts when a second moderator approves it. `active`: read, and what it reports is in answers. `paused`: not read
 * until a moderator resumes it; what it reported stays. `gone`: its server says that there is nothing any more.
 */
const SOURCE_STATES = ['pending', 'active', 'paused', 'gone'] as const;
export const SourceState = z.enum(SOURCE_STATES);
export type SourceState = z.infer<typeof SourceState>;

/** What its articles are read by. `llm`: by the operator's language model too, which is sent their texts. */
export const ENGINES = ['local', 'llm'] as const;
export const Engine = z.enum(ENGINES);
export type Engine = z.infer<typeof Engine>;

/** Most sources of one server, and of whoever runs the bot. */
export const SOURCES_PER_SERVER = 100;
export const SOURCES_OF_OPERATOR = 2_000;

/** Longest name of a source or publisher, as articles hold them. */
export const SOURCE_NAME_CHARS = 120;
const Name = z.string().trim().min(1).max(SOURCE_NAME_CHARS);
/** A member's id on the chat platform; null: whoever runs the bot, from a terminal. */
const Who = z.string().min(1).max(32).nullable();

/** Where articles come from, as one server (or whoever runs the bot) added it. */
export const Source = z
  .strictObject({
    id: SourceId,
    kind: SourceKind,
    /** As it is fetched; null for a text that was pasted in. */
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .nullable(),
    /** The page that its feed belongs to, as the feed says; null: it does not, or there is no feed. */
    siteUrl: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .nullable(),
    /** What it goes by in lists. */
    name: Name,
    /** Whom its articles are cited by, where they do not say so themselves. */
    publisher: Name,
    /** BCP 47 primary subtag, where its articles do not tell their own; null: not said. */
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .nullable(),
    tier: Tier,
    /** Absent: local. */
    engine: Engine.optional(),
    state: SourceState,
    addedBy: Who,
    /** Unix ms. */
    addedAtMs: z.int(),
    /** Who approved it; absent where nobody had to. */
    approvedBy: Who.optional(),
  })
  .readonly();
export type Source = z.infer<typeof Source>;

/** What moderators do to sources, as it is kept for all of them to see. */
const SOURCE_DEEDS = [
  'added',
  'requested',
  'approved',
  'refused',
  'paused',
  'resumed',
  'edited',
  'removed',
  'withdrawn',
  'moved',
  'gone',
] as const;

/** One entry of the trail of who did what. */
export const SourceDeed = z
  .strictObject({
    /** Unix ms. */
    atMs: z.int(),
    by: Who,
    deed: z.enum(SOURCE_DEEDS),
    source: SourceId,
    /** As the source went by then. */
    name: Name,
    /** What was changed, from what, to what; '' where the deed says it all. */
    detail: z.string().max(400),
  })
  .readonly();
export type SourceDeed = z.infer<typeof SourceDeed>;
