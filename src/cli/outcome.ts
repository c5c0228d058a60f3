import { z } from 'zod';
import { Language } from '../domain/language.ts';
import { parsePeriod } from '../domain/period.ts';
import { About } from '../domain/topic.ts';

/** What a subcommand leaves behind: its two streams and the exit status. */
export interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly status: number;
}

export const said = (text: string): string => `${text}\n`;

/** Options of `sitrep brief`. */
export const BriefArgs = z
  .strictObject({
    query: z.string({ error: 'say what about: a place, person, organisation or topic' }).trim().min(1).max(100),
    about: About.optional(),
    period: z
      .string()
      .refine(
        (text) => parsePeriod(text) !== null,
        'must be 24h, 7d, 30d, all, a day (2024-05-15) or two (2024-05-10..2024-05-15)',
      )
      .optional(),
    language: Language.optional(),
    format: z.enum(['text', 'json', 'discord']).default('text'),
    /** Folder to write pictures to. */
    pictures: z.string().min(1).optional(),
  })
  .readonly();
export type BriefArgs = z.infer<typeof BriefArgs>;
