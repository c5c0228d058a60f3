import { z } from 'zod';

/** A `Result` that comes over a border. */
export const resultOf = <V extends z.ZodType, E extends z.ZodType>(value: V, error: E) =>
  z
    .discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), value }).readonly(),
      z.strictObject({ ok: z.literal(false), error }).readonly(),
    ])
    .readonly();
