import { setImmediate as nextRound } from 'node:timers/promises';

/**
 * Lets calls begin one at a time, each in a round of the event loop of its own: the store answers without letting go of
 * it, and of many calls at once none would be sent or acknowledged before the last was worked out.
 * @returns resolves when it is the caller's turn, in the order of asking
 */
export function createTurns(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => nextRound());
    return last;
  };
}
