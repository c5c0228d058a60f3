import { z } from 'zod';
import { Language } from '../src/domain/language.ts';
import { About } from '../src/domain/topic.ts';
import { SourceLimit } from '../src/domain/trust.ts';
import { NAME_CHARS } from './answer-options.ts';
import { ORIGINS, TYPED_CHARS } from './digest-data.ts';
import { MOST, UNTRACKED, WHOM } from './track-data.ts';

const Id = z.string().min(1).max(32);
const Typed = z.string().trim().min(1).max(TYPED_CHARS);
const Query = z.string().trim().min(1).max(NAME_CHARS);

const chosen = {
  about: About.optional(),
  origins: z.enum(ORIGINS).optional(),
  confirmed: z.boolean().optional(),
  quiet: Typed.optional(),
  zone: Typed.optional(),
  most: z.enum(MOST).optional(),
  channel: Id.optional(),
  role: Id.optional(),
  sources: SourceLimit.optional(),
  language: Language.optional(),
} as const;

/** The options of `/track`, parsed. */
export const TrackInput = z.discriminatedUnion('subcommand', [
  z.strictObject({ subcommand: z.literal('add'), query: Query, for: z.enum(WHOM).optional(), ...chosen }),
  z.strictObject({
    subcommand: z.literal('edit'),
    track: Typed,
    query: Query.optional(),
    ...chosen,
    clear: z.enum(UNTRACKED).optional(),
  }),
  z.strictObject({ subcommand: z.enum(['pause', 'resume', 'remove']), track: Typed }),
  z.strictObject({ subcommand: z.literal('list') }),
]);
export type TrackInput = z.infer<typeof TrackInput>;
export type AddedTrack = Extract<TrackInput, { readonly subcommand: 'add' }>;
export type EditedTrack = Extract<TrackInput, { readonly subcommand: 'edit' }>;
