import { z } from 'zod';

/** A source that cannot be read at present. */
export const FailingSource = z
  .strictObject({
    publisher: z.string().min(1),
    /** Unix ms of the first failure since it was last read. */
    sinceMs: z.int(),
  })
  .readonly();
export type FailingSource = z.infer<typeof FailingSource>;
