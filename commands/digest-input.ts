import { z } from 'zod';
import { Language } from '../src/domain/language.ts';
import { PICTURES } from '../src/domain/settings.ts';
import { About } from '../src/domain/topic.ts';
import { SourceLimit } from '../src/domain/trust.ts';
import { NAME_CHARS } from './answer-options.ts';
import { CLEARED, ORIGINS, QUERY_OPTIONS, QUIET, TYPED_CHARS, VETO_MINUTES, WAYS } from './digest-data.ts';
import { STYLES } from './style-option.ts';

const Id = z.string().min(1).max(32);
const Typed = z.string().trim().min(1).max(TYPED_CHARS);
const Query = z.string().trim().min(1).max(NAME_CHARS).optional();

const chosen = {
  channel: Id.optional(),
  schedule: Typed.optional(),
  zone: Typed.optional(),
  query: Query,
  'query-2': Query,
  'query-3': Query,
  'query-4': Query,
  'query-5': Query,
  about: About.optional(),
  language: Language.optional(),
  sources: SourceLimit.optional(),
  origins: z.enum(ORIGINS).optional(),
  quiet: z.enum(QUIET).optional(),
  role: Id.optional(),
  as: z.enum(WAYS).optional(),
  crosspost: z.boolean().optional(),
  pictures: z.enum(PICTURES).optional(),
  style: z.enum(STYLES).optional(),
  veto: z.enum(VETO_MINUTES).optional(),
} as const;

/** The options of `/digest`, parsed. */
export const DigestInput = z.discriminatedUnion('subcommand', [
  z.strictObject({ subcommand: z.literal('create'), ...chosen }),
  z.strictObject({ subcommand: z.literal('edit'), digest: Typed, ...chosen, clear: z.enum(CLEARED).optional() }),
  z.strictObject({
    subcommand: z.enum(['pause', 'resume', 'remove', 'preview', 'now', 'history']),
    digest: Typed,
  }),
  z.strictObject({ subcommand: z.literal('list') }),
]);
export type DigestInput = z.infer<typeof DigestInput>;
export type Chosen = Extract<DigestInput, { readonly subcommand: 'create' }>;
export type Edited = Extract<DigestInput, { readonly subcommand: 'edit' }>;

/** The topics given, in their order, each once. */
export const queriesOf = (given: Pick<Chosen, (typeof QUERY_OPTIONS)[number]>): readonly string[] => [
  ...new Set(QUERY_OPTIONS.flatMap((name) => given[name] ?? [])),
];
