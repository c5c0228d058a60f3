import { createHash } from 'node:crypto';
import type { PictureSpec } from '../domain/picture.ts';
import { createTurns } from './turns.ts';

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

/**
 * Draws each picture once, however many ask for it, and keeps those asked for last, up to `keptBytes`. Each begins in a
 * round of the event loop of its own, so that what is to be acknowledged meanwhile is.
 */
export function createPictures(draw: Draw, keptBytes = KEPT_BYTES): Pictures {
  const kept = new Map<string, Drawn>();
  const coming = new Map<string, Promise<Drawn>>();
  const turn = createTurns();
  const drawNew = async (spec: PictureSpec): Promise<Drawn> => {
    await turn();
    return named(spec, await draw(spec));
  };
  return async (spec) => {
    const key = hashOf(JSON.stringify(spec));
    const known = kept.get(key);
    if (known) return keep(kept, key, known, keptBytes);
    const drawing = coming.get(key) ?? drawNew(spec).finally(() => coming.delete(key));
    coming.set(key, drawing);
    return keep(kept, key, await drawing, keptBytes);
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
