import type { EventIndex, Filing, Placed } from '../../domain/event.ts';

/** Filed claims in memory, numbered as they are given. */
export function memoryIndex(filings: readonly Filing[]): {
  readonly index: EventIndex;
  readonly leaderOf: (num: number) => number | null;
} {
  const leaders = new Map<number, number>();
  const placed = (num: number): Placed => {
    const filing = filings[num];
    if (!filing) throw new RangeError(`there is no claim ${num}`);
    return { num, order: filing.order, profile: filing.profile, leader: leaders.get(num) ?? null };
  };
  const seen = (one: Placed): readonly Placed[] =>
    filings.flatMap((other, num) => (num !== one.num && sees(filings[one.num], other) ? [placed(num)] : []));
  const index: EventIndex = {
    get: placed,
    leadersBefore: (one) => seen(one).filter((other) => other.leader === other.num && other.order < one.order),
    after: (one) => seen(one).filter((other) => other.order > one.order),
    followers: (num) => [...leaders].flatMap(([one, leader]) => (leader === num && one !== num ? [placed(one)] : [])),
    assign: (num, leader) => leaders.set(num, leader),
  };
  return { index, leaderOf: (num) => leaders.get(num) ?? null };
}

function sees(one: Filing | undefined, { keys, profile }: Filing): boolean {
  return (
    one !== undefined &&
    one.profile.fromDay <= profile.toDay &&
    profile.fromDay <= one.profile.toDay &&
    one.seeks.some((key) => keys.includes(key))
  );
}
