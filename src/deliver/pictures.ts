import { createHash } from 'node:crypto';
import { setImmediate as nextRound } from 'node:timers/promises';
import type { PictureSpec } from '../domain/picture.ts';
import { within } from './within.ts';

/** Draws a picture as PNG; the same spec always gives the same bytes. */
export type Draw = (spec: PictureSpec) => Promise<Uint8Array>;

/** A PNG under a name that no other picture has. */
export interface Drawn {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Rejects with what keeps the picture from being drawn. */
export type Pictures = (spec: PictureSpec) => Promise<Drawn>;

/** Some 80 pictures of the usual size. */
const KEPT_BYTES = 16 * 1024 * 1024;
const NAME_CHARS = 16;

/** A picture that takes longer than this does not hold up the next ones any more. */
const TURN_MS = 3_000;

/** Draws each picture once, however many ask for it, and keeps those asked for last, up to `keptBytes`. */
export function createPictures(draw: Draw, keptBytes = KEPT_BYTES): Pictures {
  const kept = new Map<string, Drawn>();
  const coming = new Map<string, Promise<Drawn>>();
  const drawInTurn = oneAtATime(draw);
  const drawNew = async (spec: PictureSpec): Promise<Drawn> => named(spec, await drawInTurn(spec));
  return async (spec) => {
    const key = hashOf(JSON.stringify(spec));
    const known = kept.get(key);
    if (known) return keep(kept, key, known, keptBytes);
    const drawing = coming.get(key) ?? drawNew(spec).finally(() => coming.delete(key));
    coming.set(key, drawing);
    return keep(kept, key, await drawing, keptBytes);
  };
}

/**
 * Many at once would take all cores and threads, on which what is to be acknowledged within three seconds depends; so would
 * many in a row without a round of the event loop between them.
 */
function oneAtATime(draw: Draw): Draw {
  let last: Promise<unknown> = Promise.resolve();
  return (spec) => {
    const drawing = last.then(() => nextRound()).then(() => draw(spec));
    last = within(
      drawing.catch(() => undefined),
      TURN_MS,
      undefined,
    );
    return drawing;
  };
}

function named({ kind }: PictureSpec, bytes: Uint8Array): Drawn {
  return { name: `${kind}-${hashOf(bytes).slice(0, NAME_CHARS)}.png`, bytes };
}

const hashOf = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Puts a picture last, and lets go of the first ones until the rest fits. */
function keep(kept: Map<string, Drawn>, key: string, drawn: Drawn, mostBytes: number): Drawn {
  kept.delete(key);
  kept.set(key, drawn);
  let bytes = [...kept.values()].reduce((sum, each) => sum + each.bytes.length, 0);
  for (const [oldest, { bytes: gone }] of kept) {
    if (bytes <= mostBytes) break;
    kept.delete(oldest);
    bytes -= gone.length;
  }
  return drawn;
}
