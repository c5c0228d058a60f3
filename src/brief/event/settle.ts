import type { EventIndex, Placed, Profile } from '../../domain/event.ts';

/** How well a claim fits the one that leads an event: more is better; null: another happening, for all that is known. */
export type Fit = (one: Profile, leader: Profile) => number | null;

/**
 * Gathers claims into events. Claims are taken in one fixed order that depends on them alone; each joins the leader before it
 * that it fits best, or else leads an event itself. So the events of a set of claims are the same whatever came first, and one
 * more claim changes only what sees it: those after a claim that came to lead, and those that followed one that no longer does.
 * @param undecided numbers of claims that are new, or whose leader is gone
 */
export function settle(index: EventIndex, undecided: readonly number[], fits: Fit): void {
  const waiting = new Map(undecided.map((num) => [num, index.get(num).order]));
  for (let num = firstOf(waiting); num !== null; num = firstOf(waiting)) {
    waiting.delete(num);
    for (const next of decide(index, index.get(num), fits)) waiting.set(next.num, next.order);
  }
}

function firstOf(waiting: ReadonlyMap<number, string>): number | null {
  let first: readonly [number, string] | null = null;
  for (const each of waiting) if (first === null || each[1] < first[1]) first = each;
  return first?.[0] ?? null;
}

/** Returns the claims that are to be decided anew. */
function decide(index: EventIndex, one: Placed, fits: Fit): readonly Placed[] {
  const leader = bestLeader(one, index.leadersBefore(one), fits)?.num ?? one.num;
  if (leader === one.leader) return [];
  index.assign(one.num, leader);
  if (leader === one.num) return index.after(one).filter((later) => fits(later.profile, one.profile) !== null);
  return one.leader === one.num ? index.followers(one.num) : [];
}

function bestLeader(one: Placed, leaders: readonly Placed[], fits: Fit): Placed | null {
  const fitting = leaders.flatMap((leader) => {
    const score = fits(one.profile, leader.profile);
    return score === null ? [] : [{ leader, score }];
  });
  const [best] = fitting.sort((a, b) => b.score - a.score || (a.leader.order < b.leader.order ? -1 : 1));
  return best?.leader ?? null;
}
