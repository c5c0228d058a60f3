import { z } from 'zod';

/** Whose data a question may see: the operator's (null), or the operator's together with one server's own. */
export const Scope = z
  .strictObject({
    /** Discord server id; null is the operator's data alone. */
    guildId: z.string().min(1).max(32).nullable(),
  })
  .readonly();
export type Scope = z.infer<typeof Scope>;

export const OPERATOR: Scope = { guildId: null };
