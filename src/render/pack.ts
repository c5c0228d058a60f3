import type { Block, PageLimits } from '../domain/page.ts';

/** Blocks that stay together; each such piece must fit on a page of its own beside the frame and its group's heading. */
export type Piece = readonly Block[];

/** What stands under one heading, in order. */
export interface Group {
  readonly heading: readonly Block[];
  /** The heading where an earlier page began the group. */
  readonly continued: readonly Block[];
  readonly pieces: readonly Piece[];
}

/** What every page has around its groups. */
export interface Frame {
  readonly first: readonly Block[];
  readonly later: readonly Block[];
  readonly foot: readonly Block[];
}

/** What is left of a page. */
interface Room {
  readonly budget: number;
  readonly blocks: number;
}

/**
 * Lays groups out on pages: every piece once, no page beyond the limits. Always at least one page.
 * @param how `in turn`: the first page takes the first pieces of every group in turn, so that each is seen there; `in order`:
 *   it takes the first pieces there are. Either takes as many as the limits allow at a glance, and the next pages hold the rest
 *   in order. `filled`: each page takes what it has room for
 */
export function paginate(
  groups: readonly Group[],
  frame: Frame,
  limits: PageLimits,
  how: keyof typeof TAKE,
): readonly Piece[] {
  const roomFirst = roomLeft(limits, [...frame.first, ...frame.foot]);
  const taken = TAKE[how](groups, roomFirst, limits);
  const opening = groups.flatMap((group, at) => beginningOf(group, taken[at] ?? 0));
  const roomLater = roomLeft(limits, [...frame.later, ...frame.foot]);
  const bodies =
    how === 'filled'
      ? fill(groups, roomFirst, roomLater, limits)
      : [opening, ...fill(restOf(groups, taken), roomLater, roomLater, limits)];
  const pages = bodies.length > 0 ? bodies : [[]];
  return pages.map((body, at) => [...(at === 0 ? frame.first : frame.later), ...body, ...frame.foot]);
}

/** Whether a piece can stand under its heading on a page with nothing else, be it the first page or a later one. */
export function roomForPiece(
  group: Omit<Group, 'pieces'>,
  frame: Frame,
  limits: PageLimits,
): (piece: Piece) => boolean {
  const heads = [group.heading, group.continued];
  const rooms = [frame.first, frame.later].flatMap((top) =>
    heads.map((head) => roomLeft(limits, [...top, ...head, ...frame.foot])),
  );
  const least = {
    budget: Math.min(...rooms.map(({ budget }) => budget)),
    blocks: Math.min(...rooms.map(({ blocks }) => blocks)),
  };
  return (piece) => fits(piece, least, limits);
}

/** The same limits, with the cost of a block worked out once. */
export function remembering(limits: PageLimits): PageLimits {
  const costs = new WeakMap<Block, number>();
  const costOf = (block: Block): number => {
    const known = costs.get(block) ?? limits.costOf(block);
    costs.set(block, known);
    return known;
  };
  return { ...limits, costOf };
}

function roomLeft(limits: PageLimits, used: Piece): Room {
  return { budget: limits.budget - costOf(used, limits), blocks: limits.blocks - used.length };
}

const costOf = (piece: Piece, limits: PageLimits): number =>
  piece.reduce((sum, block) => sum + limits.costOf(block), 0);
const fits = (piece: Piece, room: Room, limits: PageLimits): boolean =>
  piece.length <= room.blocks && costOf(piece, limits) <= room.budget;
const less = (room: Room, piece: Piece, limits: PageLimits): Room => {
  return { budget: room.budget - costOf(piece, limits), blocks: room.blocks - piece.length };
};

/** How many pieces of each group the page takes when the groups take turns; a group whose next piece has no room is done. */
function takeInTurn(groups: readonly Group[], page: Room, limits: PageLimits): readonly number[] {
  const taken = groups.map(() => 0);
  const open = new Set(groups.keys());
  let room = page;
  while (open.size > 0) {
    for (const [at, group] of groups.entries()) {
      const next = open.has(at) ? nextOf(group, taken[at] ?? 0) : null;
      if (next && sum(taken) < limits.glance && fits(next, room, limits)) {
        room = less(room, next, limits);
        taken[at] = (taken[at] ?? 0) + 1;
      } else open.delete(at);
    }
  }
  return taken;
}

/** How many pieces of each group the page takes, group after group, up to the first that has no room. */
function takeInOrder(groups: readonly Group[], page: Room, limits: PageLimits): readonly number[] {
  const taken = groups.map(() => 0);
  let room = page;
  for (const [at, group] of groups.entries()) {
    for (let next = nextOf(group, 0); next; next = nextOf(group, taken[at] ?? 0)) {
      if (sum(taken) >= limits.glance || !fits(next, room, limits)) return taken;
      room = less(room, next, limits);
      taken[at] = (taken[at] ?? 0) + 1;
    }
  }
  return taken;
}

const TAKE = {
  'in turn': takeInTurn,
  'in order': takeInOrder,
  filled: (groups: readonly Group[]): readonly number[] => groups.map(() => 0),
} as const;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function nextOf(group: Group, taken: number): Piece | null {
  const piece = group.pieces[taken];
  return piece ? [...(taken === 0 ? group.heading : []), ...piece] : null;
}

const beginningOf = (group: Group, taken: number): readonly Block[] =>
  taken === 0 ? [] : [...group.heading, ...group.pieces.slice(0, taken).flat()];

function restOf(groups: readonly Group[], taken: readonly number[]): readonly Group[] {
  return groups.flatMap((group, at) => {
    const done = taken[at] ?? 0;
    const heading = done > 0 ? group.continued : group.heading;
    return done < group.pieces.length ? [{ ...group, heading, pieces: group.pieces.slice(done) }] : [];
  });
}

/** Fills page after page in order; a group that runs over a page's end is continued under its heading on the next. */
function fill(groups: readonly Group[], first: Room, later: Room, limits: PageLimits): readonly Piece[] {
  const pages: Block[][] = [];
  let room: Room = { budget: 0, blocks: 0 };
  for (const group of groups) {
    for (const [at, piece] of group.pieces.entries()) {
      const wanted = at === 0 ? [...group.heading, ...piece] : piece;
      const fresh = pages.length === 0 || !fits(wanted, room, limits);
      const blocks = fresh ? [...(at === 0 ? group.heading : group.continued), ...piece] : wanted;
      if (fresh) room = pages.push([]) === 1 ? first : later;
      pages.at(-1)?.push(...blocks);
      room = less(room, blocks, limits);
    }
  }
  return pages;
}
