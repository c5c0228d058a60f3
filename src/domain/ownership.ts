import { z } from 'zod';

/** Who an outlet belongs to, as far as it matters for how its reports are read. */
const OWNERSHIP_KINDS = ['state', 'public', 'private', 'non-profit', 'party', 'military', 'government'] as const;

/** Of an outlet, with what that is known from. */
export const Ownership = z
  .strictObject({
    /** `state`: run or directed by a state; `public`: paid by the public and independent by law; `government`: an authority's own channel. */
    kind: z.enum(OWNERSHIP_KINDS),
    /** Who owns it, in English; null: not known. */
    owner: z.string().min(1).max(120).nullable(),
    /** ISO 3166-1 code of the state that it is run, paid or claimed for; absent where no state has to do with it. */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    /** What this is known from, for whoever doubts it. */
    basis: z.string().min(1).max(200),
  })
  .readonly();
export type Ownership = z.infer<typeof Ownership>;
