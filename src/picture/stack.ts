import type { Drawn } from './drawn.ts';

/** Draws things one below another, with a gap before each but the first. */
export function stacked(top: number, gap: number, parts: readonly ((top: number) => Drawn)[]): Drawn {
  return parts.reduce<Drawn>(
    (above, draw, n) => {
      const drawn = draw(above.bottom + (n === 0 ? 0 : gap));
      return { svg: above.svg + drawn.svg, bottom: drawn.bottom };
    },
    { svg: '', bottom: top },
  );
}
