/** How long to wait for what takes milliseconds, in ms: a busy machine may stand still for seconds. Reached in failure alone. */
export const PATIENCE_MS = 20_000;
