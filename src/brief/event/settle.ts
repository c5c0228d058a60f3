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
  const waiting = new Map(undecided.map((num): [number, Waiting] => [num, { one: index.get(num), rivals: null }]));
  const queue = [...waiting.values()].map(({ one }) => one).sort(lastFirst);
  for (let one = queue.pop(); one; one = queue.pop()) {
    const rivals = waiting.get(one.num)?.rivals ?? null;
    waiting.delete(one.num);
    const added = decide(index, { one, rivals }, fits).flatMap((next) => addTo(waiting, next));
    if (added.length === 0) continue;
    queue.push(...added);
    queue.sort(lastFirst);
  }
}

/** A claim that is to be decided. */
interface Waiting {
  readonly one: Placed;
  /** What came to lead since its own leader was chosen, which still leads; null: it has none to compare these with. */
  readonly rivals: readonly Placed[] | null;
}

const lastFirst = (a: Placed, b: Placed): number => (a.order < b.order ? 1 : -1);

/** Returns the claim where it has not been waiting yet. */
function addTo(waiting: Map<number, Waiting>, { one, rivals }: Waiting): readonly Placed[] {
  const known = waiting.get(one.num);
  const isFromAll = rivals === null || known?.rivals === null;
  waiting.set(one.num, { one, rivals: isFromAll ? null : [...(known?.rivals ?? []), ...rivals] });
  return known ? [] : [one];
}

/** Returns the claims that are to be decided anew. */
function decide(index: EventIndex, { one, rivals }: Waiting, fits: Fit): readonly Waiting[] {
  const leaders = rivals === null ? index.leadersBefore(one) : [...ownLeader(index, one), ...rivals];
  const leader = bestLeader(one, leaders, fits)?.num ?? one.num;
  if (leader === one.leader) return [];
  index.assign(one.num, leader);
  if (leader === one.num) {
    const seeing = index.after(one).filter((later) => fits(later.profile, one.profile) !== null);
    return seeing.map((later) => ({ one: later, rivals: later.leader === null ? null : [one] }));
  }
  return one.leader === one.num ? index.followers(one.num).map((next) => ({ one: next, rivals: null })) : [];
}

/** None where it leads an event itself. */
const ownLeader = (index: EventIndex, { num, leader }: Placed): readonly Placed[] =>
  leader === null || leader === num ? [] : [index.get(leader)];

function bestLeader(one: Placed, leaders: readonly Placed[], fits: Fit): Placed | null {
  const fitting = leaders.flatMap((leader) => {
    const score = fits(one.profile, leader.profile);
    return score === null ? [] : [{ leader, score }];
  });
  const [best] = fitting.sort((a, b) => b.score - a.score || (a.leader.order < b.leader.order ? -1 : 1));
  return best?.leader ?? null;
}
