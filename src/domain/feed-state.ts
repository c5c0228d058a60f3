import { z } from 'zod';
import { Validators } from './fetch.ts';
import { ProbeFailure } from './probe-failure.ts';

const Ms = z.int();

/** How the reading of one feed goes, whichever servers follow it. Instants are Unix ms. */
export const FeedState = z
  .strictObject({
    /** As it is fetched. */
    url: z.string(),
    validators: Validators.nullable(),
    /** When it is to be read next. */
    nextAtMs: Ms,
    /** Pause between two readings, in ms. */
    intervalMs: Ms,
    /** null: never read yet. */
    lastReadAtMs: Ms.nullable(),
    /** When something new was last in it; null: never. */
    lastNewAtMs: Ms.nullable(),
    /** The first failure since it was last read; null: it can be read. */
    failingSinceMs: Ms.nullable(),
    /** Failures in a row. */
    failures: z.int().nonnegative(),
    /** Why it failed last. */
    failure: ProbeFailure.nullable(),
    /** When moderators were told that it fails; null: not since it was last read. */
    toldAtMs: Ms.nullable(),
  })
  .readonly();
export type FeedState = z.infer<typeof FeedState>;
