import { z } from 'zod';

/** Languages that answers are written in, as BCP 47 primary subtags. */
export const LANGUAGES = ['en', 'uk'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** One text per language of the product; both are always there. */
export const Localised = z.strictObject({ en: z.string().min(1).max(600), uk: z.string().min(1).max(600) }).readonly();
export type Localised = z.infer<typeof Localised>;
