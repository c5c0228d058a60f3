import { z } from 'zod';
import { Language } from './language.ts';
import { About } from './topic.ts';
import { SourceLimit } from './trust.ts';

/** An id on the chat platform. */
export const Snowflake = z.string().regex(/^\d{5,25}$/);

/** Whether answers come with pictures. */
export const PICTURES = ['on', 'off'] as const;

/** What the moderators of one server chose; absent means the product's default. */
export const GuildSettings = z
  .strictObject({
    /** As typed or picked, resolved anew at each use. */
    place: z.string().min(1).max(100).optional(),
    about: About.optional(),
    language: Language.optional(),
    /** Time zone of its digests, by its IANA name. */
    zone: z.string().min(1).max(60).optional(),
    /** Answers are shown to the asker alone unless the question says otherwise. */
    private: z.boolean().optional(),
    pictures: z.enum(PICTURES).optional(),
    /** Whose reports count in an answer unless the question says otherwise. */
    sources: SourceLimit.optional(),
    moderatorChannelId: Snowflake.optional(),
    /** Roles that count as moderators beside those who manage the server. */
    moderatorRoleIds: z.array(Snowflake).max(25).readonly().optional(),
    /** A source counts only when a second moderator approves it. */
    fourEyes: z.boolean().optional(),
  })
  .readonly();
export type GuildSettings = z.infer<typeof GuildSettings>;

/** What a question takes from the settings. */
export const asSet = ({
  pictures,
  sources,
}: GuildSettings): { readonly withoutPictures?: true; readonly sources?: SourceLimit } => ({
  ...(pictures === 'off' && { withoutPictures: true }),
  ...(sources && { sources }),
});
