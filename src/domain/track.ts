import { z } from 'zod';
import { Language } from './language.ts';
import type { Scope } from './scope.ts';
import { Snowflake } from './settings.ts';
import { About } from './topic.ts';
import { SourceLimit } from './trust.ts';

/** Most tracks of one server, and of one member. */
export const TRACKS_AT_MOST = { server: 30, member: 5 } as const;
/** How many messages a day a track may send; edits are not counted. */
export const ALERTS_A_DAY = { least: 1, usual: 6, most: 24 } as const;

/** Names a track among those of all servers and members; short, since people type it. */
export const TrackId = z.string().regex(/^[a-z0-9]{8}$/);
export type TrackId = z.infer<typeof TrackId>;

const MINUTES_A_DAY = 1_440;
const Minute = z
  .int()
  .min(0)
  .max(MINUTES_A_DAY - 1);

/** Minutes of the day between which no new message comes; `to` before `from`: across midnight. */
export const Quiet = z
  .strictObject({ from: Minute, to: Minute })
  .refine(({ from, to }) => from !== to, 'must not begin where they end')
  .readonly();
export type Quiet = z.infer<typeof Quiet>;

/** Where alerts come: into a channel of a server, or to one member as direct messages. */
const Destination = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('channel'),
    guildId: Snowflake,
    channelId: Snowflake,
    /** The one role that a new message mentions; null: none. */
    roleId: Snowflake.nullable(),
  }),
  z.strictObject({ kind: z.literal('member'), userId: Snowflake }),
]);
export type Destination = z.infer<typeof Destination>;

/** A place, person or topic of which somebody is told when something new appears. */
export const Track = z
  .strictObject({
    id: TrackId,
    to: Destination,
    /** As typed or picked, looked up anew each time. */
    query: z.string().min(1).max(100),
    about: About,
    /** How many independent sources must tell of an event. */
    origins: z.int().min(1).max(9),
    /** Only what an article says is confirmed, or both sides state, and nobody denies. */
    confirmedOnly: z.boolean(),
    quiet: Quiet.nullable(),
    /** Of the quiet hours, by its IANA name. */
    zone: z.string().min(1).max(60),
    /** Most messages within any 24 hours. */
    perDay: z.int().min(ALERTS_A_DAY.least).max(ALERTS_A_DAY.most),
    language: Language,
    sources: SourceLimit,
    /** `closed`: paused since the member takes no direct messages. */
    state: z.enum(['active', 'paused', 'closed']),
    createdBy: Snowflake,
    /** Unix ms. */
    createdAtMs: z.int(),
  })
  .readonly();
export type Track = z.infer<typeof Track>;

/** Whose tracks are meant: those of a server into its channels, or those of a member for themselves. */
export type TrackOwner = { readonly guildId: string } | { readonly userId: string };

export const ownerOf = ({ to }: Track): TrackOwner =>
  to.kind === 'channel' ? { guildId: to.guildId } : { userId: to.userId };

/** The one role that new messages mention; null: none. */
export const roleOf = ({ to }: Pick<Track, 'to'>): string | null => (to.kind === 'channel' ? to.roleId : null);

/** What is told: a server's own articles stay in the server, so a member's direct messages hold the operator's alone. */
export const scopeOf = ({ to }: Pick<Track, 'to'>): Scope => ({ guildId: to.kind === 'channel' ? to.guildId : null });
