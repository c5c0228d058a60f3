import { type Box, isInside, overlap, padded } from './box.ts';
import type { Svg } from './svg.ts';
import { ASCENT, textAt } from './text.ts';
import type { TextStyle, Typesetter } from './typesetter.ts';

/** A text that has found its place. */
export interface Label {
  readonly text: string;
  readonly style: TextStyle;
  readonly box: Box;
}

/** What labels keep clear of, and what they must not leave. */
export interface Room {
  readonly frame: Box;
  readonly taken: readonly Box[];
}

/** Kept free around a label. */
const APART = 5;
/** Letters are cut at so many pixels. */
const WIDEST = 520;

/** Height of a line of letters from the highest to the lowest, in parts of the size. */
const HEIGHT = 1.16;

/** Upper left corners for a text of that size, the best first. */
type Spots = (width: number, height: number) => readonly (readonly [number, number])[];

/** Puts a text at the first spot that is free; null where none is, or nothing of the text can be drawn. */
export function placed(text: string, style: TextStyle, spots: Spots, room: Room, type: Typesetter): Label | null {
  const shown = type.cut(text, style, WIDEST);
  if (shown === '') return null;
  const [width, height] = [type.widthOf(shown, style), style.size * HEIGHT];
  const boxes = spots(width, height).map(([x, y]) => ({ x, y, width, height }));
  const free = boxes.find((box) => isFree(box, room));
  return free ? { text: shown, style, box: free } : null;
}

const isFree = (box: Box, { frame, taken }: Room): boolean =>
  isInside(padded(box, APART), frame) && !taken.some((other) => overlap(padded(box, APART), other));

/** Beside, below, above and at the corners of a box. */
export const around =
  (box: Box, gap: number): Spots =>
  (width, height) => {
    const [left, right] = [box.x - gap - width, box.x + box.width + gap];
    const [above, below] = [box.y - gap - height, box.y + box.height + gap];
    const [middleX, middleY] = [box.x + (box.width - width) / 2, box.y + (box.height - height) / 2];
    return [
      [right, middleY],
      [left, middleY],
      [middleX, below],
      [middleX, above],
      [right, below - height / 3],
      [right, above + height / 3],
      [left, below - height / 3],
      [left, above + height / 3],
    ];
  };

/** With its middle at one of those places. */
export const centredAt =
  (places: readonly (readonly [number, number])[]): Spots =>
  (width, height) =>
    places.map(([x, y]) => [x - width / 2, y - height / 2] as const);

export const drawLabel = ({ text, style, box }: Label, fill: string, halo: string): Svg =>
  textAt(text, { ...style, x: box.x, y: box.y + style.size * ASCENT, fill, halo });

/**
 * Places one after another; each that has found a place is in the way of those after it.
 * @param also what stands with the label, and is in the way too
 */
export function inTurn<T>(
  room: Room,
  things: readonly T[],
  place: (thing: T, room: Room) => Label | null,
  also: (thing: T) => readonly Box[] = () => [],
): { readonly labels: readonly { readonly thing: T; readonly label: Label }[]; readonly room: Room } {
  const labels: { thing: T; label: Label }[] = [];
  const taken = [...room.taken];
  for (const thing of things) {
    const label = place(thing, { ...room, taken });
    if (label === null) continue;
    labels.push({ thing, label });
    taken.push(label.box, ...also(thing));
  }
  return { labels, room: { ...room, taken } };
}
