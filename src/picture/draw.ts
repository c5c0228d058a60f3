import { PictureSpec } from '../domain/picture.ts';
import type { PictureAssets } from './assets.ts';
import { aidChart } from './chart/aid.ts';
import { countsChart } from './chart/counts.ts';
import { visitsChart } from './chart/visits.ts';
import { type Drawn, type Kit, kitOf } from './drawn.ts';
import { framed } from './frame.ts';
import { drawMap } from './map/map.ts';
import { renderPng } from './render.ts';
import type { Svg } from './svg.ts';

/**
 * Draws a picture as a PNG, 1,200 pixels wide, on another thread; the same bytes for the same spec.
 * Throws `ZodError` for what is no spec, a coordinate off the globe for instance.
 */
export const drawPicture = (spec: PictureSpec, assets: PictureAssets): Promise<Uint8Array> =>
  renderPng(pictureSvg(spec, assets), assets.fontFiles);

/** The same before it is rendered. */
export function pictureSvg(spec: PictureSpec, assets: PictureAssets): Svg {
  const parsed = PictureSpec.parse(spec);
  const kit = kitOf(parsed.theme, parsed.language, assets.type);
  return framed(sourced(parsed, kit), kit, (top) => bodyOf(parsed, kit, assets, top));
}

const sourced = (spec: PictureSpec, { words }: Kit): PictureSpec =>
  spec.kind === 'map'
    ? { ...spec, source: [spec.source, words.map.credit].filter((part) => part !== '').join(' · ') }
    : spec;

function bodyOf(spec: PictureSpec, kit: Kit, assets: PictureAssets, top: number): Drawn {
  switch (spec.kind) {
    case 'aid':
      return aidChart(spec, kit, top);
    case 'map':
      return drawMap(spec, assets, kit, top);
    case 'counts':
      return countsChart(spec, kit, top);
    case 'visits':
      return visitsChart(spec, kit, top);
    default:
      return spec satisfies never;
  }
}
