/** A file in the pieces that a cut may stand between. */
export interface Pieces {
  readonly head: string;
  /** One a record, in order. */
  readonly pieces: readonly string[];
  /** What ends the file where so many of the last records are left out. */
  readonly tail: (leftOut: number) => string;
}

export interface Fitted {
  readonly text: string;
  readonly leftOut: number;
}

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** As many records, whole and from the first on, as `most` bytes of UTF-8 hold. Head and tail are there in any case. */
export function fitPieces({ head, pieces, tail }: Pieces, most: number): Fitted {
  const whole = head + pieces.join('') + tail(0);
  if (bytesOf(whole) <= most) return { text: whole, leftOut: 0 };
  let room = most - bytesOf(head) - bytesOf(tail(pieces.length));
  let taken = 0;
  for (const piece of pieces) {
    room -= bytesOf(piece);
    if (room < 0) break;
    taken += 1;
  }
  const leftOut = pieces.length - taken;
  return { text: head + pieces.slice(0, taken).join('') + tail(leftOut), leftOut };
}
