import type { DisputedBorders, MapPicture } from '../../domain/picture.ts';
import { type Box, isInside, overlap } from '../box.ts';
import type { Kit } from '../drawn.ts';
import { around, centredAt, drawLabel, inTurn, type Label, placed, type Room } from '../label.ts';
import { el, type Svg } from '../svg.ts';
import { SMALL, SMALL_STRONG } from '../text.ts';
import type { TextStyle } from '../typesetter.ts';
import type { Geography, PlaceName } from './geography.ts';
import { GRID, type Spot, type Stretch } from './stretches.ts';
import type { View } from './view.ts';

/** A map with more names of its own is not read on a phone. */
const MOST_TOWNS = 9;
/** So many towns are tried for them. */
const TRIED_TOWNS = 40;
const MOST_REGIONS = 8;
/** A name may be so much wider than what is seen of the land that it names. */
const WIDER = 1.2;
/** So many of the places nearest to the middle of a land are tried for its name. */
const TRIED_SPOTS = 7;
const DOT = 6;

/** What names are taken from and written with. */
export interface Atlas {
  readonly geography: Geography;
  readonly disputed: DisputedBorders;
  readonly view: View;
  readonly kit: Kit;
}

/** Names of areas, countries, regions and towns, each only where there is room left. */
export function drawNames(
  { areas }: MapPicture,
  { stretches, detailed }: { readonly stretches: readonly Stretch[]; readonly detailed: ReadonlySet<string> },
  atlas: Atlas,
  room: Room,
): Svg {
  const { geography, disputed, view, kit } = atlas;
  const codeOf = ({ region }: Stretch): string => (disputed === 'control' ? region.country : region.un);
  const inDetail = stretches.filter(({ region }) => detailed.has(region.country));
  const given = inTurn(room, areas, ({ name, lat, lon }, left) =>
    placed(name, SMALL_STRONG, centredAt([view.at(lon, lat)]), left, kit.type),
  );
  const countries = inTurn(given.room, countriesIn(stretches, codeOf, geography, kit), (land, left) =>
    written({ ...land, name: land.name.toLocaleUpperCase(kit.language) }, SMALL_STRONG, atlas, left),
  );
  const regions = inTurn(countries.room, regionsIn(inDetail, geography, kit), (land, left) =>
    written(land, SMALL, atlas, left),
  );
  const { mapName, land } = kit.palette;
  const labels = [...given.labels, ...countries.labels, ...regions.labels];
  return labels.map(({ label }) => drawLabel(label, mapName, land)).join('') + drawTowns(atlas, regions.room);
}

/** A name, and where on the map the land lies that it names. */
interface Land {
  readonly name: string;
  readonly spots: readonly Spot[];
}

/** null for land that is too narrow for its name. */
function written({ name, spots }: Land, style: TextStyle, { view, kit }: Atlas, room: Room): Label | null {
  const xs = spots.map(([x]) => x);
  const wide = Math.max(...xs) - Math.min(...xs) + view.frame.width * GRID;
  if (kit.type.widthOf(name, style) > wide * WIDER) return null;
  return placed(name, style, centredAt(fromTheMiddle(spots).slice(0, TRIED_SPOTS)), room, kit.type);
}

/** The places nearest to the middle of all first. */
function fromTheMiddle(spots: readonly Spot[]): readonly Spot[] {
  const x = spots.reduce((sum, spot) => sum + spot[0], 0) / spots.length;
  const y = spots.reduce((sum, spot) => sum + spot[1], 0) / spots.length;
  return spots.toSorted((a, b) => Math.hypot(a[0] - x, a[1] - y) - Math.hypot(b[0] - x, b[1] - y));
}

/** Only where there are two: whose land a map of one country shows is plain. */
function countriesIn(
  stretches: readonly Stretch[],
  codeOf: (stretch: Stretch) => string,
  { names }: Geography,
  { language }: Kit,
): readonly Land[] {
  const found = [...Map.groupBy(stretches, codeOf)].flatMap(([code, own]) => {
    const name = names.find((each) => each.kind === 'country' && each.code === code)?.names[language];
    return name === undefined ? [] : [{ name, spots: own.flatMap(({ spots }) => spots) }];
  });
  return found.length < 2 ? [] : found.toSorted((a, b) => b.spots.length - a.spots.length);
}

const regionsIn = (stretches: readonly Stretch[], { names }: Geography, { language }: Kit): readonly Land[] =>
  stretches
    .flatMap(({ region, spots }) => {
      const name = names.find(({ kind, id }) => kind === 'region' && id === region.id)?.names[language];
      return name === undefined ? [] : [{ name, spots }];
    })
    .slice(0, MOST_REGIONS);

interface Town {
  readonly name: PlaceName;
  readonly dot: Box;
}

/** The largest towns in the frame that have room, each with a dot. */
function drawTowns({ geography, view, kit: { palette, type, language } }: Atlas, room: Room): Svg {
  const towns = geography.names.flatMap((name) => (name.kind === 'settlement' ? townOf(name, view) : []));
  const write = ({ name, dot }: Town, left: Room): Label | null =>
    left.taken.some((box) => overlap(box, dot))
      ? null
      : placed(name.names[language], SMALL, around(dot, 8), left, type);
  const { labels } = inTurn(room, towns.slice(0, TRIED_TOWNS), write, ({ dot }) => [dot]);
  return labels
    .slice(0, MOST_TOWNS)
    .map(({ thing: { dot }, label }) => {
      const circle = { cx: dot.x + DOT, cy: dot.y + DOT, r: DOT, fill: palette.mapName };
      return el('circle', circle) + drawLabel(label, palette.mapName, palette.land);
    })
    .join('');
}

/** The town as a dot, where it lies wholly in the frame. */
function townOf(name: PlaceName, { at, frame }: View): readonly Town[] {
  const [x, y] = at(name.lon, name.lat);
  const dot = { x: x - DOT, y: y - DOT, width: 2 * DOT, height: 2 * DOT };
  return isInside(dot, frame) ? [{ name, dot }] : [];
}
