import { z } from 'zod';
import { UserError } from '../domain/failure.ts';
import { Language } from '../domain/language.ts';
import { FORMATS } from './printed.ts';

const Common = z.object({
  format: z.enum(FORMATS).default('text'),
  language: Language.default('en'),
  pictures: z.string().min(1).optional(),
  output: z.string().min(1).optional(),
});

const TEXT = { type: 'string' } as const;
/** What every slash command takes at a terminal, for `parseArgs`. */
export const COMMON_FLAGS = { format: TEXT, language: TEXT, pictures: TEXT, output: TEXT } as const;

/** @throws UserError for values that they cannot have */
export function commonOf(values: Readonly<Record<string, unknown>>): z.infer<typeof Common> {
  const common = Common.safeParse(values);
  if (!common.success) throw new UserError(z.prettifyError(common.error));
  return common.data;
}
