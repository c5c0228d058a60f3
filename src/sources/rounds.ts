/** Work that waits somewhere and leaves it when it is done. */
interface Rounds<T> {
  /** The first so many of what waits. */
  readonly take: (atMost: number) => Promise<readonly T[]>;
  readonly nameOf: (one: T) => string;
  /** @returns whether it waits no more */
  readonly step: (one: T) => Promise<boolean>;
  readonly atOnce: number;
  /** Asked before each round. */
  readonly goesOn: () => boolean;
}

/** Rounds are so much longer than what is done at once, so that a slow one holds up few. */
const LANES_FILLED = 4;

/** Does what waits, a round after another, until nothing is left but what did not go. Each is tried once. */
export async function inRounds<T>({ take, nameOf, step, atOnce, goesOn }: Rounds<T>): Promise<void> {
  const stuck = new Set<string>();
  while (goesOn()) {
    const round = (await take(atOnce * LANES_FILLED + stuck.size)).filter((one) => !stuck.has(nameOf(one)));
    if (round.length === 0) return;
    await eachAtOnce(round, atOnce, async (one) => {
      if (!(await step(one))) stuck.add(nameOf(one));
    });
  }
}

/** In order, so many at once. Rejects with the first failure, when what is under way is done. */
async function eachAtOnce<T>(all: readonly T[], atOnce: number, step: (one: T) => Promise<void>): Promise<void> {
  const left = all.values();
  const lane = async (): Promise<void> => {
    for (const one of left) await step(one);
  };
  const done = await Promise.allSettled(Array.from({ length: Math.min(atOnce, all.length) }, lane));
  for (const one of done) if (one.status === 'rejected') throw one.reason;
}
