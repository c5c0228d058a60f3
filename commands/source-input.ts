import { z } from 'zod';
import { GivenFile } from '../src/domain/given-file.ts';
import { Engine, SOURCE_NAME_CHARS, Tier } from '../src/domain/source.ts';
import { TYPED_CHARS, URL_CHARS } from './source-data.ts';

/** Who quotes a name so that it counts as one means the name alone: Discord's options hold the marks, too. */
const unquoted = (typed: string): string =>
  /^(?:"(.+)"|“(.+)”|«(.+)»)$/u.exec(typed)?.slice(1).find(Boolean)?.trim() || typed;

const Name = z.string().trim().min(1).max(SOURCE_NAME_CHARS).transform(unquoted).optional();
const Typed = z.string().trim().min(1).max(TYPED_CHARS);
const Named = Typed.transform(unquoted);

/** The options of `/source`, parsed. */
export const SourceInput = z.discriminatedUnion('subcommand', [
  z.strictObject({
    subcommand: z.literal('add'),
    url: z.string().trim().min(1).max(URL_CHARS),
    name: Name,
    language: Typed.optional(),
    kind: z.enum(['feed', 'article']).optional(),
    tier: Tier.optional(),
    engine: Engine.optional(),
  }),
  z.strictObject({
    subcommand: z.literal('paste'),
    file: GivenFile.optional(),
    publisher: Name,
    date: Typed.optional(),
    title: z.string().trim().max(300).optional(),
  }),
  z.strictObject({ subcommand: z.literal('import'), file: GivenFile }),
  z.strictObject({
    subcommand: z.literal('edit'),
    source: Named,
    name: Name,
    publisher: Name,
    language: Typed.optional(),
    tier: Tier.optional(),
    engine: Engine.optional(),
  }),
  z.strictObject({ subcommand: z.literal('log'), source: Named.optional() }),
  z.strictObject({ subcommand: z.enum(['check', 'pause', 'resume', 'remove']), source: Named }),
  z.strictObject({ subcommand: z.enum(['list', 'export', 'starters']) }),
]);
export type SourceInput = z.infer<typeof SourceInput>;
export type InputOf<Name extends SourceInput['subcommand']> = Extract<SourceInput, { readonly subcommand: Name }>;

/** What a form about sources brings. */
export const Pasted = z.object({
  text: z.string().max(4_000),
  publisher: z.string().trim().max(SOURCE_NAME_CHARS),
  date: z.string().trim().max(TYPED_CHARS).default(''),
  title: z.string().trim().max(300).default(''),
});
export const Edited = z.object({
  name: z.string().trim().max(SOURCE_NAME_CHARS),
  publisher: z.string().trim().max(SOURCE_NAME_CHARS),
  language: z.string().trim().max(TYPED_CHARS).default(''),
  tier: z.string().trim().max(TYPED_CHARS).default(''),
});

/** `2024-05-15`, `2024/5/15`, `15.05.2024`: day, month and year in an order that nobody can mistake. */
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** The day that somebody wrote, as YYYY-MM-DD; null where it is none of the calendar or could be two. */
export function dayOf(typed: string): string | null {
  const [, year, month, day] = YEAR_FIRST.exec(typed) ?? reversed(DAY_FIRST.exec(typed));
  if (!year || !month || !day) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const ms = Date.parse(iso);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(iso) ? iso : null;
}

const reversed = (found: RegExpExecArray | null): readonly (string | undefined)[] =>
  found ? ['', found[3], found[2], found[1]] : [];
