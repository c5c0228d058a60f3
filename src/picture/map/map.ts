import type { MapPicture } from '../../domain/picture.ts';
import type { PictureAssets } from '../assets.ts';
import type { Box } from '../box.ts';
import { type Drawn, type Kit, WIDTH } from '../drawn.ts';
import { lines } from '../frame.ts';
import { around, drawLabel, inTurn, placed } from '../label.ts';
import { legend } from '../legend.ts';
import { stacked } from '../stack.ts';
import { el, type Svg } from '../svg.ts';
import { BODY, SMALL_STRONG, STRONG } from '../text.ts';
import { DOT, drawMarker, sidesOf } from './draw-marker.ts';
import type { Geography } from './geography.ts';
import { drawGround, type Land, seenRegions } from './ground.ts';
import { mapLegend } from './map-legend.ts';
import { type Marker, MOST_NAMES, markersOf } from './marker.ts';
import { type Atlas, drawNames } from './names.ts';
import { scaleBar } from './scale-bar.ts';
import { sitesOf } from './sites.ts';
import { countriesInDetail, type Stretch, stretchesOf } from './stretches.ts';
import { type View, viewOf } from './view.ts';

const HEIGHT = 780;
/** Room for symbols and names between the outermost places and the frame. */
const FREE = { x: 150, y: 110 };
/** Kilometres that the map is wide at least: around a town, and around a region or country that a point stands for. */
const LEAST_KM = { spot: 160, area: 1000 } as const;
/** More than there ever is under the map. */
const BELOW = 1500;
const MOST_KEYS = 6;
/** From a marker to its name. */
const FROM_SYMBOL = 8;

/** Places of events on a map with borders and names, and under it what the signs mean. */
export function drawMap(spec: MapPicture, { geography, disputed }: PictureAssets, kit: Kit, top: number): Drawn {
  if (spec.points.length === 0)
    return lines(kit, kit.words.map.none, { style: BODY, fill: kit.palette.text, top, most: 1 });
  const frame = { x: 0, y: top, width: WIDTH, height: HEIGHT };
  const least = Math.max(...spec.points.map(({ extent }) => LEAST_KM[extent]));
  const view = viewOf(
    spec.points.map(({ lat, lon }) => [lon, lat]),
    frame,
    FREE,
    least,
  );
  const land = landIn(geography, view);
  const ground = drawGround(land, disputed, view, kit);
  const markers = markersOf(sitesOf(spec.points), view, kit);
  const sides = sidesOf(spec.points, kit);
  const names = namesOf(markers, spec, { geography, disputed, view, kit }, land);
  const below = stacked(top + HEIGHT + 16, 8, [
    (at) => keyList(names.keys, kit, at),
    (at) => legend(mapLegend(markers, sides, ground.hasDisputed, kit), kit, at),
  ]);
  const symbols = markers.map((marker) => drawMarker(marker, sides, kit)).join('');
  return {
    svg: trimmed(frame, ground.svg, kit) + names.below + symbols + names.above + below.svg,
    bottom: below.bottom,
  };
}

interface LandIn extends Land {
  readonly stretches: readonly Stretch[];
}

function landIn(geography: Geography, view: View): LandIn {
  const seen = seenRegions(geography, view);
  const stretches = stretchesOf(seen, view.frame);
  const detailed = countriesInDetail(stretches);
  return { seen, stretches, detailed, lines: geography.lines };
}

/** What is drawn beyond the frame is painted over. */
function trimmed({ y, width, height }: Box, svg: Svg, { palette }: Kit): Svg {
  const over = { x: 0, width, fill: palette.background };
  return svg + el('rect', { ...over, y: 0, height: y }) + el('rect', { ...over, y: y + height, height: BELOW });
}

interface Names {
  /** What symbols may cover: names of the surroundings, the scale. */
  readonly below: Svg;
  /** Names of the places of events. */
  readonly above: Svg;
  /** Those that have a number instead of a name. */
  readonly keys: readonly Marker[];
}

/** Names of the places of events first, then numbers for those that had no room, then names of the surroundings. */
function namesOf(markers: readonly Marker[], spec: MapPicture, atlas: Atlas, land: LandIn): Names {
  const { view, kit } = atlas;
  const bar = view.kmPerPixel === null ? null : scaleBar(view.kmPerPixel, view.frame, kit);
  const dots = markers.flatMap(({ isAside, at: [x, y] }) =>
    isAside ? [{ x: x - DOT, y: y - DOT, width: 2 * DOT, height: 2 * DOT }] : [],
  );
  const taken = [...markers.map(({ box }) => box), ...dots, ...(bar ? [bar.box] : [])];
  const named = inTurn({ frame: view.frame, taken }, markers, (marker, room) =>
    placed(nameOf(marker), STRONG, around(marker.box, FROM_SYMBOL), room, kit.type),
  );
  const hasName = new Set(named.labels.map(({ thing }) => thing));
  const nameless = markers.filter((marker) => !hasName.has(marker)).slice(0, MOST_KEYS);
  const numbered = inTurn(named.room, nameless, (marker, room) =>
    placed(keyOf(nameless.indexOf(marker)), SMALL_STRONG, around(marker.box, FROM_SYMBOL), room, kit.type),
  );
  const labels = [...named.labels, ...numbered.labels];
  return {
    below: drawNames(spec, land, atlas, numbered.room) + (bar?.svg ?? ''),
    above: labels.map(({ label }) => drawLabel(label, kit.palette.text, kit.palette.land)).join(''),
    keys: numbered.labels.map(({ thing }) => thing),
  };
}

/** Stands at a place on the map and before its name in the list. */
const keyOf = (n: number): string => `#${n + 1}`;

/** Two places by their names, more by the first one and their number. */
function nameOf({ names }: Marker): string {
  return names.length > MOST_NAMES ? `${names[0]} (${names.length})` : names.join(', ');
}

function keyList(keys: readonly Marker[], kit: Kit, top: number): Drawn {
  const words = keys.map((marker, n) => `${keyOf(n)} ${nameOf(marker)}`).join(', ');
  return lines(kit, words, { style: BODY, fill: kit.palette.text, top, most: 3 });
}
