import { z } from 'zod';
import { Language } from './language.ts';
import { Timetable } from './schedule.ts';
import { Snowflake } from './settings.ts';
import { About } from './topic.ts';
import { SourceLimit } from './trust.ts';

/** Most digests of one server. */
export const DIGESTS_AT_MOST = 20;
/** Most topics and places of one digest. */
const QUERIES_AT_MOST = 5;
/** How long before its time a digest may be shown to moderators, in minutes. */
const VETO_MINUTES = { least: 5, most: 720 } as const;

/** Names a digest among those of all servers; short, since people type it. */
export const DigestId = z.string().regex(/^[a-z0-9]{8}$/);
export type DigestId = z.infer<typeof DigestId>;

/** A summary of what is new that comes into a channel by a timetable. */
export const Digest = z
  .strictObject({
    id: DigestId,
    guildId: Snowflake,
    channelId: Snowflake,
    /** Topics, places, people or words, as typed or picked, looked up anew each time; none: everything. */
    queries: z.array(z.string().min(1).max(100)).max(QUERIES_AT_MOST).readonly(),
    about: About,
    timetable: Timetable,
    language: Language,
    sources: SourceLimit,
    /** How many independent sources must tell of an event. */
    origins: z.int().min(1).max(9),
    /** What comes where there is nothing new: a word that there is nothing, or no message at all. */
    whenQuiet: z.enum(['say', 'silent']),
    /** The one role that is mentioned; null: none. */
    roleId: Snowflake.nullable(),
    /** As what it comes into its channel. */
    how: z.enum(['message', 'thread', 'forum-post']),
    /** Published to the servers that follow the channel; of an announcement channel alone. */
    crosspost: z.boolean(),
    pictures: z.boolean(),
    /** Worded by a language model, where there is one; absent: in lines. */
    style: z.enum(['lines', 'prose']).optional(),
    /** How long before its time moderators see it and can hold it; null: they do not. */
    vetoMinutes: z.int().min(VETO_MINUTES.least).max(VETO_MINUTES.most).nullable(),
    state: z.enum(['active', 'paused']),
    createdBy: Snowflake,
    /** Unix ms. */
    createdAtMs: z.int(),
    /** When it was made, resumed, or given another timetable: what its timetable says after this instant counts. Unix ms. */
    fromMs: z.int(),
  })
  .readonly();
export type Digest = z.infer<typeof Digest>;

/** Messages of one digest. In a thread of their own they are in nobody's way; more than ten have no nonce of one digit each. */
export const MESSAGES_AT_MOST: Readonly<Record<Digest['how'], number>> = { message: 3, thread: 10, 'forum-post': 10 };
